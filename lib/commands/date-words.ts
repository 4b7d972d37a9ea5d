import { isDay, momentOf, yearAt } from '../domain/zone.ts';
import type { Circumstances } from './reading.ts';

/** The library takes the 13 of "dec 13" for a year. */
const monthThenDay =
  /^((?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-zä]*\.?) (\d{1,2})(?:st|nd|rd|th)?(?=$|[\s,])/i;

/**
 * What people write and the date library does not know, in its words; undefined for a day that no calendar has. `1.12.` without
 * a year is the next one that comes.
 */
export function spellOut(
  text: string,
  { now, timezone }: Pick<Circumstances, 'now' | 'timezone'>,
): string | undefined {
  const known = text
    .replace(/^(on|by|until|till|bis zum|bis|zum)\s+/i, '')
    .replace(/^(end of day|eod)$/i, 'today')
    .replace(/^(this week|end of (the )?week|eow|diese woche|ende der woche)$/i, 'friday')
    .replace(/^(ende des monats|monatsende)$/i, 'end of month')
    .replace(/^(am |this |dieses )?wochenende$/i, 'weekend')
    .replace(/\b(kommenden|coming)\s+/i, '')
    .replace(/(?<=\s)fr(ü|ue)h$/i, 'vormittag')
    .replace(monthThenDay, '$2 $1');
  const numeric = /^(?:am )?(\d{1,2})\.\s?(\d{1,2})(?:\. ?(\d{4})|\.(\d{2})?)?(?=$|[\s,])(.*)$/i.exec(known);
  if (numeric && !/^\s*uhr/i.test(numeric[5] ?? '')) {
    const [, day, month, year, shortYear, time = ''] = numeric;
    const date = calendarDay(Number(day), Number(month), year ?? shortYear, now, timezone);
    return date && `${date}${time}`;
  }
  const [, year, month, day] = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})/.exec(known) ?? [];
  return year === undefined || isDay(Number(year), Number(month), Number(day)) ? known : undefined;
}

/** The day as ISO 8601; without a year the next one that comes. */
function calendarDay(
  day: number,
  month: number,
  year: string | undefined,
  now: Date,
  timezone: string,
): string | undefined {
  const thisYear = yearAt(now, timezone);
  const years = year
    ? [Number(year.length === 2 ? `20${year}` : year)]
    : [0, 1, 2, 3, 4].map((n) => thisYear + n);
  const possible = years.filter((y) => isDay(y, month, day));
  const endsAfterNow = (y: number) =>
    momentOf({ year: y, month, day, hour: 23, minute: 59 }, timezone) >= now;
  const chosen = possible.find(endsAfterNow) ?? possible[0];
  const two = (n: number) => String(n).padStart(2, '0');
  return chosen === undefined ? undefined : `${chosen}-${two(month)}-${two(day)}`;
}

/** "friday 3" is a friday and three of something, unless it says "friday at 3"; "1 dec 15" is no year. */
export function endsInStrayNumber(text: string): boolean {
  if (/^\d{1,2}\.? \p{L}+\.? \d{1,2}$/u.test(text)) return true;
  const [, before = ''] = /(\S+) \d{1,2}$/.exec(text) ?? [];
  return /^(.*tag|.*day|mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun|today|tomorrow|heute|morgen|.*\d)$/i.test(
    before,
  );
}

/** Whether a text says that there is no date. */
export function meansNoDate(text: string): boolean {
  return /^(none|no|never|off|clear|remove|keins?|keine|kein datum|weg|nie|ohne|-|–|—)$/i.test(text);
}
