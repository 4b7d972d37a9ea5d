import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits for something as long as anything moves at all, however long that takes on a busy machine, and gives up after a long standstill.
 */
export interface Patience {
  /** Something has moved. */
  moved(): void;
  /** Resolves with what `look` gives once it gives something, looking every so many milliseconds. */
  until<T>(what: string, look: () => Looked<T> | Promise<Looked<T>>, every?: number): Promise<T>;
}

type Looked<T> = T | undefined | false;

/** Real milliseconds without any movement that are a standstill. */
const STANDSTILL = 30_000;

/** Makes it. */
export function createPatience(): Patience {
  let last = Date.now();
  const moved = () => {
    last = Date.now();
  };
  return {
    moved,
    until: async (what, look, every = 10) => {
      moved();
      for (;;) {
        const seen = await look();
        if (seen !== undefined && seen !== false) return seen;
        if (Date.now() - last > STANDSTILL) throw new Error(`never seen: ${what}`);
        await sleep(every);
      }
    },
  };
}
