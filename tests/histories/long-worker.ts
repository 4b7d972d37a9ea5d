import { count, type Figures, noFigures } from './figures.ts';
import { playHistories } from './history.ts';
import type { Task } from './tasks.ts';

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
