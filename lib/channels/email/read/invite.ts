import { cleanLine } from './clean.ts';

/** What an invitation to a meeting says (RFC 5545), as far as a card needs it. */
export interface Invite {
  /** In capitals: `REQUEST`, `CANCEL`, `REPLY`, `COUNTER` …; `PUBLISH` where the mail does not say. */
  readonly method: string;
  readonly summary: string;
  /** `2026-11-24 10:00 (Europe/Berlin)`, `2026-11-24` for a whole day: as it was written, nothing converted. */
  readonly start?: string;
  readonly end?: string;
  readonly place?: string;
}

const LONGEST_CALENDAR = 200_000;

/** Reads the first event of a calendar; undefined for a text that has none. `method` is the part's own, where it names one. */
export function readInvite(calendar: string, method?: string): Invite | undefined {
  const text = calendar.slice(0, LONGEST_CALENDAR).replace(/\r?\n[ \t]/g, '');
  const lines = eventLines(text.split(/\r?\n/));
  if (!lines) return undefined;
  const start = moment(lines, 'DTSTART');
  const end = moment(lines, 'DTEND');
  const place = textOf(lines, 'LOCATION');
  const said = method ?? /^METHOD:\s*(\w{1,20})/im.exec(text)?.[1] ?? 'PUBLISH';
  return {
    method: said.toUpperCase(),
    summary: textOf(lines, 'SUMMARY'),
    ...(start && { start }),
    ...(end && { end }),
    ...(place && { place }),
  };
}

/** The lines of the first event itself: an alarm inside it has properties of the same names. */
function eventLines(lines: readonly string[]): readonly string[] | undefined {
  const begin = lines.findIndex((line) => /^BEGIN:VEVENT\s*$/i.test(line));
  if (begin < 0) return undefined;
  const end = lines.findIndex((line, at) => at > begin && /^(?:END:VEVENT|BEGIN:)/i.test(line));
  return lines.slice(begin + 1, end < 0 ? undefined : end);
}

/** An invitation in three lines of plain text: what, when, where. Empty for one that says nothing. */
export function inviteText({ summary, start, end, place }: Invite): string {
  const when = start && end ? `${start} – ${withoutDay(end, start)}` : start;
  return [summary, when, place].filter((line) => line).join('\n');
}

/** The end of a meeting on the day it began is told by its time alone. */
function withoutDay(end: string, start: string): string {
  return end.length > 10 && end.slice(0, 10) === start.slice(0, 10) ? end.slice(11) : end;
}

function property(lines: readonly string[], name: string) {
  const found = lines.find((line) =>
    line
      .slice(0, name.length + 1)
      .toUpperCase()
      .match(`^${name}[:;]`),
  );
  const [, params = '', value = ''] =
    /^[A-Z]+((?:;[^:";]*(?:"[^"]*"[^:";]*)?){0,20}):(.*)$/i.exec(found ?? '') ?? [];
  return { params, value };
}

function textOf(lines: readonly string[], name: string): string {
  return cleanLine(
    property(lines, name)
      .value.replace(/\\n/gi, ' ')
      .replace(/\\([\\;,])/g, '$1'),
    300,
  );
}

function moment(lines: readonly string[], name: string): string | undefined {
  const { params, value } = property(lines, name);
  const [, year, month, day, hour, minute, utc] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?/.exec(value) ?? [];
  if (year === undefined) return undefined;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined) return date;
  const zone = utc ? 'UTC' : cleanLine(/;TZID="?([^";:]{1,60})/i.exec(params)?.[1] ?? '');
  return `${date} ${hour}:${minute}${zone && ` (${zone})`}`;
}
