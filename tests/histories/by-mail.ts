import type { Doing } from './doings.ts';
import { addressOf, type MailSide } from './mail-side.ts';
import type { PostedMail } from './post-office.ts';
import type { TeamWorld } from './team-world.ts';

/** What people and their programs may do by mail. */
export const mailDeeds = [
  'mail-create',
  'mail-create-twice',
  'mail-create-copied',
  'mail-create-quiet',
  'mail-reply',
  'mail-reply',
  'mail-reply-twice',
  'mail-reply-line',
  'mail-create-file',
  'mail-reply-file',
  'mail-create-unread',
  'mail-reply-unread',
  'mail-forward',
  'mail-vacation',
  'mail-unsubscribe',
  'mail-stop',
  'mail-bounce',
  'mail-bounce-for-now',
  'mail-complaint',
  'mail-stranger',
  'mail-confirm',
] as const;

/** Does it, where the team has a mail domain. `text` stands in no other mail. */
export async function byMail({ mail, board }: TeamWorld, doing: Doing, text: string): Promise<void> {
  if (!mail) return;
  const { what, person, travel } = doing;
  const isTwice = what.endsWith('-twice');
  const more = {
    ...(isTwice && { times: 2 }),
    ...(what.endsWith('-file') && { file: fileFor(text) }),
    ...(what.endsWith('-unread') && { unread: true }),
  };
  const opening = { to: mail.address, subject: text, text: 'Please look.', ...more };
  if (what === 'mail-stranger') return mail.write('stranger', opening, travel);
  if (what === 'mail-create-copied')
    return mail.write(person, { ...opening, cc: addressOf(person === 'ann' ? 'tom' : 'ann') }, travel);
  if (what === 'mail-create-quiet') return mail.write(person, { ...opening, quiet: true }, travel);
  if (what.startsWith('mail-create')) return mail.write(person, opening, travel);
  if (what === 'mail-confirm') {
    const asking = mail.posted().findLast((each) => each.text.includes('do=confirm&'));
    return asking && mail.press(asking, 'confirm', travel);
  }
  const answered = mailFor(mail, doing);
  if (!answered) return;
  if (what === 'mail-stop') return mail.press(answered, 'unsubscribe', travel);
  if (what === 'mail-bounce') return mail.comesBack(answered, 'Bounce', travel);
  if (what === 'mail-bounce-for-now') return mail.comesBack(answered, 'Transient', travel);
  if (what === 'mail-complaint') return mail.comesBack(answered, 'Complaint', travel);
  if (what === 'mail-forward') {
    const subject = `Fwd: ${answered.subject} ${text}`;
    return mail.write(person, { ...opening, subject, text: `${text}\r\n\r\n${forwarded(answered)}` }, travel);
  }
  const reply = { to: replyTo(answered), subject: `Re: ${answered.subject}`, answers: answered, ...more };
  if (what === 'mail-vacation') {
    const program = answered.to.split('@')[0] ?? '';
    return mail.write(program, { ...reply, text, automatic: true }, travel);
  }
  const column = board.columns[doing.column];
  const said = what === 'mail-unsubscribe' ? 'unsubscribe' : text;
  const line = what === 'mail-reply-line' ? `move: ${column}\r\n\r\n` : '';
  return mail.write(person, { ...reply, text: `${line}${said}` }, travel);
}

/** A mail that somebody may answer: one of their own, or in one case of two anybody's, which was passed on to them. */
function mailFor(mail: MailSide, { person, card, room }: Doing): PostedMail | undefined {
  const answerable = mail.posted().filter((each) => replyTo(each).startsWith('reply+'));
  const own = answerable.filter(({ to }) => to === addressOf(person));
  const all = room === 0 || own.length === 0 ? answerable : own;
  return all[all.length - 1 - (card % Math.max(1, all.length))];
}

/** The name of a file that goes along with this text. */
const fileFor = (text: string) => `plan-${/\d+/.exec(text)?.[0]}.txt`;

/** Where an answer to a mail goes. */
function replyTo({ headers }: PostedMail): string {
  return /<?([^<>\s]+@[^<>\s]+)>?\s*$/.exec(headers['reply-to'] ?? '')?.[1] ?? '';
}

/** What it said is left out: it would be said once more. */
function forwarded({ subject, headers }: PostedMail): string {
  const head = [`From: ${headers.from}`, `Subject: ${subject}`, `To: ${headers.to}`];
  return ['---------- Forwarded message ---------', ...head, '', 'Please look at this.'].join('\r\n');
}
