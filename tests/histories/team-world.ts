import { sealAddress, webhookSecret } from '../../lib/domain/address.ts';
import { storeTeam } from '../../lib/teams/stored.ts';
import type { BoardConnection, Team } from '../../lib/teams/team.ts';
import { tellByDefault, verbs } from '../../schemas/team.ts';
import type { CallOut } from '../sims/mattermost/callback.ts';
import type { Attached } from './attached.ts';
import type { BoardSide } from './board-side.ts';
import type { ChatSide } from './chat-side.ts';
import type { Clock } from './clock.ts';
import { type DiscordSide, openDiscordSide } from './discord-side.ts';
import type { DoorFault, Doors } from './doors.ts';
import type { Forgotten } from './forget.ts';
import type { MailDoors } from './mail-doors.ts';
import { addressOf, type MailSide, openMailSide } from './mail-side.ts';
import { type MattermostSide, openMattermostSide } from './mattermost-side.ts';
import type { PostOffice } from './post-office.ts';
import { keysOf, type Release } from './release.ts';
import { openTaigaSide, type TaigaSide } from './taiga-side.ts';
import { createCarrier } from './webhooks.ts';
import { type BoardPlace, openWekanSide, type WekanSide } from './wekan-side.ts';

/** A board side of any product, with what stands there. */
type AnyBoard = BoardSide & { readonly connection: BoardConnection; readonly world: unknown };

/** One team with servers of its own. */
export interface TeamWorld<Board extends AnyBoard = AnyBoard> {
  readonly id: string;
  /** Stands in every text that people of this team write, and in none of another's. */
  readonly sign: string;
  /** As its settings are now. */
  readonly team: Team;
  readonly board: Board;
  readonly mattermost: MattermostSide;
  /** Where the team has one. */
  readonly discord: DiscordSide | undefined;
  /** What stands on its fake board and in its fake chat. */
  readonly boardWorld: Board['world'];
  readonly chat: MattermostSide['world'];
  readonly chats: readonly ChatSide[];
  /** Its mail domain, if it has one. */
  readonly mail?: MailSide;
  /** What its settings ever were without: connections, and rooms that hear of every card. */
  readonly dropped: ReadonlySet<string>;
  /** The settings that it began with. */
  readonly first: Team;
  /** Whom it had forgotten. */
  readonly forgotten: Forgotten[];
  /** What people attached at the board. */
  readonly attached: Attached[];
  /** Its settings are these from the next time that it is set up. */
  settle(settings: Team): void;
  /** Sets the team up, or up anew, as `cardwire setup` of this release does. Gives what the table is to keep. */
  setUp(release: Release): string;
}

/** How far the clocks of others are ahead of ours. Milliseconds. */
export interface Skew {
  readonly board: number;
  readonly chat: number;
}

export interface Surroundings {
  readonly clock: Clock;
  readonly doors: Doors;
  /** How servers call our doors, what becomes of that being told. */
  readonly callOut: (fault: DoorFault) => CallOut;
  readonly skew: Skew;
  /** SES, both ways. */
  readonly office: PostOffice;
  readonly mailDoors: MailDoors;
}

/** What a team has besides a board and a Mattermost. */
interface Besides {
  readonly discord: boolean;
  /** What strangers may do by mail, where it has a mail domain. */
  readonly strangers?: MailSide['connection']['strangers'];
}

/** A team with a Wekan board, one chat and mail. */
export function makeSmallTeam(id: string, around: Surroundings): TeamWorld<WekanSide> {
  const openBoard = (place: BoardPlace) => openWekanSide(place, false);
  return makeTeam(id, around, openBoard, { discord: false, strangers: 'confirm' });
}

/** A team with a Wekan board, whose webhooks tell the ids of activities, and all chats. */
export function makeWekanTeam(id: string, around: Surroundings): TeamWorld<WekanSide> {
  return makeTeam(id, around, (place) => openWekanSide(place, true), { discord: true });
}

/** A team with a Taiga project, all chats and mail. */
export function makeTaigaTeam(id: string, around: Surroundings): TeamWorld<TaigaSide> {
  return makeTeam(id, around, openTaigaSide, { discord: true, strangers: 'accept' });
}

/**
 * Every team is made alike, with the same ids wherever the house could mistake one for the other's: connections, rooms, people, the first
 * card and its number.
 */
function makeTeam<Board extends AnyBoard>(
  id: string,
  { clock, doors, callOut, skew, office, mailDoors }: Surroundings,
  openBoard: (place: BoardPlace) => Board,
  { discord: hasDiscord, strangers }: Besides,
): TeamWorld<Board> {
  // With a letter that no seal and no id has by chance.
  const sign = `§${id.toUpperCase()}`;
  let webhook = { path: '', secret: '' };
  const board = openBoard({
    ...{ host: `board.${id}.test`, sign, clock, carrier: createCarrier(doors, clock) },
    now: () => clock.now + skew.board,
    webhook: () => webhook,
    team: () => team,
  });
  const chatNow = () => clock.now + skew.chat;
  const mattermost = openMattermostSide(id, `chat.${id}.test`, callOut, chatNow);
  const discord = hasDiscord
    ? openDiscordSide(id, `discord.${id}.test`, callOut, () => clock.now + signable(skew.chat))
    : undefined;
  const chats = [mattermost, ...(discord ? [discord] : [])];
  const mail = strangers && openMailSide(id, strangers, { office, mailDoors, doors });
  const { product } = board.connection;
  const first: Team = {
    id,
    language: 'en',
    timezone: 'Europe/Berlin',
    members: {
      people: ['Tom', 'Ann'].map((name) => {
        const username = name.toLowerCase();
        const account = discord ? { discord: discord.account(username) } : {};
        const address = mail ? { email: addressOf(username) } : {};
        return { name, mattermost: username, ...account, ...address, [product]: username };
      }),
      may: [...verbs],
    },
    guests: { may: ['create', 'show', 'comment', 'follow', 'unfollow', 'list', 'search', 'help'] },
    boards: { main: board.connection },
    channels: {
      ...Object.fromEntries(chats.map(({ connection }) => [connection.id, connection])),
      ...(mail && { post: mail.connection }),
    },
    teamChannels: chats.map(({ teamRoom }) => ({ conversation: teamRoom, tell: [...tellByDefault] })),
  };
  let team = first;
  const dropped = new Set<string>();
  const placesOf = ({ channels, teamChannels }: Team) => [
    ...Object.keys(channels),
    ...teamChannels.map(({ conversation }) => conversation),
  ];
  return {
    get team() {
      return team;
    },
    settle: (settings) => {
      team = settings;
      const places = new Set(placesOf(team));
      for (const place of placesOf(first)) if (!places.has(place)) dropped.add(place);
    },
    forgotten: [],
    attached: [],
    ...{ id, sign, first, dropped, board, mattermost, discord, chats, ...(mail && { mail }) },
    ...{ boardWorld: board.world, chat: mattermost.world },
    setUp: (release) => {
      const source = `${product}-webhook` as const;
      const address = { source, team: id, connection: 'main', generation: 1 };
      const keys = keysOf(release, source);
      webhook = { path: sealAddress(address, keys), secret: webhookSecret(address, keys[0]) };
      mattermost.setUp(keysOf(release, 'mattermost-command'));
      discord?.setUp(keysOf(release, 'discord-interaction'));
      return storeTeam(team, keysOf(release, 'stored-secrets'));
    },
  };
}

/** Discord and our doors agree on the time to five minutes, or the doors take nothing of it (discord.md A1.1). Milliseconds. */
function signable(skew: number): number {
  return Math.max(-298_000, Math.min(298_000, skew));
}
