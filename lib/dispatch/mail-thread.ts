import type { CommandEvent } from '../../schemas/event.ts';
import type { Parts } from './parts.ts';

/**
 * Keeps the subject of a mail that may be answered, for the thread that it begins, before anything is told there: where none is kept, nothing is
 * ever sent. For everything but mail there is nothing to do.
 */
export async function keepMailThread(
  { store }: Parts,
  { reply, conversation, mail }: CommandEvent,
): Promise<void> {
  if (!reply.mail || reply.mail.id === '') return;
  const copied = mail?.copied?.map((each) => each.conversation) ?? [];
  for (const each of [conversation, ...copied]) await store.mail.keepSubject(each, reply.mail.subject);
}
