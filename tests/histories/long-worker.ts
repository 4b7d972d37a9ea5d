import { count, type Figures, noFigures } from './figures.ts';
import { playHistories } from './history.ts';

/** So many histories from this seed. */
export interface Task {
  readonly seed: number;
  readonly count: number;
}

/** What they came to, or why one failed. */
export type Outcome = Figures | { readonly failure: string };

// Another one may have failed, and with it all of them end.
process.on('error', () => process.exit(1));
process.on('message', async (task: Task) => {
  const figures = noFigures();
  try {
    await playHistories(task.count, task.seed, (house) => count(figures, house));
    if (process.connected) process.send?.(figures);
  } catch (error) {
    process.send?.({ failure: error instanceof Error ? error.message : String(error) });
  }
});
