import type { Message } from '../queue/consume.ts';
import type { Parts } from './parts.ts';

/**
 * Keeps a dead message in the table, body encrypted, so that it can be listed with its reason and replayed. What names no team lies
 * with nobody's.
 */
export async function bury(parts: Parts, message: Message, reason: string): Promise<void> {
  const { id, queue, group, raw, sentAt, body } = message;
  const named = typeof body === 'object' && body !== null && 'team' in body ? body.team : undefined;
  const team = typeof named === 'string' ? named : '-';
  await parts.store.graveyard.bury({
    team,
    id,
    queue,
    group,
    reason,
    at: sentAt,
    body: parts.seal(raw, team),
  });
}
