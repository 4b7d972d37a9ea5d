import { expect, test } from '@jest/globals';
import { count, noFigures } from './figures.ts';
import { playHistories } from './history.ts';

/**
 * How many histories are played, and from which seed: `CARDWIRE_HISTORIES=5000 CARDWIRE_SEED=7 npm run jest -- tests/histories`. The
 * default is the same each time, so that a change of the code and not chance breaks it. `npm run test:long` plays 100,000 others.
 */
const histories = Number(process.env.CARDWIRE_HISTORIES ?? 2_000);
const seed = Number(process.env.CARDWIRE_SEED ?? 20_261_121);

test(`${histories} random histories from seed ${seed} break no promise`, async () => {
  const figures = noFigures();
  await playHistories(histories, seed, (house) => count(figures, house));
  if (process.env.CARDWIRE_HISTORIES) process.stdout.write(`${JSON.stringify(figures)}\n`);
  expect(Math.min(figures.faults, figures.events, figures.posts)).toBeGreaterThan(histories);
}, 3_600_000);
