import type { Delivery } from '../../schemas/delivery.ts';
import type { CommandEvent, Event } from '../../schemas/event.ts';
import type { Parts } from './parts.ts';

/**
 * Whether an event is of somebody who was forgotten after it had been accepted. A board's change is the board's own and names nobody of a chat.
 */
export async function isForgotten(parts: Parts, event: Event): Promise<boolean> {
  const { team, connection, at } = event;
  const person = personOf(event);
  if (person === undefined || !(await isBefore(parts, team, at, { connection, person }))) return false;
  parts.log.info('forgotten-dropped', { team, connection, id: event.id });
  return true;
}

/**
 * What may still be told of a delivery that was queued before somebody was forgotten: nothing in their own conversation; elsewhere the card as
 * it is, and no word of theirs. Undefined when nothing may.
 */
export async function withoutForgotten(parts: Parts, delivery: Delivery): Promise<Delivery | undefined> {
  const { team, at, conversation } = delivery;
  if (await isBefore(parts, team, at, { conversation })) {
    parts.log.info('forgotten-dropped', { team, kind: delivery.kind });
    return undefined;
  }
  if (delivery.kind === 'flush') return delivery;
  const { who } = delivery.happening;
  const { owner, ...face } = delivery.face;
  const isOwner = owner !== undefined && (await isBefore(parts, team, at, { name: owner }));
  const shown = isOwner ? { ...delivery, face } : delivery;
  if (who === undefined || !(await isBefore(parts, team, at, { name: who }))) return shown;
  const { comment: _, who: __, ...happening } = delivery.happening;
  return { ...shown, happening, loudness: 'refresh' };
}

/** Notes which objects a mail is stored as, so that they can be found by its sender. */
export async function noteOriginal(
  { store }: Parts,
  { team, person, mail, files = [] }: CommandEvent,
): Promise<void> {
  if (!mail) return;
  const objects = [`in/${mail.original}`, ...files.map(({ from }) => from)];
  await store.originals.note(team, person.id, mail.original, objects);
}

function personOf(event: Event): string | undefined {
  if (event.kind === 'command' || event.kind === 'choices') return event.person.id;
  return event.kind === 'bounce' ? event.address : undefined;
}

async function isBefore(
  { store }: Parts,
  team: string,
  at: number,
  mark: Parameters<Parts['store']['tombstones']['since']>[1],
): Promise<boolean> {
  const since = await store.tombstones.since(team, mark);
  return since !== undefined && at <= since;
}
