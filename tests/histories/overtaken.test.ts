import { expect, test } from '@jest/globals';
import type { Fault } from './faults.ts';
import { calm, type House, openHouse, type Script } from './house.ts';
import { violationsOf } from './invariants.ts';
import { markOf, viewOfPost } from './mattermost-views.ts';
import { before, holding } from './scripts.ts';

/** Rare meetings that random histories have found, or would find once in ten thousand: each played on purpose. */

const seen = (house: House, room: string) =>
  house.worlds[0].chat
    .postsIn(room)
    .filter((post) => markOf(post)?.part === 'card')
    .map(viewOfPost);

const cardOf = (house: House, title: string) =>
  house.worlds[0].boardWorld.cards.find((card) => card.title.includes(title))?._id ?? '';

/** The first call that this text names suffers the fault; all else goes well. */
function failing(call: string, fault: Fault): Script {
  let left = true;
  return {
    choose: calm.choose,
    faultFor: ({ side, label }) => {
      if (!left || !`${side} ${label}`.includes(call)) return 'none';
      left = false;
      return fault;
    },
  };
}

test('somebody on the board is faster than the record of who opened the card', async () => {
  const house = await openHouse();
  await house.hands[0].chat('tom').command('square', '/card §OPS pump');
  await house.play(failing('/cards', 'kill-done'), house.clock.now + 1_000);
  void house.hands[0].board('ann').moveCard(cardOf(house, 'pump'), 'Doing');
  await house.play(calm);
  expect(seen(house, 'square')).toMatchObject([{ title: '#2 §OPS pump', column: 'Doing' }]);
  expect(violationsOf(house)).toEqual([]);
});

test.each<[string, Fault, number]>([
  ['minutes', 'kill-before', 90_000],
  ['seconds', 'error', 1_000],
])('what a command did is undone before it is done again, %s later', async (_, fault, later) => {
  const house = await openHouse();
  await house.hands[0].chat('tom').command('square', '/card §OPS pump');
  await house.play(calm);
  house.clock.advanceTo(house.clock.now + 60_000);
  await house.hands[0].chat('tom').command('square', '/card assign #2 bob');
  // The first one claims the command, the second one completes it.
  const script = failing('UpdateItem EVENT', 'none');
  await house.play({ ...script, faultFor: nth(2, 'UpdateItem EVENT', fault) }, house.clock.now + later);
  await house.hands[0].chat('ann').command('dev', '/card unassign #2 bob');
  await house.play(calm);
  expect(violationsOf(house)).toEqual([]);
});

function nth(count: number, call: string, fault: Fault): Script['faultFor'] {
  let met = 0;
  return ({ label }) => {
    if (label.includes(call)) met += 1;
    return label.includes(call) && met === count ? fault : 'none';
  };
}

test('a card changes between the look of who begins to follow it and their record', async () => {
  const house = await openHouse();
  await house.hands[0].chat('ann').command('square', '/card follow #1 here');
  const script = holding(house, before('command', 'UpdateItem CARD'));
  await house.play(script, house.clock.now + 1_000);
  void house.hands[0].board('tom').archive('theSameCardOfBoth');
  await house.play(script, house.clock.now + 1_000);
  await house.play(calm);
  expect(seen(house, 'square')).toMatchObject([{ state: 'archived' }]);
  expect(violationsOf(house)).toEqual([]);
});

test('a card is deleted before it is known who opened it', async () => {
  const house = await openHouse();
  const gym = house.worlds[2];
  await gym.mattermost.hand('tom').command('square', '/card §GYM pump');
  const script = holding(house, before('command', 'UpdateItem CARD'));
  await house.play(script, house.clock.now + 1_000);
  void gym.board.person('ann').remove(gym.board.cards().at(-1)?.id ?? '');
  await house.play(script, house.clock.now + 1_000);
  await house.play(calm);
  const living = gym.mattermost.posts().filter(({ conversation }) => conversation.includes('square'));
  expect(living).toMatchObject([{ view: { state: 'deleted' } }]);
  expect(violationsOf(house)).toEqual([]);
});

test('a rule of the board moves a card at once, before anybody was shown it', async () => {
  const house = await openHouse();
  await house.hands[0].chat('tom').command('square', '/card §OPS pump');
  const script = holding(house, before('command', 'SendMessageBatch'));
  await house.play(script, house.clock.now + 1_000);
  void house.hands[0].board('cardwire').moveCard(cardOf(house, 'pump'), 'Done');
  await house.play(script, house.clock.now + 1_000);
  await house.play(calm);
  expect(seen(house, 'square')).toMatchObject([{ column: 'Done' }]);
  expect(violationsOf(house)).toEqual([]);
});

test('what the bridge did on the board itself is shown and not told', async () => {
  const house = await openHouse();
  await house.hands[0].chat('tom').command('square', '/card §OPS pump');
  await house.play(calm);
  house.clock.advanceTo(house.clock.now + 60_000);
  void house.hands[0].board('cardwire').moveCard(cardOf(house, 'pump'), 'Done');
  await house.play(calm);
  expect(seen(house, 'square')).toMatchObject([{ column: 'Done' }]);
  expect(house.worlds[0].chat.postsIn('square')).toHaveLength(1);
  expect(violationsOf(house)).toEqual([]);
});
