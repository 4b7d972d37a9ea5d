import { type BounceEvent, EVENT_VERSION } from '../../../schemas/event.ts';
import { type SesFeedback, sesFeedback, snsEvent } from '../../../schemas/ses-feedback.ts';
import { stableId } from '../../domain/ids.ts';

/** What one message of SES came to: an event, or why there is none. */
export type Feedback = { readonly event: BounceEvent } | { readonly ignored: string };

/**
 * Reads what SES tells of mails of ours: who is not to be written to any more. Only what lasts counts: a full mailbox may be empty tomorrow, and
 * an out-of-office answer may come as such a bounce too (contract 2.3). Whose mail it was, its tags say.
 * @param now epoch milliseconds.
 */
export function readFeedback(payload: unknown, now: number): readonly Feedback[] {
  const event = snsEvent.safeParse(payload);
  if (!event.success) return [{ ignored: 'unreadable' }];
  return event.data.Records.map(({ Sns }) => readOne(Sns.Message, now));
}

function readOne(message: string, at: number): Feedback {
  const told = sesFeedback.safeParse(readJson(message));
  if (!told.success) return { ignored: 'unreadable' };
  const why = whyOf(told.data);
  if (why !== 'bounce' && why !== 'complaint') return { ignored: why.ignored };
  const { messageId, tags } = told.data.mail;
  const [team, connection, generation] = [tags.team?.[0], tags.connection?.[0], Number(tags.generation?.[0])];
  const address = addressOf(told.data);
  if (!team || !connection || !Number.isInteger(generation)) return { ignored: 'not-ours' };
  if (address === undefined) return { ignored: 'no-address' };
  const id = stableId('mail-feedback', messageId, why, address);
  return { event: { v: EVENT_VERSION, kind: 'bounce', id, at, team, connection, generation, address, why } };
}

function whyOf({ eventType, notificationType, bounce, complaint }: SesFeedback) {
  const kind = (eventType ?? notificationType ?? '').toLowerCase();
  if (kind === 'bounce' && bounce) {
    return bounce.bounceType === 'Permanent' ? 'bounce' : { ignored: 'bounce-may-pass' };
  }
  if (kind === 'complaint' && complaint) {
    return complaint.complaintFeedbackType === 'not-spam' ? { ignored: 'not-spam' } : 'complaint';
  }
  return { ignored: /^[a-z]{1,40}$/.test(kind) ? kind : 'unreadable' };
}

/** Whom it was sent to: a mail has one recipient, and one that passes mail on bounces with another address than we know. */
function addressOf({ mail, bounce, complaint }: SesFeedback): string | undefined {
  const told = bounce?.bouncedRecipients ?? complaint?.complainedRecipients ?? [];
  const all = mail.destination.length === 1 ? mail.destination : told.map(({ emailAddress }) => emailAddress);
  const [one = '', ...rest] = all;
  const address = (/<([^<>]+)>\s*$/.exec(one)?.[1] ?? one).trim().toLowerCase();
  return rest.length === 0 && address.includes('@') ? address : undefined;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
