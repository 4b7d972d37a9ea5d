import { hasCode } from '../../domain/errors.ts';
import type { Log } from '../../domain/log.ts';
import type { Sendings } from './memory.ts';
import type { OutgoingMail, SendMail } from './ses.ts';
import { UNANSWERED } from './ses-failure.ts';

/** What sending works with. */
export interface SendParts {
  readonly sendings: Sendings;
  readonly send: SendMail;
  readonly log: Log;
  readonly team: string;
  readonly connection: string;
}

/** Tries that may each have sent a mail: the second is the one repeat that people may see, a third is not made. */
const MOST_TRIES = 2;

/**
 * Sends a mail once, as far as that goes: SES takes no id of ours and cannot be asked what it has sent. What it said it took is not sent again.
 * After a try of which nobody knows, because its run died or the line broke, it is sent one more time, which is counted (`mail-may-repeat`);
 * after two of those it is taken as sent.
 * @param id stable id of what is said.
 * @returns its Message-ID; empty when that is not known.
 * @throws CardwireError of `sesFailure`.
 */
export async function sendOnce(
  { sendings, send, log, team, connection }: SendParts,
  id: string,
  mail: OutgoingMail,
): Promise<string> {
  const { tries, message } = await sendings.begin(id);
  if (message !== undefined) return message;
  const told = { team, connection, id, attempt: tries };
  if (tries > MOST_TRIES) {
    log.error('mail-taken-as-sent', told);
    return '';
  }
  if (tries > 1) log.warn('mail-may-repeat', told);
  const taken = await send(mail).catch(async (error: unknown) => {
    if (!hasCode(error, UNANSWERED)) await sendings.unsent(id, tries);
    throw error;
  });
  // Where this cannot be kept, the mail is out all the same: the try stays counted as one that may have sent it.
  await sendings.sent(id, taken);
  return taken;
}
