import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

/** Where a world of fakes has a clock of its own: two clocks in one world agree on a quick machine only. */
const rooms = ['flows', 'histories', 'sims'];

/** What knows of the machine's clock: a fake that is given none, the clock of a house, and what measures patience with a real machine. */
const mayKnow = /^(sims\/\w+\/sim|flows\/(house-clock|patience)|histories\/long)\.ts$/;

const machineClock = /\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b/;

test('whoever plays in a world of fakes tells the time by its clock, not by the machine’s', () => {
  const files = rooms.flatMap((room) =>
    readdirSync(join(import.meta.dirname, '..', room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${room}/${name}`),
  );
  expect(files.filter((file) => mayKnow.test(file)).length).toBeGreaterThan(5);
  const wrong = files.filter(
    (file) =>
      !mayKnow.test(file) && machineClock.test(readFileSync(join(import.meta.dirname, '..', file), 'utf8')),
  );
  expect(wrong).toEqual([]);
});
