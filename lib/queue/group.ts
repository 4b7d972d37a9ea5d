import type { Event } from '../../schemas/event.ts';
import { stableId } from '../domain/ids.ts';

/**
 * The FIFO group of an event: what is in one group is worked on in order, one at a time. Changes go by their card; commands by
 * their conversation and person, because a door cannot know which card `#42` is, and a command that waits for its board holds up
 * nobody else's. A hash, so that no name stands in a queue's attributes.
 */
export function groupOf(event: Event): string {
  if (event.kind === 'command') return stableId('command', event.team, event.conversation, event.person.id);
  // Suggestions wait for a board, and no command waits for them.
  if (event.kind === 'choices') return stableId('choices', event.team, event.conversation);
  if (event.kind === 'bounce') return stableId('bounce', event.team, event.address);
  if (event.kind === 'test') return stableId('test', event.team, event.connection);
  return stableId('change', event.team, event.connection, event.change.card);
}

/**
 * The deduplication id of an event: the queue forgets it after 5 minutes, the receipts do not. A form that was sent off twice is one event with
 * two answers open: the second one gets through, to be put away.
 */
export function deduplicationOf(event: Event): string {
  const { team, connection, id } = event;
  const open = event.kind === 'command' ? event.reply.token : undefined;
  return stableId(team, connection, id, ...(open === undefined ? [] : [open]));
}
