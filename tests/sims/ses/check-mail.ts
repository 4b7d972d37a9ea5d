import type { SendRequest } from '../../../lib/local/mail/ses-protocol.ts';
import { fieldsOf } from './sent-mail.ts';

/** What of these may stand in a header once at most (contract 2.1; RFC 5322 3.6). */
const once = [
  ...['from', 'to', 'reply-to', 'subject', 'references', 'in-reply-to', 'message-id', 'date', 'mime-version'],
  ...['auto-submitted', 'list-id', 'list-unsubscribe', 'list-unsubscribe-post', 'content-type'],
];

/** Why SES or a careful reader would not take a mail; undefined for a good one. */
export function faultOf({ raw, source, to, tags }: SendRequest): string | undefined {
  const text = raw.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return 'no header';
  if (/[^\r]\n|\r[^\n]/.test(text)) return 'a bare CR or LF';
  if (text.split('\r\n').some((line) => line.length > 998)) return 'a line of more than 998 characters';
  const header = text.slice(0, end);
  if (/[^\t\r\n\x20-\x7e]/.test(header)) return 'a header that is not ASCII';
  const names = fieldsOf(header).map((field) => field.slice(0, field.indexOf(':')).toLowerCase());
  const twice = once.find((name) => names.filter((each) => each === name).length > 1);
  if (twice !== undefined) return `${twice} twice`;
  if (names.includes('cc') || names.includes('bcc')) return 'a recipient besides the one';
  if (to.length !== 1) return 'not one recipient';
  if (!header.includes(`<${source}>`) && !header.includes(`From: ${source}`))
    return 'a sender that is not the From';
  const isTag = ([name, value]: [string, string]) =>
    /^[\w-]{1,256}$/.test(name) && /^[\w-]{1,256}$/.test(value);
  return Object.entries(tags).every(isTag) ? undefined : 'a tag that SES does not take';
}
