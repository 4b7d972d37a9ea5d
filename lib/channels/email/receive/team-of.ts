import type { Keys } from '../../../domain/keys.ts';
import { openReplyToken } from '../reply-token.ts';
import type { MailLookUps } from './addressed.ts';
import { readRecipient } from './recipient.ts';

/**
 * The team that a mail to an envelope recipient is for, without the mail: by the mailbox, or by what the reply address was given out for.
 * Undefined where it is nobody's, or the key that sealed it is gone.
 */
export async function teamOf(
  recipient: string,
  { mailbox, target }: MailLookUps,
  keys: Keys,
): Promise<string | undefined> {
  const read = readRecipient(recipient);
  if (read?.kind === 'mailbox') return (await mailbox(read.address))?.team;
  const id = read && openReplyToken(read.token, keys);
  return id === undefined ? undefined : (await target(id))?.team;
}
