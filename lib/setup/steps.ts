import type { Todo, Told } from '../domain/told.ts';
import { explain } from './explain.ts';

/** How a step ended: done, left to a person, not done on purpose, or failed. */
export type Outcome = 'ok' | 'todo' | 'skipped' | 'failed';

/** Shows the steps as they go. One step is under way at a time. */
export interface Progress {
  begin(title: string): void;
  end(outcome: Outcome, detail: string): void;
}

/** Runs steps one after the other; a failed one is told and does not keep the next from running. */
export interface Steps {
  /** @returns the work's result; undefined when it failed. */
  run<T>(title: string, work: () => Promise<T>, tell: (result: T) => Told): Promise<T | undefined>;
  readonly failed: number;
  readonly todos: readonly Todo[];
}

/**
 * Begins a row of steps.
 * Errors that are no `CardwireError` or `SetupProblem` go up: they are the machine's (AWS, a bug), not the far side's.
 */
export function createSteps(progress: Progress): Steps {
  const todos: Todo[] = [];
  let failed = 0;
  const tellOf = (told: Told) => {
    if (typeof told === 'string') return progress.end('ok', told);
    if ('skipped' in told) return progress.end('skipped', told.skipped);
    todos.push(told);
    progress.end('todo', told.title);
  };
  return {
    todos,
    get failed() {
      return failed;
    },
    async run(title, work, tell) {
      progress.begin(title);
      try {
        const result = await work();
        tellOf(tell(result));
        return result;
      } catch (error) {
        failed += 1;
        progress.end('failed', explain(error));
        return undefined;
      }
    },
  };
}
