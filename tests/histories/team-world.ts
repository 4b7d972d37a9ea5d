import { sealAddress, webhookSecret } from '../../lib/domain/address.ts';
import { deriveKey, type KeyPurpose, type Keys } from '../../lib/domain/keys.ts';
import type { Team } from '../../lib/teams/team.ts';
import { tellByDefault, verbs } from '../../schemas/team.ts';
import type { SimChannel, SimUser } from '../sims/mattermost/model.ts';
import { World as ChatWorld } from '../sims/mattermost/world.ts';
import { recommendedAttributes } from '../sims/wekan/payload.ts';
import { addCard, seed } from '../sims/wekan/seed.ts';
import { type World as BoardWorld, emptyWorld, type SimBoard } from '../sims/wekan/world.ts';
import type { Clock } from './clock.ts';

export const keysFor = (purpose: KeyPurpose): Keys => [deriveKey('the deployment key of the tests', purpose)];

/** One team with a board server and a chat server of its own. */
export interface TeamWorld {
  readonly id: string;
  /** Stands in every text that people of this team write, and in none of another's. */
  readonly sign: string;
  readonly team: Team;
  readonly board: SimBoard;
  readonly boardWorld: BoardWorld;
  readonly chat: ChatWorld;
  readonly boardHost: string;
  readonly chatHost: string;
  readonly webhook: { readonly path: string; readonly token: string };
  /** `WEBHOOKS_ATTRIBUTES`: with ids of activities, or as Wekan comes. */
  readonly attributes: readonly string[] | undefined;
}

/** A fake chat whose clock is the test's, never the same moment twice, so that posts have an order. */
class TimedChat extends ChatWorld {
  private readonly clock: Clock;
  private latest = 0;

  constructor(clock: Clock) {
    super(false);
    this.clock = clock;
  }

  override now(): number {
    this.latest = Math.max(this.latest + 1, this.clock.now);
    return this.latest;
  }
}

/**
 * Makes a team. Every team is made alike, with the same ids wherever the house could mistake one for the other's: connections, rooms,
 * people, the first card and its number.
 */
export function makeTeamWorld(id: string, clock: Clock): TeamWorld {
  const boardHost = `board.${id}.test`;
  const chatHost = `chat.${id}.test`;
  const boardWorld = emptyWorld();
  const board = seed(boardWorld);
  const columns = boardWorld.lists.filter(({ boardId }) => boardId === board._id);
  const intake = columns[0]?._id ?? '';
  // With a letter that no seal and no id has by chance.
  const sign = `§${id.toUpperCase()}`;
  const place = { boardId: board._id, listId: intake };
  addCard(boardWorld, place, { _id: 'theSameCardOfBoth', title: `${sign} old card`, userId: 'somebody' });
  const chat = makeChat(clock, id);
  const self = boardWorld.users.find(({ username }) => username === 'cardwire');
  const team: Team = {
    id,
    language: 'en',
    timezone: 'Europe/Berlin',
    members: {
      people: ['Tom', 'Ann'].map((name) => {
        const username = name.toLowerCase();
        return { name, mattermost: username, wekan: username };
      }),
      may: [...verbs],
    },
    guests: { may: ['create', 'show', 'comment', 'follow', 'unfollow', 'list', 'search', 'help'] },
    boards: {
      main: {
        ...{ product: 'wekan', id: 'main', generation: 1, url: `http://${boardHost}`, private: true },
        ...{ user: 'cardwire', password: self?.password ?? '', self: self?._id ?? '', board: board._id },
        ...{ intake, done: columns.at(-1)?._id ?? '' },
      },
    },
    channels: {
      chat: {
        ...{ product: 'mattermost', id: 'chat', generation: 1, url: `http://${chatHost}`, private: true },
        ...{ token: `bottoken${id}`, command: 'card', self: 'idofbot', workspace: 'idofworkspace' },
      },
    },
    teamChannels: [{ conversation: 'mattermost:chat:idofteam:', tell: [...tellByDefault] }],
  };
  const address = { source: 'wekan-webhook', team: id, connection: 'main', generation: 1 };
  const keys = keysFor('wekan-webhook');
  return {
    ...{ id, sign, team, board, boardWorld, chat, boardHost, chatHost },
    webhook: { path: sealAddress(address, keys), token: webhookSecret(address, keys[0]) },
    attributes: id === 'lab' ? recommendedAttributes : undefined,
  };
}

function makeChat(clock: Clock, id: string): ChatWorld {
  const chat = new TimedChat(clock);
  const user = (username: string, kind: Partial<SimUser> = {}): SimUser => {
    const made = { id: `idof${username}`, username, admin: false, bot: false, ...kind };
    chat.users.set(made.id, made);
    return made;
  };
  const people = ['tom', 'ann', 'guest'].map((name) => user(name).id);
  const bot = user('bot', { bot: true });
  chat.tokens.set(`bottoken${id}`, bot.id);
  const everyone = new Set([...people, bot.id]);
  chat.teams.set('idofworkspace', { id: 'idofworkspace', name: 'eng', members: everyone });
  for (const name of ['square', 'dev', 'team']) {
    const room: SimChannel = {
      ...{ id: `idof${name}`, team_id: 'idofworkspace', name, type: 'O' },
      members: new Set(everyone),
    };
    chat.channels.set(room.id, room);
  }
  const token = `commandtoken${id}`;
  const address = { source: 'mattermost-command', team: id, connection: 'chat', generation: 1 };
  chat.commands.set('idofcommand', {
    ...{ id: 'idofcommand', token, team_id: 'idofworkspace', creator_id: 'idoftom', trigger: 'card' },
    ...{ method: 'P', auto_complete: true, auto_complete_desc: '', auto_complete_hint: '' },
    ...{ display_name: '', description: '' },
    url: `http://doors.test${sealAddress(address, keysFor('mattermost-command'), token)}`,
  });
  return chat;
}
