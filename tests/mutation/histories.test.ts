import { describe, test } from '@jest/globals';
import { playHistories } from '../histories/history.ts';

/** What `npm run test:mutation` tries each mutant of the dispatcher with, besides the tests of its own file: few, as a mutant that lives meets them all, and not made shorter. */
describe('random histories', () => {
  test.each([1, 2, 3, 4])('five from seed %i', (seed) =>
    playHistories(5, seed, undefined, { asFound: true }),
  );
});
