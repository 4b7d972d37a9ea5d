import type { Keys } from '../../../domain/keys.ts';
import type { Mailbox, MailTarget } from '../../../domain/mail.ts';
import { idsOfOurs } from '../our-ids.ts';
import type { ParsedMail } from '../read/mail.ts';
import { openReplyToken } from '../reply-token.ts';
import { type Recipient, readRecipient } from './recipient.ts';
import { rootId } from './thread-root.ts';

/** What the table is asked. */
export interface MailLookUps {
  mailbox(address: string): Promise<Mailbox | undefined>;
  target(id: string): Promise<MailTarget | undefined>;
}

/** Whom a mail is for and what it is: a new card, an answer about one, or the end of following it. */
export type Addressed =
  | { readonly kind: 'new'; readonly mailbox: Mailbox; readonly address: string }
  | { readonly kind: 'reply' | 'unsubscribe'; readonly target: MailTarget; readonly id: string };

/** A thread is long, and its last mails are the ones that are answered. */
const MOST_LOOK_UPS = 8;

/**
 * Finds out what a mail is to each of its envelope recipients; what its header says of recipients proves nothing (contract 1.3). By the
 * reply address, else by the mails of ours that it names, else by the mail that began a conversation.
 * @returns without what is nobody's.
 */
export async function addressed(
  recipients: readonly string[],
  mail: Pick<ParsedMail, 'references' | 'inReplyTo'>,
  { mailbox, target }: MailLookUps,
  keys: Keys,
): Promise<readonly Addressed[]> {
  const named = [...mail.references, ...(mail.inReplyTo ? [mail.inReplyTo] : [])];
  const found: Addressed[] = [];
  for (const recipient of recipients) {
    const read = readRecipient(recipient);
    const one = read?.kind === 'mailbox' ? await byMailbox(read) : read && (await byToken(read));
    if (one) found.push(one);
  }
  return found;

  async function byToken({ kind, token, domain }: Extract<Recipient, { readonly token: string }>) {
    const opened = openReplyToken(token, keys);
    const unsealed = kind === 'reply' ? ours(domain) : [];
    for (const id of opened === undefined ? unsealed : [opened]) {
      const about = await target(id);
      if (about) return { kind, target: about, id };
    }
    return undefined;
  }

  /** A token of before the key was changed opens no more, but the mails that an answer names have ids that are not sealed. */
  function ours(domain: string): readonly string[] {
    return [...new Set(idsOfOurs(named, domain))].slice(0, MOST_LOOK_UPS);
  }

  async function byMailbox({
    address,
    domain,
  }: {
    address: string;
    domain: string;
  }): Promise<Addressed | undefined> {
    const box = await mailbox(address);
    if (!box) return undefined;
    for (const id of candidates(box, domain)) {
      const about = await target(id);
      const isHere =
        about?.team === box.team && about.connection === box.connection && about.board === box.board;
      if (about && isHere) return { kind: 'reply', target: about, id };
    }
    return { kind: 'new', mailbox: box, address };
  }

  function candidates(box: Mailbox, domain: string): readonly string[] {
    const begun = [mail.references[0], mail.inReplyTo].flatMap((id) => (id ? [rootId(box, id)] : []));
    return [...ours(domain), ...new Set(begun)];
  }
}
