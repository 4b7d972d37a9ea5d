import { commandsFor } from '../../lib/channels/discord/commands.ts';
import { messageCommand } from '../../lib/channels/discord/commands-words.ts';
import { readButtonId } from '../../lib/channels/discord/interaction/custom-id.ts';
import { type Address, sealAddress } from '../../lib/domain/address.ts';
import { formatConversation, parseConversation } from '../../lib/domain/conversation.ts';
import type { Keys } from '../../lib/domain/keys.ts';
import type { DiscordConnection } from '../../lib/teams/team.ts';
import { en } from '../../lib/texts/en.ts';
import { createHand, type Hand } from '../sims/discord/hand.ts';
import { asList } from '../sims/discord/messages.ts';
import type { Json, SimMessage } from '../sims/discord/model.ts';
import { bit } from '../sims/discord/permissions.ts';
import { threadOf } from '../sims/discord/threads.ts';
import { World } from '../sims/discord/world.ts';
import type { CallOut } from '../sims/mattermost/callback.ts';
import type { Asked, ChatHand, ChatSide, Right } from './chat-side.ts';
import { isGone, isLocked, postsOf, seenPost } from './discord-views.ts';
import type { DoorFault } from './doors.ts';
import { discordFar } from './far-sides.ts';
import { createRefusals } from './refusals.ts';

export interface DiscordSide extends ChatSide {
  readonly connection: DiscordConnection;
  readonly world: World;
  /** The fake's own hands. */
  hand(name: string): Hand;
  /** The id of somebody's account. */
  account(name: string): string;
  /** Sets the endpoint's address, as set-up does. */
  setUp(keys: Keys): void;
}

const commands = commandsFor('card', 'global');

/** What a person is told while what they asked for waits. */
const waiting = [en.kept, en['will-try-again']];

/** The conversation with the bot alone, among the rooms. */
const direct = 'direct';

/** A Discord server with Tom, Ann and a guest, and the channels square, dev and team. Its ids are the same for every team. */
export function openDiscordSide(
  team: string,
  host: string,
  callOutWith: (fault: DoorFault) => CallOut,
  now: () => number,
): DiscordSide {
  const world = new World(now);
  world.origin = `http://${host}`;
  const reach = (fault: DoorFault) => {
    const callOut = callOutWith(fault);
    world.transport = (url, { headers, body }) =>
      callOut(url, { method: 'POST', headers: { ...headers }, body });
  };
  reach('none');
  const { id: application, verifyKey: publicKey, token, bot } = world.application;
  const { server, teamRoom } = furnish(world);
  const hand = (name: string) => createHand(world, world.user(name));
  const seen = (posts: readonly SimMessage[]) => posts.map((post) => seenPost(world, post));
  const posts = () =>
    seen(postsOf(world).filter(({ deleted, channel }) => !deleted && !isGone(world, channel)));
  const answers = () => [...world.messages.values()].filter(({ only, loading }) => only !== '' && !loading);

  return {
    connection: {
      ...{
        product: 'discord',
        id: 'talk',
        generation: 1,
        url: `http://${host}/api/v10`,
        private: true,
        token,
      },
      ...{ command: 'card', self: bot, application, publicKey, server, development: false },
    },
    ...{ world, hand, account: (name) => world.user(name).id },
    far: discordFar(host, world),
    teamRoom: formatConversation({ channel: 'discord', connection: 'talk', room: teamRoom, thread: '' }),
    rooms: ['square', 'dev', direct],
    setUp: (keys) => {
      const address: Address = {
        ...{ source: 'discord-interaction', team, connection: 'talk', generation: 1 },
        caller: `${application}.${publicKey}`,
      };
      world.application.endpoint = `http://doors.test${sealAddress(address, keys)}`;
    },
    posts,
    tells: (conversation, text) => {
      const { room, thread } = parseConversation(conversation);
      return seen(postsOf(world)).some((post) => {
        const at = parseConversation(post.conversation);
        return (
          post.part === 'news' &&
          at.room === room &&
          // What a thread does not take any more is said in its room.
          (thread === '' || thread === at.thread || isLocked(world, thread)) &&
          post.text.includes(text)
        );
      });
    },
    answered: ({ reply, person }) => {
      const asked = [...world.interactions.values()].find((each) => each.token === reply.token);
      const alone = world.direct(person.id).id;
      const own = [...world.messages.values()].filter(({ interaction }) => interaction === asked?.id);
      const heard = [
        ...own.filter(({ loading }) => !loading).map(({ content }) => content),
        ...posts()
          .filter(
            ({ part, conversation }) => part === 'answer' && parseConversation(conversation).room === alone,
          )
          .map(({ text }) => text),
      ];
      // That it takes longer is not the end of it.
      return (
        own.some(({ deleted }) => deleted) ||
        heard.some((text) => !waiting.some((each) => text.includes(each)))
      );
    },
    whispers: () => [
      ...answers().map(({ content }) => content),
      ...posts()
        .filter(({ part }) => part === 'answer')
        .map(({ text }) => text),
    ],
    everything: () => [[...world.messages.values()], [...world.choices.values()]],
    deleteRoom: (room) => {
      world.channel(room).deleted = true;
    },
    fate: (conversation) => {
      const { room, thread } = parseConversation(conversation);
      if (isGone(world, thread || room)) return 'gone';
      return isLocked(world, thread) ? 'closed' : 'open';
    },
    ...createRefusals({
      roomId: (name) => world.channel(name).id,
      lock: (room, right) =>
        world.channel(room).overwrites.set(bot, { type: 'member', allow: 0n, deny: bitOf(right) }),
      unlock: (room) => world.channel(room).overwrites.delete(bot),
      revoke: () => {
        world.application.token = 'another one';
      },
      giveBack: () => {
        world.application.token = token;
      },
    }),
    person: (name, fault = 'none') => {
      reach(fault);
      return personOf(world, hand(name));
    },
  };
}

