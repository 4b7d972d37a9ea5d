import { momentOf, offsetAt } from '../../domain/zone.ts';

/** Taiga's due dates are days, `YYYY-MM-DD`. A day is due when it is over for the team: 23:59, as chat's dates without a time are. */

/** The day on which a moment (ISO 8601) falls in a time zone. */
export function dayOf(moment: string, timezone: string): string {
  const date = new Date(moment);
  return new Date(date.getTime() + offsetAt(date, timezone) * 60_000).toISOString().slice(0, 10);
}

/** The end of a day in a time zone, ISO 8601. */
export function endOfDay(day: string, timezone: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return momentOf({ year, month, day: date, hour: 23, minute: 59 }, timezone).toISOString();
}
