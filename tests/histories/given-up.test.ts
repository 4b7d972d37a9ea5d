import { expect, test } from '@jest/globals';
import { straight } from './board-side.ts';
import type { Doing } from './doings.ts';
import { calm, type House, openHouse } from './house.ts';
import { violationsOf } from './invariants.ts';
import { deadLetters, replayDead } from './operator.ts';
import { perform } from './perform.ts';

/** What queues and Lambda have given up: taken into the table on a schedule, and brought back. */

const doing = (what: Doing['what']): Doing => ({
  ...{ gap: 0, team: 0, person: 'tom', room: 0, card: 0, column: 0, travel: straight, what },
});

async function drained(house: House, fault: 'none' | 'bucket-down' = 'none') {
  await house.play(calm);
  await house.drain(fault);
  await house.play(calm);
  return (await deadLetters(house)).map(({ reason }) => reason);
}

const titles = ({ worlds: [{ board }] }: House) => board.cards().map(({ view }) => view.title);

test('a command that its queue gives up lies with the dead, and is a card when it is brought back', async () => {
  const house = await openHouse();
  await perform(house, doing('create'), 1);
  house.giveUp(0);
  expect(await drained(house)).toEqual(['received-too-often']);
  expect(titles(house)).toHaveLength(1);
  await replayDead(house, await deadLetters(house), 'whole');
  await house.play(calm);
  expect(titles(house)).toEqual([expect.any(String), expect.stringContaining('create 1')]);
  expect(violationsOf(house)).toEqual([]);
});

test('a mail that could not be read when it came is a card once it can be', async () => {
  const house = await openHouse();
  await perform(house, doing('mail-create-unread'), 1);
  await house.play(calm);
  expect(titles(house)).toHaveLength(1);
  expect(await drained(house)).toEqual([]);
  expect(titles(house)).toEqual([expect.any(String), expect.stringContaining('mail-create-unread 1')]);
  expect(violationsOf(house)).toEqual([]);
});

test('a mail that could not be read once more either lies with the dead of its team until it is brought back', async () => {
  const house = await openHouse();
  await perform(house, doing('mail-create-unread'), 1);
  expect(await drained(house, 'bucket-down')).toEqual(['failed-again']);
  await replayDead(house, await deadLetters(house), 'whole');
  expect(await drained(house)).toEqual([]);
  expect(titles(house)).toEqual([expect.any(String), expect.stringContaining('mail-create-unread 1')]);
  expect(violationsOf(house)).toEqual([]);
});

test('a file that goes along with a mail is on its card once', async () => {
  const house = await openHouse();
  await perform(house, doing('mail-create-file'), 1);
  await house.play(calm);
  const { board } = house.worlds[0];
  expect(board.cards().flatMap(({ id }) => board.filesOn(id))).toEqual(['plan-1.txt']);
  expect(violationsOf(house)).toEqual([]);
});
