import type { House } from './house.ts';

/** What a history must never come to: each a sentence about what was seen. */
export function violationsOf(house: House): readonly string[] {
  return house.queues.waiting.map(({ queue }) => `a message stays on ${queue}`);
}
