import { expect } from '@jest/globals';
import { startWorld as startDiscord } from '../channels/discord/world.ts';
import { startMailWorld } from '../channels/email/mail-world.ts';
import { startWorld } from '../channels/mattermost/world.ts';
import { byId } from '../sims/discord/snowflake.ts';
import { attachmentsOf } from '../sims/mattermost/world.ts';
import { channelConformance } from './channel.ts';
import { realMattermost } from './real-mattermost.ts';

for (const old of [false, true]) {
  channelConformance(old ? 'Mattermost 5.37 (fake)' : 'Mattermost 11 (fake)', async () => {
    const { sim, channel, room, conversation, stop } = await startWorld({ old });
    return {
      channel,
      room,
      conversation: conversation(),
      person: sim.as('eva').user.id,
      stranger: sim.as('mia').user.id,
      thread: async () => {
        const { id } = sim.as('eva').post('ops', 'The pump is broken');
        return { conversation: conversation(id), first: id };
      },
      messages: async (where) =>
        sim.world
          .postsIn(where)
          .filter(({ user_id }) => user_id === sim.bot.id)
          .map((post) => ({
            id: post.id,
            under: post.root_id,
            text: post.message + (attachmentsOf(post).length > 0 ? JSON.stringify(attachmentsOf(post)) : ''),
            buttons: attachmentsOf(post).flatMap(({ actions = [] }) => actions).length,
          })),
      remove: async (message) => sim.as('eva').deletePost(message),
      stop,
    };
  });
}

channelConformance('Discord (fake)', async () => {
  const { sim, channel, room, conversation, stop } = await startDiscord();
  const places = (of: string) =>
    [...sim.world.channels.values()].filter(
      ({ id, parent, deleted }) => !deleted && [id, parent].includes(of),
    );
  return {
    channel,
    room,
    conversation: conversation(),
    person: sim.as('eva').user.id,
    stranger: sim.as('mia').user.id,
    hostile: {
      text: '@everyone @here <@1> <@&1> <#1> <t:0:R> [a](https://evil.example.org) @\u200Beveryone',
      never: /@(everyone|here)|<[@#t]|(?<!\\)\[a/,
    },
    thread: async () => {
      const { id } = sim.as('eva').post('general', 'The pump is broken');
      sim.as('eva').opensThread('general', 'The pump', { message: id });
      return { conversation: conversation(id), first: id };
    },
    messages: async (where) =>
      places(where)
        .flatMap((place) => sim.messages(place.id).map((message) => ({ message, place })))
        .filter(({ message }) => message.author === sim.bot.username)
        .sort((a, b) => byId(a.message, b.message))
        .map(({ message, place }) => ({
          id: message.id,
          under: place.id === where ? '' : place.id,
          text: message.text,
          buttons: message.buttons.length + message.selects.length,
        })),
    // Of a thread's first message the thread goes as well.
    remove: async (message) => {
      sim.as('owner').deletes(message);
      if (sim.world.channels.has(message)) sim.as('owner').deletesChannel(message);
    },
    pings: async () => sim.pings('eva').length,
    stop,
  };
});

channelConformance('E-mail (fake SES)', async () => {
  const { ses, channel, direct, begun, stop } = await startMailWorld();
  const person = 'eva@example.net';
  return {
    channel,
    conversation: direct(person),
    room: encodeURIComponent(person),
    person,
    stranger: 'mia@example.net',
    handle: { mail: { id: 'asked@example.net', references: [], subject: 'The pump' } },
    // Nobody is pinged by a mail; what people write is no mark, and no header.
    hostile: {
      text: 'here [a](https://evil.example.org) **b**\r\nBcc: mia@example.net',
      never: /a: https:/,
    },
    thread: async () => {
      const first = 'first@example.net';
      return { conversation: await begun(person, first), first };
    },
    messages: async (where) =>
      ses.to(decodeURIComponent(where)).map(({ messageId, headers, subject, text }) => ({
        id: messageId,
        under: headers['in-reply-to'] ? (/<([^>]+)>/.exec(headers.references ?? '')?.[1] ?? '') : '',
        text: `${subject}\n${text}`,
        buttons: 0,
      })),
    // What was sent stays sent; its reader may throw it away.
    remove: async (message) => ses.remove(message),
    stop: async () => {
      await stop();
      expect(ses.faults).toEqual([]);
    },
  };
});

if (process.env.CARDWIRE_TEST_MATTERMOST_URL) {
  channelConformance('Mattermost (real)', () => realMattermost(process.env));
}
