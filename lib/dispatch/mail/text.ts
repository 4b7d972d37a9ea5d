import type { EventMail } from '../../../schemas/asked.ts';
import type { CommandEvent } from '../../../schemas/event.ts';
import { type Say, say } from '../../domain/say.ts';
import { fill } from '../../texts/format.ts';
import { texts } from '../../texts/texts.ts';
import { type Asking, nameOfAsker } from '../asking.ts';

/** A text in the team's language, without any syntax. */
export function plain({ language, timezone }: Asking['team'], { key, values }: Say): string {
  return fill(texts[language][key], values, { language, timezone, escape: (value) => value });
}

/** Several texts in the team's language, one behind the other. */
export function inOneLine(team: Asking['team'], lines: readonly Say[]): string {
  return lines.map((line) => plain(team, line)).join(', ');
}

/** A board is no channel: its texts have the team's language, in Markdown. */
export function onBoard({ language, timezone }: Asking['team'], { key, values }: Say): string {
  return fill(texts[language][key], values, { language, timezone, escape: escaped });
}

function escaped(value: string): string {
  return value.replaceAll(/[\\`*_[\]<>#|~]/g, '\\$&');
}

/** What a mail says besides the person's own words, in their order on the card: whom it was passed on from, what is missing and why. */
export function withMailText(asking: Pick<Asking, 'team' | 'event' | 'self'>, said: string): string {
  const { team, event } = asking;
  const { mail } = event;
  if (!mail) return said;
  const lines = notesOf(event, mail).map((line) => onBoard(team, line));
  return joined([said, ...passedOn(team, nameOfAsker(asking), mail), ...lines]);
}

/** Markdown as it is told in conversations, which have a syntax of their own: without the backslashes, except in code. */
export function asTold(markdown: string): string {
  return markdown
    .split(/(```[\s\S]*?```|`[^`\n]*`)/)
    .map((piece, at) =>
      at % 2 === 1 ? piece : piece.replaceAll(/\\(?=[!-/:-@[-`{-~])/g, '').replaceAll('&lt;', '<'),
    )
    .join('');
}

/** Where the mail lies as it came: on the card for the team, not told to those who follow it. Empty where all of it is on the card. */
export function originalLine({ team, event, channel }: Pick<Asking, 'team' | 'event' | 'channel'>): string {
  const { mail, input } = event;
  const isAnswer = input.by === 'form' && input.form === 'comment';
  const isWhole = isAnswer && !mail?.cut && !mail?.shortened && !mail?.encrypted && !mail?.dropped;
  if (!mail || isWhole || !channel.page) return '';
  return onBoard(team, say('mail-original', { url: channel.page('original', mail.original) }));
}

/** What the writer of a mail is told of it: what of it is not on the card as they meant it. */
export function notTaken(
  { team, event }: Pick<Asking, 'team' | 'event'>,
  card: string,
  unread: readonly Say[] = [],
): readonly Say[] {
  const { mail } = event;
  return [
    ...(unread.length > 0 ? [say('mail-not-understood', { card, lines: inOneLine(team, unread) })] : []),
    ...(mail ? aboutFiles(mail) : []),
    ...(mail?.encrypted ? [say('mail-encrypted-told', { card })] : []),
  ];
}

/** Texts one below the other, those that say nothing left out. */
export function joined(parts: readonly string[]): string {
  return parts.filter((part) => part.trim() !== '').join('\n\n');
}

/** Nothing proves what a passed on mail says of itself. */
function passedOn(team: Asking['team'], who: string, { forward }: EventMail): readonly string[] {
  if (!forward) return [];
  const { from, text } = forward;
  const line = from === '' ? say('mail-forwarded-unknown', { who }) : say('mail-forwarded', { who, from });
  return [onBoard(team, line), text.replaceAll(/^/gm, '> ')];
}

function notesOf({ unproven, person }: CommandEvent, mail: EventMail): readonly Say[] {
  const { encrypted, shortened, signed } = mail;
  return [
    ...(encrypted ? [say('mail-encrypted')] : []),
    ...(shortened ? [say('mail-shortened')] : []),
    ...(signed ? [say('mail-signed')] : []),
    ...aboutFiles(mail),
    ...(unproven ? [say('mail-unproven', { address: person.id })] : []),
  ];
}

function aboutFiles({ dropped = [] }: EventMail): readonly Say[] {
  const dangerous = dropped.filter(({ why }) => why === 'dangerous').map(({ name }) => name);
  const tooMuch = dropped.filter(({ why }) => why !== 'dangerous').map(({ name }) => name);
  return [
    ...(dangerous.length > 0 ? [say('mail-files-dangerous', { files: dangerous.join(', ') })] : []),
    ...(tooMuch.length > 0 ? [say('mail-files-too-much', { files: tooMuch.join(', ') })] : []),
  ];
}
