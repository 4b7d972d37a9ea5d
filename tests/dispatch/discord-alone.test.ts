import { expect, test } from '@jest/globals';
import { type DiscordScene, openDiscordScene } from './discord-scene.ts';
import { put } from './mail-scene.ts';

let count = 0;
/** Somebody asks for a card alone with the bot, which names no server. Gives the cards that were opened so far. */
async function asksAlone(scene: DiscordScene, name: string): Promise<readonly string[]> {
  count += 1;
  const { id } = scene.discord.world.user(name);
  const room = scene.discord.world.direct(id).id;
  put(scene, {
    ...{ v: 1, kind: 'command', id: `alone-${count}`, at: scene.house.clock.now, team: 'lab' },
    ...{ connection: 'talk', generation: 1, conversation: `discord:talk:${room}:`, direct: true },
    ...{ person: { id, name }, reply: {}, input: { by: 'text', text: `Pump of ${name}`, mentions: {} } },
  });
  await scene.settle();
  return scene.wekan.world.cards.slice(1).map(({ title }) => title);
}

/** A second server, on which fay is and the team does not hear yet. */
async function withYard() {
  const scene = await openDiscordScene();
  const { world } = scene.discord;
  const guild = world.addGuild('friends', world.addUser('fay').id);
  const yard = world.addChannel('yard', 0, { guild: guild.id });
  const joins = () =>
    scene.house.store.teams.join('lab', {
      ...{ connection: 'talk', server: guild.id, conversation: `discord:talk:${yard.id}:` },
    });
  return { scene, joins };
}

test('alone with the bot, who is on no server of the team’s is not heard; guests and members of it are', async () => {
  const { scene } = await withYard();
  expect(await asksAlone(scene, 'fay')).toEqual([]);
  expect(await asksAlone(scene, 'guest')).toEqual(['Pump of guest']);
  expect(await asksAlone(scene, 'tom')).toEqual(['Pump of guest', 'Pump of tom']);
});

test('whose server has joined a moment ago is heard at once', async () => {
  const { scene, joins } = await withYard();
  expect(await asksAlone(scene, 'fay')).toEqual([]);
  // Another container has taken it up: the settings that this one remembers do not know it.
  await joins();
  expect(await asksAlone(scene, 'fay')).toEqual(['Pump of fay']);
});

test('another server that joins lets nobody in who is not on it', async () => {
  const { scene } = await withYard();
  const { world } = scene.discord;
  const other = world.addGuild('others', world.addUser('zoe').id);
  const attic = world.addChannel('attic', 0, { guild: other.id });
  expect(await asksAlone(scene, 'fay')).toEqual([]);
  await scene.house.store.teams.join('lab', {
    ...{ connection: 'talk', server: other.id, conversation: `discord:talk:${attic.id}:` },
  });
  expect(await asksAlone(scene, 'fay')).toEqual([]);
  expect(await asksAlone(scene, 'zoe')).toEqual(['Pump of zoe']);
});

test('who is not heard is told how to connect their server, and nothing of the team’s', async () => {
  const { scene } = await withYard();
  const { world } = scene.discord;
  await asksAlone(scene, 'fay');
  const alone = world.direct(world.user('fay').id).id;
  const told = [...world.messages.values()].filter(({ channel }) => channel === alone);
  expect(told.map(({ content }) => content)).toEqual([
    expect.stringMatching(/^You are on no server that is connected to a team yet\.[\s\S]*`\/card connect`/),
  ]);
});