function bitOf(right: Right | undefined): bigint {
  if (right === undefined) return bit.VIEW_CHANNEL;
  if (right === 'speak') return bit.SEND_MESSAGES;
  return right === 'speak-in-threads' ? bit.SEND_MESSAGES_IN_THREADS : bit.CREATE_PUBLIC_THREADS;
}

function personOf(world: World, hand: Hand): ChatHand {
  const roomOf = (room: string) => (room === direct ? world.direct(hand.user.id).id : room);
  return {
    type: async (room, { verb, options }: Asked, threaded) => {
      const place = roomOf(room);
      if (world.channel(place).deleted) return;
      // There are no threads in a direct conversation.
      const begins = threaded !== undefined && room !== direct;
      const message = begins ? hand.post(place, threaded).id : '';
      const where = begins ? hand.opensThread(place, threaded, { message }).id : place;
      await hand.types(where, `/card ${verb}`, options);
    },
    click: async (id, action, column) => {
      const message = world.message(id);
      const { recipient } = world.channel(message.channel);
      const offered = componentOf(message, action);
      if (!offered || !['', hand.user.id].includes(recipient)) return;
      const name = String(offered.custom_id);
      await (offered.type === 2 ? hand.clicks(id, name) : hand.chooses(id, name, column));
    },
    talks: (id, text) => {
      const message = world.message(id);
      const channel = world.channel(message.channel);
      const under =
        channel.type === 0
          ? (threadOf(world, message)?.id ?? hand.opensThread(channel.id, text, { message: id }).id)
          : channel.id;
      hand.post(under, text);
    },
    deletes: hand.deletes,
    startsTyping: async (room) => {
      if (!world.channel(roomOf(room)).deleted)
        await hand.autocompletes(roomOf(room), '/card show', { card: '#' }, 'card');
    },
    opensForm: async (room, said) => {
      if (world.channel(roomOf(room)).deleted) return;
      await hand.messageCommand(hand.post(roomOf(room), said).id, messageCommand.english);
    },
    sendsForm: async (text) => {
      const field = hand.fields()[0]?.customId;
      if (field === undefined) return;
      const { error } = await hand.submits({ [field]: text });
      if (error !== undefined) await hand.submits({ [field]: text });
    },
  };
}

function componentOf({ components }: SimMessage, action: string): Json | undefined {
  const offered = components.flatMap((row) => asList(row.components));
  return offered.find(({ custom_id }) => readButtonId(String(custom_id))?.action === action);
}

function furnish(world: World): { readonly server: string; readonly teamRoom: string } {
  const guild = world.addGuild('eng', world.addUser('owner').id);
  for (const name of ['tom', 'ann', 'guest']) world.join(guild, world.addUser(name).id);
  const [, , teamRoom] = ['square', 'dev', 'team'].map((name) =>
    world.addChannel(name, 0, { guild: guild.id }),
  );
  world.commands.set(
    'global',
    commands.map((body) => {
      const id = world.newId();
      return { id, version: id, type: body.type, name: body.name, body: { ...body } };
    }),
  );
  return { server: guild.id, teamRoom: teamRoom?.id ?? '' };
}
