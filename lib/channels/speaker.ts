import type { Say, SayValue } from '../domain/say.ts';
import type { Team } from '../teams/team.ts';
import { fill, formatDate, type Rendering } from '../texts/format.ts';
import { texts } from '../texts/texts.ts';

/** Puts texts into the team's language. */
export interface Speaker {
  /** In the channel's own syntax, what people and boards wrote made harmless. */
  say(text: Say): string;
  /** For places that show characters as they are: names of buttons and fields, dialogs. */
  plain(text: Say): string;
  /** A moment in the team's time zone. */
  date(moment: Date): string;
  /** A text of a person or a board, made harmless in the channel's syntax. */
  escape(text: string): string;
}

/** One channel's syntax. */
export interface Syntax {
  readonly escape: Rendering['escape'];
  /** A link's target that cannot leave its brackets; empty when it is no web address. */
  readonly link: (url: string) => string;
}

/** A speaker for one team in one channel's syntax; `now` (epoch milliseconds) decides whether a date needs its year. */
export function createSpeaker(
  { language, timezone }: Pick<Team, 'language' | 'timezone'>,
  now: () => number,
  syntax: Syntax,
): Speaker {
  const speak = (text: Say, escaping: Rendering['escape']) =>
    fill(texts[language][text.key], linked(text.values, syntax.link), {
      language,
      timezone,
      escape: escaping,
      now: new Date(now()),
    });
  return {
    say: (text) => speak(text, syntax.escape),
    plain: (text) => speak(text, (value) => value),
    date: (moment) => formatDate(moment, { language, timezone, now: new Date(now()) }),
    escape: (text) => syntax.escape(text, 'text'),
  };
}

function linked(
  values: Readonly<Record<string, SayValue>>,
  link: Syntax['link'],
): Readonly<Record<string, SayValue>> {
  return typeof values.url === 'string' ? { ...values, url: link(values.url) } : values;
}
