import { expect, test } from '@jest/globals';
import { cardPost, look, said } from '../flows/sight.ts';
import { put } from './mail-scene.ts';
import { openScene, type Scene, says } from './scene.ts';

/** The conversation of somebody alone with the bot, which lets the bot write no more once it is told to. */
function alone({ mattermost: { world } }: Scene, name: string) {
  const { id, members } = world.direct(`idof${name}`, 'idofbot');
  return { room: id, conversation: `mattermost:chat:${id}:`, refuses: () => members.delete('idofbot') };
}

/** Tom opens a card alone with the bot, and Ann follows it alone with the bot. */
async function withCard() {
  const scene = await openScene();
  const { conversation, room } = alone(scene, 'tom');
  put(scene, {
    ...{ v: 1, kind: 'command', id: 'c', at: scene.house.clock.now, team: 'ops', connection: 'chat' },
    ...{ generation: 1, conversation, direct: true, person: { id: 'idoftom', name: 'tom' }, reply: {} },
    input: { by: 'text', text: 'Pump', mentions: {} },
  });
  await scene.settle();
  expect(look(cardPost(scene, room, 'Pump')).last).toBe('Tom opened this card');
  await says(scene, 'ann', 'follow #2');
  await scene.lapse(60_000);
  const moves = () =>
    scene.act('bob', (bob) => bob.moveCard(scene.wekan.world.cards.at(-1)?._id ?? '', 'Doing'));
  return { scene, moves };
}

test('a person who takes no direct messages any more does not hear of their cards, and the team is told so', async () => {
  const { scene, moves } = await withCard();
  alone(scene, 'tom').refuses();
  await moves();
  expect(said(scene, 'team').filter((text) => text.includes('any more'))).toEqual([
    'I cannot send direct messages to Tom any more, so they do not hear of their cards. When they allow direct messages from me again, whoever runs Cardwire sends `cardwire resume ops`.',
  ]);
  expect(look(cardPost(scene, alone(scene, 'ann').room, 'Pump')).fields.Column).toBe('Doing');
});

test('whoever follows a card of others alone may close their direct messages: it is nobody’s business', async () => {
  const { scene, moves } = await withCard();
  alone(scene, 'ann').refuses();
  await moves();
  expect(said(scene, 'team').filter((text) => text.includes('any more'))).toEqual([]);
  expect(await scene.house.store.paused.list('ops')).toMatchObject([{ resting: true, told: true }]);
  expect(look(cardPost(scene, alone(scene, 'tom').room, 'Pump')).fields.Column).toBe('Doing');
});

test('as long as the chat does not say whether they are alone, the team is not told of a room that there is not', async () => {
  const { scene, moves } = await withCard();
  alone(scene, 'ann').refuses();
  // Nobody remembers which room is hers.
  scene.house.deploy(scene.house.release);
  let asked = 0;
  scene.fails(({ label }) => {
    if (!label.includes('channels/direct')) return 'none';
    asked += 1;
    return asked > 2 ? 'none' : 'status-500';
  });
  await moves();
  expect(asked).toBe(3);
  expect(said(scene, 'team').filter((text) => text.includes('any more'))).toEqual([]);
  expect(await scene.house.store.paused.list('ops')).toMatchObject([{ resting: true, told: true }]);
  expect(scene.house.queues.waiting).toEqual([]);
});
