import { createHash } from 'node:crypto';
import type { SesMail, SesReceipt } from '../../../../schemas/ses-mail.ts';
import type { Keys } from '../../../domain/keys.ts';
import { judgeAutomatic } from '../read/automatic.ts';
import { parseMail } from '../read/parse.ts';
import { judgeSender, verdictsOf } from '../read/sender.ts';
import { type Addressed, addressed, type MailLookUps } from './addressed.ts';
import type { Letter } from './letter.ts';
import { newCard, type Received } from './new-card.ts';
import { readRecipient } from './recipient.ts';
import { reply, unsubscribe } from './reply.ts';
import { LONGEST_ADDRESS } from './thread-root.ts';
import { unread } from './unread.ts';

/** A mail as SES handed it over. */
export interface RawMail {
  readonly mail: SesMail;
  readonly receipt: SesReceipt;
  /** As it came over the wire; its beginning alone, where it is too large to be read. */
  readonly raw: Uint8Array;
  readonly tooLarge: boolean;
}

/** What became of a mail: what is to be queued and stored, or the reason why nothing is. */
export type Decision = (Received & { readonly code: 'accepted' }) | { readonly code: string };

/** Where a mail is looked up and opened with. */
export interface ReceiveParts extends MailLookUps {
  readonly replyKeys: Keys;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Reads a mail and decides what it is: cards to be opened, comments, or nothing. Never throws for what stands in it; throws what the look-ups
 * throw.
 */
export async function receive(
  parts: ReceiveParts,
  { mail: ses, receipt, raw, tooLarge }: RawMail,
): Promise<Decision> {
  const mail = parseMail(raw);
  const judged = judgeSender(mail, verdictsOf(receipt));
  if ('refused' in judged) return { code: judged.refused };
  const { sender, proof } = judged;
  if (encodeURIComponent(sender.address).length > LONGEST_ADDRESS) return { code: 'bad-from' };
  const ownDomains = new Set(receipt.recipients.flatMap((each) => readRecipient(each)?.domain ?? []));
  const automatic = judgeAutomatic(mail, { source: ses.source, ownDomains });
  if (automatic && !automatic.create) return { code: automatic.why };
  const found = await addressed(receipt.recipients, mail, parts, parts.replyKeys);
  const [first] = found;
  if (!first) return { code: 'no-recipient' };
  const letter: Letter = {
    ...{ mail, id: ses.messageId, sender, ownDomains, now: parts.now },
    hash: createHash('sha256').update(raw).digest('base64url'),
    proven: proof === 'proven',
    answerable: automatic === undefined || automatic.why === 'suppress',
    quiet: automatic?.why === 'suppress',
  };
  const why = tooLarge ? 'too-large' : mail.unreadable && 'unreadable';
  const received = why ? [unread(letter, first, why)] : found.map((to) => forRecipient(letter, to));
  return together(received);
}

function forRecipient(letter: Letter, to: Addressed): Received {
  if (to.kind === 'new') return newCard(letter, to.mailbox, to.address);
  return to.kind === 'reply' ? reply(letter, to.target, to.id) : unsubscribe(letter, to.target, to.id);
}

/** A mail to a board and in answer to one of its cards is one comment, by whichever of the two addresses it is found. */
function together(received: readonly Received[]): Decision {
  const events = new Map(received.flatMap(({ events }) => events).map((event) => [event.id, event]));
  const stored = new Map(received.flatMap((each) => each.stored).map((file) => [file.key, file]));
  if (events.size === 0) return { code: 'empty' };
  return { code: 'accepted', events: [...events.values()], stored: [...stored.values()] };
}
