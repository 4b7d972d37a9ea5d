import { expect, test } from '@jest/globals';
import type { CommandEvent } from '../../schemas/event.ts';
import { heard, look, opens } from '../flows/sight.ts';
import { openDiscordScene } from './discord-scene.ts';
import { put } from './mail-scene.ts';
import { openScene, type Scene } from './scene.ts';

const SECOND = 1_000;

const command: CommandEvent = {
  ...{ v: 1, kind: 'command', id: 'c1', at: Date.UTC(2026, 10, 21, 9), team: 'ops', connection: 'chat' },
  ...{ generation: 1, conversation: 'mattermost:chat:idofsquare:', place: 'square', direct: false },
  ...{ person: { id: 'idoftom', name: 'tom' }, reply: {} },
  input: { by: 'text', text: 'Pump', mentions: {} },
};
const titles = ({ wekan: { world } }: Scene) => world.cards.slice(1).map(({ title }) => title);
const receives = ({ house }: Scene) => house.queues.waiting.map((each) => each.receives);

test('a command that another run is at waits for as long as that may take, without asking all the time, and is then looked after', async () => {
  const scene = await openScene();
  await scene.house.store.receipts.claim('ops', command.id);
  put(scene, command);
  await scene.lapse(60 * SECOND);
  expect([titles(scene), receives(scene)]).toEqual([[], [1]]);
  await scene.lapse(15 * SECOND);
  expect([titles(scene), receives(scene)]).toEqual([['Pump'], []]);
});

test('that it is done and cannot be written down lets it be tried again soon, and it is done and said once', async () => {
  const scene = await openScene();
  const { post } = await opens(scene, 'tom', 'Valve', { room: 'square' });
  let writes = 0;
  scene.fails(({ label }) => {
    if (label !== 'UpdateItem EVENT') return 'none';
    writes += 1;
    return writes === 2 ? 'error' : 'none';
  });
  put(scene, { ...command, input: { by: 'text', text: 'move #2 doing', mentions: {} } });
  await scene.lapse(20 * SECOND);
  expect(writes).toBeGreaterThan(3);
  expect(scene.house.queues.waiting).toEqual([]);
  expect(look(post).fields.Column).toBe('Doing');
  expect(heard(scene, 'tom')).toEqual(['\\#2 is in **Doing** now.']);
});

test('what a person asks for who takes no messages of the bot is done, once', async () => {
  const scene = await openDiscordScene();
  const { world } = scene.discord;
  const [{ id }, room] = [world.user('tom'), world.channel('square')];
  world.user('tom').dms = false;
  put(scene, {
    ...{ ...command, team: 'lab', connection: 'talk', person: { id, name: 'tom' } },
    ...{ conversation: `discord:talk:${room.id}:`, server: room.guild },
    input: { by: 'text', text: 'comment #1 Hello', mentions: {} },
  });
  await scene.lapse(60 * SECOND);
  expect(scene.wekan.world.comments).toHaveLength(1);
  expect(scene.house.queues.waiting).toEqual([]);
  expect(await scene.house.store.graveyard.list('lab')).toEqual([]);
});
