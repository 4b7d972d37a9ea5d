import * as z from 'zod/mini';

/** The newest date that was seen, and the dates of what changed shortly before it, by id. */
export const dates = z.object({ since: z.string(), recent: z.record(z.string(), z.string()) });

export type Dates = z.infer<typeof dates>;

/** A document with the date of its last change, ISO 8601. */
interface Dated {
  readonly id: number;
  readonly modified_date: string;
}

export const beginningOf: Dates = { since: '', recent: {} };

/** Writes of different people are not stored in the order of their dates. Milliseconds. */
const OVERLAP_MS = 60_000;

/** Whether something has changed since. */
export function isNewIn({ since, recent }: Dates, { id, modified_date }: Dated): boolean {
  return modified_date >= overlapping(since) && recent[id] !== modified_date;
}

/** The dates that were seen by now. */
export function datesAfter(before: string, docs: readonly Dated[]): Dates {
  const since = docs.reduce((last, { modified_date: at }) => (at > last ? at : last), before);
  const recent = docs.filter(({ modified_date }) => modified_date >= overlapping(since));
  return { since, recent: Object.fromEntries(recent.map(({ id, modified_date }) => [id, modified_date])) };
}

/** The moment from which changes may not have been seen, ISO 8601; empty at the beginning. */
export function overlapping(since: string): string {
  return since === '' ? '' : new Date(Date.parse(since) - OVERLAP_MS).toISOString();
}
