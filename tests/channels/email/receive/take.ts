import { mailConversation } from '../../../../lib/channels/email/place.ts';
import type { MailLookUps } from '../../../../lib/channels/email/receive/addressed.ts';
import { type Decision, receive } from '../../../../lib/channels/email/receive/receive.ts';
import { replyToken, targetId } from '../../../../lib/channels/email/reply-token.ts';
import type { CardId } from '../../../../lib/domain/card.ts';
import { deriveKey, type Keys } from '../../../../lib/domain/keys.ts';
import type { Mailbox, MailTarget } from '../../../../lib/domain/mail.ts';
import { commandEvent } from '../../../../schemas/event.ts';
import { sesMailEvent } from '../../../../schemas/ses-mail.ts';
import { type SesFindings, sesEventOf } from '../../../flows/write-mail.ts';

/** A table with one mailbox, `ops@in.example.org`, and one card that tom was written about. */

const keys: Keys = [deriveKey('the deployment key of the tests', 'mail-reply')];
const now = Date.UTC(2026, 10, 21);

const mailbox: Mailbox = { team: 'ops', connection: 'post', generation: 3, board: 'main' };

export const target: MailTarget = {
  ...{ team: 'ops', connection: 'post', board: 'main', card: 'card1' as CardId },
  conversation: mailConversation({
    connection: 'post',
    address: 'tom@example.org',
    root: 'root@example.org',
  }),
};

/** The address that answers about the card go to. */
export const replyAddress = `reply+${replyToken(targetId(target), keys)}@in.example.org`;

const table: MailLookUps = {
  mailbox: async (address) => (address === 'ops@in.example.org' ? mailbox : undefined),
  target: async (id) => (id === targetId(target) || id === 'a'.repeat(60) ? target : undefined),
};

/** Hands a mail over as the door does. */
export function take(
  raw: Uint8Array,
  recipients: readonly string[] = ['ops@in.example.org'],
  findings: SesFindings = {},
  tooLarge = false,
): Promise<Decision> {
  const { Records } = sesMailEvent.parse(sesEventOf('ses-id', recipients, findings));
  const ses = Records[0]?.ses;
  if (!ses) throw new Error('no record');
  return receive({ ...table, replyKeys: keys, now }, { ...ses, raw, tooLarge });
}

/** The events of an accepted mail, as the queue would hand them on. */
export async function eventsOf(...mail: Parameters<typeof take>) {
  const decision = await take(...mail);
  return ('events' in decision ? decision.events : []).map((event) => commandEvent.parse(event));
}
