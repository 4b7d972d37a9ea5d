import type { CommandEvent } from '../../schemas/event.ts';
import type { Parts } from './parts.ts';

/**
 * Gets ready to write to whoever sent a mail that may be answered, before anything is told in its thread: keeps its subject, without which nothing
 * is ever sent there, and writes again to an address from which mail had come back, when it is proven that somebody writes from it. For everything
 * but mail there is nothing to do.
 */
export async function keepMailThread({ store, log }: Parts, event: CommandEvent): Promise<void> {
  const { team, connection, conversation, person, reply, mail, unproven } = event;
  if (!reply.mail || reply.mail.id === '') return;
  const copied = mail?.copied?.map((each) => each.conversation) ?? [];
  await store.mail.keepSubject(conversation, reply.mail.subject, mail?.quiet);
  for (const each of copied) await store.mail.keepSubject(each, reply.mail.subject);
  if (unproven || (await store.mail.correspondent(team, person.id)).blocked !== 'bounce') return;
  await store.mail.unblock(team, person.id);
  log.info('mail-unblocked', { team, connection });
}
