import type { EventMail } from '../../../schemas/asked.ts';
import type { CommandEvent } from '../../../schemas/event.ts';
import { type Say, say } from '../../domain/say.ts';
import { type Asking, nameOfAsker } from '../asking.ts';
import { inOneLine, joined, onBoard } from '../team-text.ts';

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
