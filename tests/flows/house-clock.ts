/** The one clock of a house: its doors, its dispatcher, its queues and every fake server around it tell this time. */
export interface HouseClock {
  /** Whether it goes on by itself, as for measuring; else it stands still until it is told, however long a busy machine takes. */
  readonly runs: boolean;
  /** Epoch milliseconds. */
  now(): number;
  /** Lets time pass. Milliseconds. */
  pass(ms: number): void;
  /** What it showed at a moment of this machine's clock, for what has that one only. Both in epoch milliseconds. */
  at(moment: number): number;
}

/** A working day, and no round moment. */
const BEGINNING = Date.parse('2026-12-02T09:41:17.250Z');

/** A clock that only moves when it is told to. */
export function stillClock(): HouseClock {
  const shown = [{ from: 0, now: BEGINNING }];
  const now = () => shown.at(-1)?.now ?? BEGINNING;
  return {
    runs: false,
    now,
    pass: (ms) => void shown.push({ from: Date.now(), now: now() + ms }),
    at: (moment) => shown.findLast(({ from }) => from <= moment)?.now ?? BEGINNING,
  };
}

/** This machine's clock, which can be moved on besides. */
export function runningClock(): HouseClock {
  const clock = { ahead: 0 };
  return {
    runs: true,
    now: () => Date.now() + clock.ahead,
    pass: (ms) => {
      clock.ahead += ms;
    },
    at: (moment) => moment + clock.ahead,
  };
}
