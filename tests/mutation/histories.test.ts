import { describe, test } from '@jest/globals';
import { playHistories } from '../histories/history.ts';

/** What `npm run test:mutation` tries each mutant of the dispatcher with, besides the tests of its own file: short, and not made shorter. */
describe('random histories', () => {
  test.each([1, 2, 3, 4, 5, 6])('ten from seed %i', (seed) =>
    playHistories(10, seed, undefined, { asFound: true }),
  );
});
