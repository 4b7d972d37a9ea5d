import { expect, test } from '@jest/globals';
import { newCode, readCode } from '../../lib/domain/code.ts';
import type { CommandEvent } from '../../schemas/event.ts';
import { type DiscordScene, openDiscordScene } from './discord-scene.ts';
import { put } from './mail-scene.ts';
import { openScene, says } from './scene.ts';

let count = 0;

/** A second server, with the channel `yard`, on which fay is, and a code that lets it in. */
async function withCode() {
  const scene = await openDiscordScene();
  const { world } = scene.discord;
  const guild = world.addGuild('friends', world.addUser('fay').id);
  const yard = world.addChannel('yard', 0, { guild: guild.id });
  const code = newCode();
  await scene.house.store.codes.give('lab', readCode(code) ?? '', { kind: 'connect', connection: 'talk' });
  return { scene, guild, yard, code };
}

/** Fay asks for it in a room, as the door puts it on the queue. Gives what she is told alone since. */
async function asks(
  scene: DiscordScene,
  asked: Pick<CommandEvent, 'input' | 'conversation'> & Partial<CommandEvent>,
): Promise<readonly string[]> {
  count += 1;
  const { world } = scene.discord;
  const { id } = world.user('fay');
  const alone = world.direct(id).id;
  const texts = () =>
    [...world.messages.values()].filter(({ channel }) => channel === alone).map(({ content }) => content);
  const before = texts().length;
  put(scene, {
    ...{ v: 1, kind: 'command', id: `asks-${count}`, at: scene.house.clock.now, team: 'lab' },
    ...{ connection: 'talk', generation: 1, direct: false, person: { id, name: 'fay' }, reply: {} },
    ...asked,
  });
  await scene.settle();
  return texts().slice(before);
}

const connecting = (code: string) => ({ by: 'options', verb: 'connect', options: { code } }) as const;

test('a server is connected from a channel of its own that hears of every card, and nowhere else; the code stays good', async () => {
  const { scene, guild, yard, code } = await withCode();
  const { id } = scene.discord.world.user('fay');
  const alone = `discord:talk:${scene.discord.world.direct(id).id}:`;
  const room = `discord:talk:${yard.id}:`;
  const input = connecting(code);
  expect(await asks(scene, { input, conversation: alone, direct: true })).toEqual([
    expect.stringMatching(
      /^This connects a server\. Type `\/card connect` with the code in one of its channels/,
    ),
  ]);
  expect(await asks(scene, { input, conversation: `${room}${yard.id}1`, server: guild.id })).toEqual([
    expect.stringMatching(/^A thread cannot hear of every card\. Type `\/card connect` with the code/),
  ]);
  expect(await asks(scene, { input, conversation: room, server: guild.id, mute: true })).toEqual([
    expect.stringMatching(/^I may not write in this channel, and it would hear of every card\./),
  ]);
  expect(await asks(scene, { input, conversation: room, server: guild.id })).toEqual([
    expect.stringMatching(
      /^This server is connected now, and this channel hears of every card\. `\/card help`/,
    ),
  ]);
});

test('a server that has just been connected hears of what happens next on the board', async () => {
  const { scene, guild, yard, code } = await withCode();
  const conversation = `discord:talk:${yard.id}:`;
  await scene.act('bob', (bob) => bob.createCard({ title: 'Before' }));
  await asks(scene, { input: connecting(code), conversation, server: guild.id });
  await scene.act('bob', (bob) => bob.createCard({ title: 'Pump' }));
  const there = scene.discord.posts().filter((post) => post.conversation.includes(yard.id));
  expect(there.map(({ view }) => view?.title)).toEqual([expect.stringContaining('Pump')]);
});

test('a server whose run died when it was written down is told that it is connected now', async () => {
  const { scene, guild, yard, code } = await withCode();
  let left = 1;
  scene.fails(({ label }) => (label === 'UpdateItem SETTINGS' && left-- > 0 ? 'kill-done' : 'none'));
  const conversation = `discord:talk:${yard.id}:`;
  const told = await asks(scene, { input: connecting(code), conversation, server: guild.id });
  expect(left).toBeLessThan(1);
  expect(told).toEqual([expect.stringMatching(/^This server is connected now/)]);
});

test('an account is not linked by a message that nothing proves', async () => {
  const scene = await openDiscordScene((team) => ({
    ...team,
    guests: { may: [...team.guests.may, 'link' as const] },
  }));
  scene.discord.world.addGuild('friends', scene.discord.world.addUser('fay').id);
  const code = newCode();
  await scene.house.store.codes.give('lab', readCode(code) ?? '', { kind: 'link', name: 'Ann' });
  const conversation = `discord:talk:${scene.discord.world.channel('square').id}:`;
  const input = { by: 'options', verb: 'link', options: { code } } as const;
  const server = scene.discord.connection.server;
  expect(await asks(scene, { input, conversation, server, unproven: true })).toEqual([
    expect.stringMatching(/^Nothing proves that this message is yours, so I link nothing to it\./),
  ]);
});

test('in a team whose chats know people by their user names, there is no account to link', async () => {
  const scene = await openScene();
  expect((await says(scene, 'tom', 'link'))[0]).toMatch(/^There is nothing to link: this team has no chat/);
  expect((await says(scene, 'tom', `link ${newCode()}`))[0]).toMatch(
    /^There is no need to link this account/,
  );
});
