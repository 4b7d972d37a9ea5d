import { expect, test } from '@jest/globals';
import { cardPost, look, submits, types } from '../flows/sight.ts';
import { openScene } from './scene.ts';

/** A form's date is read as a command's option is. */
async function submitted(due: string) {
  const scene = await openScene();
  await types(scene, 'tom', '/card', { room: 'square' });
  return { scene, told: await submits(scene, 'tom', { title: 'Pump', due }) };
}

test.each([
  ['2026-12-24', 'Thu 24 Dec'],
  ['24 December 2026.', 'Thu 24 Dec'],
  ['none', undefined],
  ['kein Datum', undefined],
])('%s', async (due, day) => {
  const { scene, told } = await submitted(due);
  expect(told).toEqual([]);
  const { Due: shown } = look(cardPost(scene, 'square', 'Pump')).fields;
  expect(shown).toBe(day);
});

test.each([
  ['blorp', /blorp/],
  ['yesterday', /over|past|already/],
])('%s is refused', async (due, text) => {
  const { scene, told } = await submitted(due);
  expect(told).toEqual([expect.stringMatching(text)]);
  expect(scene.world.board.cards()).toHaveLength(1);
});
