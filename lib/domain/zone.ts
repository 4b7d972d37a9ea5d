/** A moment as a clock on the wall shows it. Months count from 1. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const MINUTE = 60_000;

/** Minutes by which clocks in a time zone are ahead of UTC at a moment. */
export function offsetAt(moment: Date, timeZone: string): number {
  const shown = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).format(moment);
  // Some versions of the time zones' data call no offset at all plain GMT.
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(shown) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}

/**
 * The moment at which clocks in a time zone show this. A time that summer time skips is moved on by the skipped hour, one that
 * comes twice is the first.
 */
export function momentOf(wall: WallClock, timeZone: string): Date {
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute);
  const before = offsetAt(new Date(asUtc - 24 * 60 * MINUTE), timeZone);
  const after = offsetAt(new Date(asUtc + 24 * 60 * MINUTE), timeZone);
  const shown = [before, after]
    .map((offset) => new Date(asUtc - offset * MINUTE))
    .find((moment) => moment.getTime() + offsetAt(moment, timeZone) * MINUTE === asUtc);
  return shown ?? new Date(asUtc - before * MINUTE);
}

/** The year in a time zone at a moment. */
export function yearAt(moment: Date, timeZone: string): number {
  return new Date(moment.getTime() + offsetAt(moment, timeZone) * MINUTE).getUTCFullYear();
}

/** Whether the calendar has this day. Months count from 1. */
export function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
