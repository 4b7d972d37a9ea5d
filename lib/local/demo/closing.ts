/** What is to be ended, however the demo ends. */
export interface Closing {
  /** Remembers how to end something, from the moment it begins. */
  add(close: () => Promise<void>): void;
  /** Ends everything, the last begun first. Safe to call twice. */
  closeAll(): Promise<void>;
}

/** Begins an empty list. A closer that fails does not keep the others from closing. */
export function createClosing(): Closing {
  const closers: (() => Promise<void>)[] = [];
  return {
    add: (close) => void closers.push(close),
    closeAll: async () => {
      for (let close = closers.pop(); close; close = closers.pop()) await close().catch(() => undefined);
    },
  };
}

const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Resolves with the exit code that belongs to the signal, when one comes. */
export function endOf(process: NodeJS.Process): Promise<number> {
  return new Promise((resolve) => {
    for (const [signal, code] of Object.entries(signals)) process.on(signal, () => resolve(code));
  });
}
