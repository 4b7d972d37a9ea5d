import type { Say, SayValue } from '../../domain/say.ts';
import type { Team } from '../../teams/team.ts';
import { fill, formatDate, type Rendering } from '../../texts/format.ts';
import { texts } from '../../texts/texts.ts';
import { escapeMarkdown, safeLink } from './escape.ts';

/** Puts texts into the team's language. */
export interface Speaker {
  /** As Markdown, what people and boards wrote made harmless. */
  say(text: Say): string;
  /** For places that show characters as they are: names of buttons and fields, dialogs. */
  plain(text: Say): string;
  /** A moment in the team's time zone. */
  date(moment: Date): string;
}

/** A speaker for one team; `now` decides whether a date needs its year. */
export function createSpeaker(
  { language, timezone }: Pick<Team, 'language' | 'timezone'>,
  now: () => number,
): Speaker {
  const speak = (text: Say, escaping: Rendering['escape']) =>
    fill(texts[language][text.key], linked(text.values), {
      language,
      timezone,
      escape: escaping,
      now: new Date(now()),
    });
  return {
    say: (text) => speak(text, escapeMarkdown),
    plain: (text) => speak(text, (value) => value),
    date: (moment) => formatDate(moment, { language, timezone, now: new Date(now()) }),
  };
}

function linked(values: Readonly<Record<string, SayValue>>): Readonly<Record<string, SayValue>> {
  return typeof values.url === 'string' ? { ...values, url: safeLink(values.url) } : values;
}
