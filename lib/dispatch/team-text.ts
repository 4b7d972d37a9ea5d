import type { Say } from '../domain/say.ts';
import type { Team } from '../teams/team.ts';
import { fill } from '../texts/format.ts';
import { texts } from '../texts/texts.ts';

/** Texts that no channel says: on a board, or inside another text. */

/** Whose language and time zone they have. */
type Speaking = Pick<Team, 'language' | 'timezone'>;

/** A text in the team's language, without any syntax. */
export function plain({ language, timezone }: Speaking, { key, values }: Say): string {
  return fill(texts[language][key], values, { language, timezone, escape: (value) => value });
}

/** Several texts in the team's language, one behind the other. */
export function inOneLine(team: Speaking, lines: readonly Say[]): string {
  return lines.map((line) => plain(team, line)).join(', ');
}

/** A board is no channel: its texts have the team's language, in Markdown. */
export function onBoard({ language, timezone }: Speaking, { key, values }: Say): string {
  return fill(texts[language][key], values, { language, timezone, escape: escaped });
}

function escaped(value: string): string {
  return value.replaceAll(/[\\`*_[\]<>#|~]/g, '\\$&');
}

/** Texts one below the other, those that say nothing left out. */
export function joined(parts: readonly string[]): string {
  return parts.filter((part) => part.trim() !== '').join('\n\n');
}
