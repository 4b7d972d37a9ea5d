/** Time that only moves when it is told to. */
export class Clock {
  /** Epoch milliseconds. */
  now: number;
  private sleepers: { readonly until: number; readonly wake: () => void }[] = [];

  constructor(now: number) {
    this.now = now;
  }

  readonly read = (): number => this.now;

  /** Resolves when time has come so far. */
  readonly sleep = (ms: number): Promise<void> =>
    new Promise((wake) => {
      this.sleepers.push({ until: this.now + ms, wake });
    });

  /** When the next sleeper wakes; undefined when nobody sleeps. */
  nextWake(): number | undefined {
    return this.sleepers.length > 0 ? Math.min(...this.sleepers.map(({ until }) => until)) : undefined;
  }

  /** Lets time come so far, and wakes whom it is time for. */
  advanceTo(moment: number): void {
    this.now = Math.max(this.now, moment);
    const due = this.sleepers.filter(({ until }) => until <= this.now);
    this.sleepers = this.sleepers.filter(({ until }) => until > this.now);
    for (const { wake } of due) wake();
  }
}
