import type { CardId } from './card.ts';

/** What passes between the mail's door, its channel and the table. */

/** Larger mails are not read: the whole of one lies in memory, several times over. Bytes. */
export const mostMailBytes = 25 * 1024 * 1024;

/** Mail is answered long after it was sent; what it was about, and who wrote it, is kept as long as people keep their mail in mind. Days. */
export const rememberedDays = 400;

/** One address that receives: whose it is, and the board it opens cards on. */
export interface Mailbox {
  readonly team: string;
  readonly connection: string;
  readonly generation: number;
  readonly board: string;
}

/** What a mail of ours was about: an answer to it is about the same. */
export interface MailTarget {
  readonly team: string;
  readonly connection: string;
  readonly board: string;
  readonly card: CardId;
  /** The conversation the mail was sent to, with its recipient's address in it. */
  readonly conversation: string;
}

/** How a conversation began: by a mail that asks for no automatic answer, or with a copy of one that somebody else wrote. */
export type Beginning = 'quiet' | 'copied';
