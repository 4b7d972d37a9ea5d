import type { CommandEvent } from '../../../schemas/event.ts';
import type { Parts } from '../parts.ts';

/**
 * Keeps the subject of a mail that may be answered, for the threads that it begins, before anything is told there: where none is kept, nothing
 * is ever sent. For everything but mail there is nothing to do.
 */
export async function keepMailThread(
  { store }: Parts,
  { conversation, reply, mail }: CommandEvent,
): Promise<void> {
  if (!mail || !reply.mail) return;
  await store.mailSubjects.keep(conversation, reply.mail.subject, mail.quiet ? 'quiet' : undefined);
  for (const copied of mail.copied ?? [])
    await store.mailSubjects.keep(copied.conversation, reply.mail.subject, 'copied');
}
