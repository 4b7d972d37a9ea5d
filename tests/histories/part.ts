import { expect, test } from '@jest/globals';
import { count, noFigures } from './figures.ts';
import { playHistories } from './history.ts';
import { tasksOf } from './tasks.ts';

/**
 * How many histories are played, and from which seed on: `CARDWIRE_HISTORIES=5000 CARDWIRE_SEED=7 npm run jest -- tests/histories`. The
 * default is the same each time, so that a change of the code and not chance breaks it. `npm run test:long` plays 100,000 others.
 */
const histories = Number(process.env.CARDWIRE_HISTORIES ?? 2_000);
const seed = Number(process.env.CARDWIRE_SEED ?? 20_261_121);

/** In so many files, for as many processors: the last file of a run keeps but one of them busy. */
const PARTS = 4;

/** The test of one of them, counted from 1. */
export function playPart(part: number): void {
  const tasks = tasksOf(histories, seed).filter((_, at) => at % PARTS === part - 1);
  test(`${histories} random histories from seed ${seed} on break no promise, part ${part}`, async () => {
    for (const task of tasks) {
      const figures = noFigures();
      await playHistories(task.count, task.seed, (house) => count(figures, house));
      if (process.env.CARDWIRE_HISTORIES) process.stdout.write(`${JSON.stringify(figures)}\n`);
      expect(Math.min(figures.faults, figures.events, figures.posts)).toBeGreaterThan(task.count);
    }
  }, 3_600_000);
}
