import * as z from 'zod/mini';
import { sesMailEvent } from '../../../schemas/ses-mail.ts';
import type { Message } from '../../queue/consume.ts';

/** What Lambda puts on a function's on-failure queue; the event is as it came. */
const failure = z.object({ requestPayload: z.unknown() });

/** The functions whose failures lie there, each by the event that it is called with. */
export interface MailFunctions {
  readonly mail: (event: unknown) => Promise<unknown>;
  readonly feedback: (event: unknown) => Promise<unknown>;
}

/**
 * Calls the function again with the event that it failed with. Doing it twice does no harm: what comes of it has ids of its own.
 * @throws whatever the function throws, and Error for what is no such record.
 */
export async function callAgain({ mail, feedback }: MailFunctions, { body }: Message): Promise<void> {
  const event = eventOf(body);
  if (event === undefined) throw new Error('no-failure-record');
  await (sesMailEvent.safeParse(event).success ? mail(event) : feedback(event));
}

/** The team that it was written to, by the first of its recipients that one is known of. */
export async function teamOfMail(
  teamOf: (recipient: string) => Promise<string | undefined>,
  { body }: Message,
): Promise<string | undefined> {
  const read = sesMailEvent.safeParse(eventOf(body));
  if (!read.success) return undefined;
  for (const address of read.data.Records.flatMap(({ ses }) => ses.receipt.recipients)) {
    const team = await teamOf(address);
    if (team !== undefined) return team;
  }
  return undefined;
}

function eventOf(body: unknown): unknown {
  const read = failure.safeParse(body);
  return read.success ? read.data.requestPayload : undefined;
}
