import type { Invite } from './invite.ts';
import type { Field } from './mime/fields.ts';
import type { Unreadable } from './mime/scan.ts';

export type { Field, Invite, Unreadable };

/** Somebody in an address field. */
export interface Mailbox {
  /** In lower case, its domain in ASCII; empty where the field held no address. */
  readonly address: string;
  /** Clean, empty where none was given. Anyone can write anything here. */
  readonly name: string;
}

/** A file that came with a mail. */
export interface MailFile {
  /** Clean and without a path; made up where the mail named none. */
  readonly name: string;
  /** `image/png`, as the sender says. */
  readonly mediaType: string;
  /** `attachment`, `inline` or empty. */
  readonly disposition: string;
  /** Without `<>`; absent where nothing can refer to it. */
  readonly contentId?: string;
  readonly bytes: Uint8Array;
}

/** A mail as plain data. Nothing in it is proven: who sent it is judged by `sender.ts`, whether a person did by `automatic.ts`. */
export interface ParsedMail {
  /** Set when the mail broke a limit and was not taken apart: header data only, no text and no files (contract 3.6). */
  readonly unreadable?: Unreadable;
  /** The sender's, without `<>`. */
  readonly messageId?: string;
  readonly inReplyTo?: string;
  /** Without `<>`, the oldest first; the first and the last hundred of a longer list. */
  readonly references: readonly string[];
  /** All mailboxes of the first From field. */
  readonly from: readonly Mailbox[];
  /** How many From fields the header has: parsers differ on which of two counts (contract 3.1). */
  readonly fromFields: number;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly replyTo: readonly Mailbox[];
  /** Clean; empty where there is none. */
  readonly subject: string;
  /** What the sender's clock said; it may lie in the future. */
  readonly date?: Date;
  /** The mail's own header from the top, unfolded, encoded words as they are. */
  readonly fields: readonly Field[];
  /** Content-Type of the mail itself. */
  readonly mediaType: string;
  readonly mediaParams: Readonly<Record<string, string>>;
  /** Media types of all parts that hold content, in order. */
  readonly partTypes: readonly string[];
  /** The whole body as plain text, lines unwrapped (RFC 3676). Absent where a part of it is there as HTML only. */
  readonly text?: string;
  /** The whole body as HTML, unsafe as it came. Absent where all of it is plain text. */
  readonly html?: string;
  readonly attachments: readonly MailFile[];
  readonly calendar?: Invite;
  /** The sender's program signed it; the signature has not been checked. */
  readonly signed: boolean;
  /** Its content cannot be read here. */
  readonly encrypted: boolean;
}

/** A header field's first value, unfolded; undefined when the mail has none. `name` in lower case. */
export function field({ fields }: Pick<ParsedMail, 'fields'>, name: string): string | undefined {
  return fields.find((one) => one.name === name)?.value;
}

/** All values of a header field, from the top. */
export function fieldsNamed({ fields }: Pick<ParsedMail, 'fields'>, name: string): readonly string[] {
  return fields.filter((one) => one.name === name).map(({ value }) => value);
}
