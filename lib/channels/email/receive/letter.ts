import type { EventMail } from '../../../../schemas/asked.ts';
import { type CommandEvent, EVENT_VERSION } from '../../../../schemas/event.ts';
import { stableId } from '../../../domain/ids.ts';
import { referencesOf } from '../our-ids.ts';
import type { ParsedMail, Mailbox as Sender } from '../read/mail.ts';

/** A mail that has been judged, and what the door knows of it. */
export interface Letter {
  readonly mail: ParsedMail;
  /** SES's id. */
  readonly id: string;
  /** Of the mail as it came, for one without a Message-ID. */
  readonly hash: string;
  readonly sender: Sender;
  readonly proven: boolean;
  /** It may be answered. */
  readonly answerable: boolean;
  /** It asks for no automatic answer, as programs of real people do (contract 3.2). */
  readonly quiet: boolean;
  /** Domains whose every address is ours. */
  readonly ownDomains: ReadonlySet<string>;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What identifies the mail, however often it comes: its own id, and who sent it, so that nobody can use up somebody else's. */
export function identity({ mail: { messageId }, hash, sender }: Letter): string {
  return stableId('mail', messageId ?? hash, sender.address);
}

/** Longer ids are no use to anyone, and a hundred of them would fill a message of the queue. */
const LONGEST_ID = 400;

/**
 * The part of an event that every mail gives, whatever it asks for. `to` is the mailbox that it was written to, `root` what its thread hangs
 * from where it has no id of its own.
 */
export function envelopeOf(letter: Letter, to?: string, root = '') {
  const { mail, sender, proven, answerable, now } = letter;
  const { messageId = '', references, subject } = mail;
  const short = references.filter((id) => id.length <= LONGEST_ID);
  return {
    v: EVENT_VERSION,
    kind: 'command',
    at: now,
    person: { id: sender.address, name: sender.name || (sender.address.split('@', 1)[0] ?? '') },
    direct: true,
    ...(proven ? {} : { unproven: true }),
    reply: answerable
      ? {
          mail: {
            id: messageId !== '' && messageId.length <= LONGEST_ID ? messageId : root,
            references: [...referencesOf(short)],
            subject,
            ...(to && { to }),
          },
        }
      : {},
  } as const satisfies Partial<CommandEvent>;
}

/** What the event says of the mail itself. */
export function mailPart(letter: Letter, more: Partial<EventMail>): { readonly mail: EventMail } {
  return { mail: { original: letter.id, ...more } };
}
