import { casual as german } from 'chrono-node/de';
import { GB as english } from 'chrono-node/en';
import { isDay, momentOf, offsetAt, type WallClock } from '../domain/zone.ts';
import { endsInStrayNumber, spellOut } from './date-words.ts';
import type { Circumstances } from './reading.ts';

/**
 * Dates in words. A day without a time is due at 23:59 of the team's own clock: the whole day is left to do it, and a card is
 * overdue when the day is over, not at its beginning. `lib/texts/format.ts` shows 23:59 as the day alone.
 */

type Chrono = typeof english;
type Clock = Pick<Circumstances, 'now' | 'timezone' | 'language'>;
type Parsed = ReturnType<Chrono['parse']>[number]['start'];

/** Longer texts are no dates; keeps the patterns of the date library away from long lines. */
const LONGEST_TEXT = 60;
const MOST_WORDS = 6;

/**
 * The moment that a text names from its first letter to its last, in English or German (the team's language first), past ones
 * too; undefined when it names none. `1/12` and `1.12.` are the first of December.
 */
export function readDate(text: string, clock: Clock): Date | undefined {
  const plain = text.trim().replace(/\s+/g, ' ');
  if (plain === '' || plain.length > LONGEST_TEXT || /^in an?$/i.test(plain)) return undefined;
  const wording = spellOut(plain, clock);
  if (wording === undefined || endsInStrayNumber(wording)) return undefined;
  const languages = clock.language === 'de' ? [german, english] : [english, german];
  for (const attempt of [wording, `in ${wording}`]) {
    for (const language of languages) {
      const date = readWhole(attempt, language, clock);
      if (date) return date;
    }
  }
  return undefined;
}

/**
 * The longest date that the first words make.
 * @returns the moment and how many words it took; undefined when they begin with no date.
 */
export function readLeadingDate(
  words: readonly string[],
  clock: Clock,
): { readonly date: Date; readonly words: number } | undefined {
  for (let count = Math.min(words.length, MOST_WORDS); count > 0; count--) {
    // A sign alone belongs to what follows; the library would take it for part of the date.
    if (!/[\p{L}\p{N}]/u.test(words[count - 1] ?? '')) continue;
    const text = words.slice(0, count).join(' ');
    const date = readDate(text, clock) ?? readDate(text.replace(/[.,;:!?)]+$/, ''), clock);
    if (date) return { date, words: count };
  }
  return undefined;
}

function readWhole(text: string, language: Chrono, { now, timezone }: Clock): Date | undefined {
  const [result] = language.parse(text, { instant: now, timezone: offsetAt(now, timezone) });
  if (!result || result.end || result.text.length !== text.length) return undefined;
  const { start } = result;
  const exact = start.isCertain('timezoneOffset');
  const date = exact ? start.date() : comingMoment(start, text, now, timezone);
  return date && date.getTime() > 0 && date.getUTCFullYear() < 10_000 ? date : undefined;
}

const partOfDay =
  /(morning|noon|evening|night|tonight|vormittag|mittag|abend|nacht|mitternacht|morgens|abends)$/i;

/**
 * What was said without a year, a week or a day comes still. The library's own forward look counts a day as past at noon, takes
 * "last friday" for the next one and depends on the machine's time zone.
 */
function comingMoment(start: Parsed, text: string, now: Date, timezone: string): Date | undefined {
  const said = wallClock(start, text);
  const backwards = /\b(last|past|letzte[nrs]?|vorige[nrs]?)\b/i.test(text);
  const sure = (name: 'day' | 'weekday' | 'month' | 'year') => start.isCertain(name);
  const onlyTime = !sure('day') && !sure('weekday') && !sure('month');
  const step = sure('weekday') && !sure('day') ? { day: 7 } : onlyTime ? { day: 1 } : { year: 1 };
  const steps = backwards || sure('year') ? [0] : [0, 1, 2, 3, 4];
  const moments = steps
    .map((n) => ({ ...said, year: said.year + n * (step.year ?? 0), day: said.day + n * (step.day ?? 0) }))
    .filter((wall) => step.day !== undefined || isDay(wall.year, wall.month, wall.day))
    .map((wall) => momentOf(wall, timezone));
  return moments.find((moment) => moment >= now) ?? moments[0];
}

function wallClock(start: Parsed, text: string): WallClock {
  const part = (name: 'year' | 'month' | 'day' | 'hour' | 'minute') => start.get(name) ?? 0;
  const [year, month] = [part('year'), part('month')];
  const day = isMonthAlone(start) ? new Date(Date.UTC(year, month, 0)).getUTCDate() : part('day');
  const timed = start.isCertain('hour') || partOfDay.test(text);
  return { year, month, day, hour: timed ? part('hour') : 23, minute: timed ? part('minute') : 59 };
}

/** "December" is due at its end; "next month", which the library counts from today, is not meant. */
function isMonthAlone(start: Parsed): boolean {
  const counted = typeof start.get('timezoneOffset') === 'number';
  return start.isCertain('month') && !start.isCertain('day') && !start.isCertain('weekday') && !counted;
}
