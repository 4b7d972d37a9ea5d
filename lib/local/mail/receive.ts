import type { SesMailEvent } from '../../../schemas/ses-mail.ts';
import { newMessageId } from './ses.ts';
import { sesEvent } from './ses-event.ts';
import { findingsFor, sesFields } from './verdicts.ts';

/** A mail as it came over SMTP. */
export interface Incoming {
  /** Envelope sender; empty for bounces. */
  readonly source: string;
  /** Envelope recipients. */
  readonly recipients: readonly string[];
  readonly raw: Buffer;
}

/** What playing a receipt rule works with. */
export interface ReceiptParts {
  /** The rule's first action: stores a mail. */
  readonly store: (key: string, mail: Buffer) => Promise<void>;
  /** The second: calls the mail's door. Resolves when the call is accepted. */
  readonly call: (id: string, event: SesMailEvent) => Promise<void>;
  /** Epoch milliseconds; the machine's clock when absent. */
  readonly now?: () => number;
}

/**
 * Plays SES's receipt rule: looks at the mail, stores it at `in/<id>` with what was found put before it, then calls the door.
 * @returns SES's id of the mail. Resolved, the mail is not lost any more. Throws when it could not be stored.
 */
export async function receiveMail(
  { source, recipients, raw }: Incoming,
  { store, call, now = Date.now }: ReceiptParts,
): Promise<string> {
  const [id, at] = [newMessageId(), now()];
  const head = headOf(raw);
  const findings = findingsFor(head);
  const fields = sesFields(findings, { id, source, at, domain: domainIn(head, source) });
  await store(`in/${id}`, Buffer.concat([Buffer.from(fields), raw]));
  await call(id, sesEvent({ id, at, source, recipients, findings }));
  return id;
}

/** The header, or as much of it as anyone looks at. */
function headOf(raw: Buffer): string {
  const text = raw.toString('latin1', 0, 256 * 1024);
  const end = /\r?\n\r?\n/.exec(text)?.index;
  return end === undefined ? text : text.slice(0, end);
}

/** The domain of the From address, the last one on its line: a display name may hold anything. */
function domainIn(head: string, source: string): string {
  const from = /^from:(.*(?:\r?\n[ \t].*)*)/im.exec(head)?.[1] ?? source;
  return /@([a-z0-9.-]+)[^@]*$/i.exec(from)?.[1] ?? 'localhost';
}
