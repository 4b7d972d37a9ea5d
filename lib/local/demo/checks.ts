import { setTimeout as sleep } from 'node:timers/promises';
import { inspect, isDeepStrictEqual } from 'node:util';

/** Something was not as it should be. */
export class CheckFailed extends Error {
  readonly expected: string;
  readonly seen: string;

  constructor(expected: string, seen: unknown) {
    super(`expected ${expected}`);
    this.name = 'CheckFailed';
    this.expected = expected;
    this.seen = typeof seen === 'string' ? seen : inspect(seen, { depth: 6, breakLength: 90 });
  }
}

/** Checks that are counted. Each throws `CheckFailed`. */
export interface Checks {
  readonly count: number;
  same(what: string, seen: unknown, expected: unknown): void;
  /** Every one of the parts stands in the text. */
  has(what: string, text: string, ...parts: readonly string[]): void;
  /** Looks until there is something, for up to 45 s: a burst alone may take ten. `seen` is told when it never comes. */
  comes<T>(what: string, look: () => T | undefined | Promise<T | undefined>, seen: () => unknown): Promise<T>;
}

const patience = 45_000;

/** Begins to count. */
export function createChecks(): Checks {
  let count = 0;
  return {
    get count() {
      return count;
    },
    same: (what, seen, expected) => {
      if (!isDeepStrictEqual(seen, expected)) throw new CheckFailed(`${what}: ${inspect(expected)}`, seen);
      count += 1;
    },
    has: (what, text, ...parts) => {
      const missing = parts.filter((part) => !text.includes(part));
      if (missing.length > 0) throw new CheckFailed(`${what} with “${missing.join('” and “')}”`, text);
      count += 1;
    },
    comes: async (what, look, seen) => {
      const until = Date.now() + patience;
      for (;;) {
        const found = await look();
        if (found !== undefined) {
          count += 1;
          return found;
        }
        if (Date.now() > until) throw new CheckFailed(`${what}, within ${patience / 1000} s`, await seen());
        await sleep(25);
      }
    },
  };
}
