import ora from 'ora';
import { createTerminal, type Io } from './terminal.ts';

/** Shows how far a long list has been worked through. */
export interface Counter {
  /** So many are done. */
  at(done: number): void;
  stop(): void;
}

/** In a log, a line for so many. */
const EVERY = 50;

/** Counts on standard error: on one line that renews on a terminal, as plain lines elsewhere. */
export function createCounter({ stderr, env }: Io, what: string, all: number): Counter {
  const terminal = createTerminal(stderr, env);
  const text = (done: number) => `${what}: ${done} of ${all}`;
  if (!terminal.interactive) {
    return {
      at: (done) => {
        if (done % EVERY === 0 && done < all) terminal.line(text(done));
      },
      stop: () => {},
    };
  }
  const spinner = ora({ stream: stderr, discardStdin: false }).start(text(0));
  return {
    at: (done) => {
      spinner.text = text(done);
    },
    stop: () => void spinner.stop(),
  };
}
