import type { Language } from '../../schemas/team.ts';

/** What turns a template into words for one reader. */
export interface Rendering {
  readonly language: Language;
  /** IANA name of the team's time zone. */
  readonly timezone: string;
  /**
   * Makes a text of a person or a board harmless in the channel's syntax. `within` is `code` for a value between backquotes,
   * where a channel shows escapes as they stand.
   */
  readonly escape: (text: string, within: 'text' | 'code') => string;
  /** The year of this moment is left out of dates. The present when absent. */
  readonly now?: Date;
}

/**
 * Fills `{name}`s of a template. Strings are escaped, except the value called `url`; numbers stand as they are (card numbers
 * have no thousands); dates are written by `formatDate`. A name without a value stays as it is written.
 */
export function fill(
  template: string,
  values: Readonly<Record<string, string | number | Date>>,
  rendering: Rendering,
): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string, at: number) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return placeholder;
    if (typeof value === 'number') return String(value);
    if (value instanceof Date) return formatDate(value, rendering);
    return name === 'url' ? value : rendering.escape(value, isInCode(template, at) ? 'code' : 'text');
  });
}

function isInCode(template: string, at: number): boolean {
  return template.slice(0, at).replaceAll('```', '`').split('`').length % 2 === 0;
}

/**
 * A moment as people of the team write it: "Fri 27 Nov, 14:00", "Fr 27. Nov., 14:00"; with the year when it is not this one.
 * 23:59 is how a due date without a time is kept (see `lib/commands/dates.ts`), so it is shown as the day alone.
 */
export function formatDate(date: Date, { language, timezone, now = new Date() }: DateRendering): string {
  if (Number.isNaN(date.getTime())) return '–';
  const part = partsOf(date, language, timezone);
  const sameYear = part.year === partsOf(now, language, timezone).year;
  const dayMonth = language === 'de' ? `${part.day}. ${part.month}` : `${part.day} ${part.month}`;
  const day = `${part.weekday.replace('.', '')} ${dayMonth}${sameYear ? '' : ` ${part.year}`}`;
  const time = `${part.hour}:${part.minute}`;
  return time === '23:59' ? day : `${day}, ${time}`;
}

type DateRendering = Pick<Rendering, 'language' | 'timezone' | 'now'>;

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' };

function partsOf(date: Date, language: Language, timeZone: string) {
  const part = { weekday: '', day: '', month: '', year: '', hour: '', minute: '' };
  const format = new Intl.DateTimeFormat(locales[language], {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  for (const { type, value } of format.formatToParts(date)) {
    if (type in part) part[type as keyof typeof part] = value;
  }
  return part;
}
