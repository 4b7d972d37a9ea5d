import { sealAddress } from '../../lib/domain/address.ts';
import { formatConversation, parseConversation } from '../../lib/domain/conversation.ts';
import type { Keys } from '../../lib/domain/keys.ts';
import type { MattermostConnection } from '../../lib/teams/team.ts';
import type { CallOut } from '../sims/mattermost/callback.ts';
import { createHand, type Hand } from '../sims/mattermost/hand.ts';
import type { SimChannel, SimCommand, SimPost, SimUser } from '../sims/mattermost/model.ts';
import { attachmentsOf, World } from '../sims/mattermost/world.ts';
import type { Asked, ChatHand, ChatSide, SeenPost } from './chat-side.ts';
import type { DoorFault } from './doors.ts';
import { mattermostFar } from './far-sides.ts';
import { lastOfPost, linkOfPost, markOf, viewOfPost } from './mattermost-views.ts';
import { createRefusals } from './refusals.ts';

export interface MattermostSide extends ChatSide {
  readonly connection: MattermostConnection;
  readonly world: World;
  /** The fake's own hands. */
  hand(name: string): Hand;
  /** Sets the command's address, as set-up does. */
  setUp(keys: Keys): void;
}

/** As long as Mattermost's ids are: what is shorter is taken for a name. */
const workspace = 'idofworkspaceidofworkspace';

/** A Mattermost with Tom, Ann and a guest, and the rooms square, dev and team. Its ids are the same for every team. */
export function openMattermostSide(
  team: string,
  host: string,
  callOutWith: (fault: DoorFault) => CallOut,
  now: () => number,
): MattermostSide {
  const world = new World(false, now);
  const command = furnish(world, team);
  const hand = (name: string, fault: DoorFault = 'none') =>
    createHand(world, callOutWith(fault), `http://${host}`, world.user(name));
  const allPosts = () => [...world.posts.values()].filter(markOf);
  const posts = () =>
    allPosts().filter((post) => post.delete_at === 0 && !world.channel(post.channel_id).archived);

  return {
    connection: {
      ...{ product: 'mattermost', id: 'chat', generation: 1, url: `http://${host}`, private: true },
      ...{ token: `bottoken${team}`, command: 'card', self: 'idofbot', workspace },
    },
    ...{ world, hand },
    far: mattermostFar(host, world, callOutWith('none')),
    teamRoom: 'mattermost:chat:idofteam:',
    rooms: ['square', 'dev'],
    setUp: (keys) => {
      const address = { source: 'mattermost-command', team, connection: 'chat', generation: 1 };
      command.url = `http://doors.test${sealAddress(address, keys, command.token)}`;
    },
    posts: () => posts().map((post) => seen(post, world.channels.get(post.channel_id)?.name ?? '')),
    tells: (conversation, text) => {
      const { room, thread } = parseConversation(conversation);
      return allPosts().some(
        (post) =>
          markOf(post)?.part === 'news' &&
          post.channel_id === room &&
          (thread === '' || thread === post.root_id) &&
          post.message.includes(text),
      );
    },
    answered: ({ reply, input, person }) => {
      const hook = /\w+$/.exec(reply.url ?? '')?.[0] ?? '';
      const direct = posts().some((post) => markOf(post)?.part === 'answer');
      // The bare command asks for the form.
      const form = input.by === 'text' && input.text === '';
      const opened = form && world.dialogs.some(({ user_id }) => user_id === person.id);
      return (world.responseUrls.get(hook)?.uses ?? 0) > 0 || direct || opened;
    },
    whispers: () => [
      ...world.ephemerals.map(({ text }) => text),
      ...posts()
        .filter((post) => markOf(post)?.part === 'answer')
        .map(({ message }) => message),
    ],
    everything: () => [[...world.posts.values()], world.ephemerals],
    person: (name, fault) => personOf(world, hand(name, fault)),
    deleteRoom: (room) => {
      world.channel(room).archived = true;
    },
    fate: (conversation) => (world.channel(parseConversation(conversation).room).archived ? 'gone' : 'open'),
    ...createRefusals({
      roomId: (name) => `idof${name}`,
      lock: (room) => world.channels.get(room)?.members.delete('idofbot'),
      unlock: (room) => world.channels.get(room)?.members.add('idofbot'),
      revoke: () => world.tokens.delete(`bottoken${team}`),
      giveBack: () => world.tokens.set(`bottoken${team}`, 'idofbot'),
    }),
  };
}

function personOf(world: World, hand: Hand): ChatHand {
  return {
    type: (room, asked, threaded) => {
      const root = threaded === undefined ? '' : hand.post(room, threaded).id;
      return hand.command(room, typed(asked), { root });
    },
    click: async (id, action, column) => {
      const post = world.posts.get(id);
      const actions = (post ? attachmentsOf(post) : []).flatMap((each) => each.actions ?? []);
      const offered = actions.find(({ id }) => id === action);
      if (offered) await hand.click(id, action, offered.options && column);
    },
    talks: (id, text) => {
      const { channel_id, root_id } = world.posts.get(id) ?? { channel_id: '', root_id: '' };
      hand.post(channel_id, text, { root: root_id || id });
    },
    deletes: hand.deletePost,
    opensForm: (room) => hand.command(room, '/card'),
    sendsForm: async (text) => {
      const field = hand.dialog()?.elements[0]?.name;
      if (field === undefined) return;
      await hand.submitDialog({ [field]: text });
      if (hand.dialog()) await hand.submitDialog({ [field]: text });
    },
  };
}

/** A new card's title stands alone, everything else after its verb. */
function typed({ verb, options }: Asked): string {
  const values = Object.entries(options).map(([name, value]) => {
    if (name === 'notify') return `notify:${value}`;
    return value === true ? name : value;
  });
  return ['/card', ...(verb === 'create' ? [] : [verb]), ...values].join(' ');
}

function seen(post: SimPost, name: string): SeenPost {
  const { id, channel_id: room, root_id: thread, message: text } = post;
  const { id: mark, part } = markOf(post) ?? { id: '', part: '' };
  const conversation = formatConversation({ channel: 'mattermost', connection: 'chat', room, thread });
  const about = { id, part, mark, conversation, room: name, thread: thread || id, text };
  return part === 'card'
    ? { ...about, link: linkOfPost(post), view: viewOfPost(post), last: lastOfPost(post) }
    : about;
}

function furnish(world: World, team: string): SimCommand {
  const user = (username: string, kind: Partial<SimUser> = {}): SimUser => {
    const made = { id: `idof${username}`, username, admin: false, bot: false, ...kind };
    world.users.set(made.id, made);
    return made;
  };
  const people = ['tom', 'ann', 'guest'].map((name) => user(name).id);
  const bot = user('bot', { bot: true });
  world.tokens.set(`bottoken${team}`, bot.id);
  const everyone = new Set([...people, bot.id]);
  world.teams.set(workspace, { id: workspace, name: 'eng', members: everyone });
  for (const name of ['square', 'dev', 'team']) {
    const room: SimChannel = {
      ...{ id: `idof${name}`, team_id: workspace, name, type: 'O' },
      members: new Set(everyone),
    };
    world.channels.set(room.id, room);
  }
  const command: SimCommand = {
    ...{ id: 'idofcommand', token: `commandtoken${team}`, team_id: workspace, creator_id: 'idoftom' },
    ...{ trigger: 'card', method: 'P', auto_complete: true, auto_complete_desc: '', auto_complete_hint: '' },
    ...{ display_name: '', description: '', url: '' },
  };
  world.commands.set(command.id, command);
  return command;
}
