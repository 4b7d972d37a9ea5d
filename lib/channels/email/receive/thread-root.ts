import { stableId } from '../../../domain/ids.ts';
import type { ParsedMail } from '../read/mail.ts';

/** Characters of an escaped Message-ID that leave room for the rest of a conversation in a key of the table (1,024 bytes). */
const LONGEST = 500;

/** The same for an address. */
export const LONGEST_ADDRESS = 320;

/**
 * The Message-ID that a conversation about this mail hangs from, without its brackets. One that is missing or beyond all measure gets a
 * substitute, the same whenever the mail comes.
 * @param hash of the mail as it came.
 */
export function threadRoot(
  { messageId }: Pick<ParsedMail, 'messageId'>,
  hash: string,
  domain: string,
): string {
  if (messageId && encodeURIComponent(messageId).length <= LONGEST) return messageId;
  return `${stableId('root', messageId ?? hash)}@${domain}`;
}

/**
 * The id under which the table keeps what a mail of other people was about, so that everyone who got it can answer it. Each mailbox has its
 * own: the same mail may have gone to two boards.
 */
export function rootId(
  mailbox: { readonly team: string; readonly connection: string; readonly board: string },
  messageId: string,
): string {
  return stableId('root', mailbox.team, mailbox.connection, mailbox.board, messageId);
}
