import { delivery as deliverySchema } from '../../schemas/delivery.ts';
import { EVENT_VERSION, event as eventSchema } from '../../schemas/event.ts';
import { CardwireError, later, never } from '../domain/errors.ts';
import type { Message } from '../queue/consume.ts';
import { onChange } from './change.ts';
import { onChoices } from './choices.ts';
import { onCommand } from './command.ts';
import { deliver, deliverFlush } from './deliver.ts';
import { isForgotten, noteOriginal, withoutForgotten } from './forgotten.ts';
import { onBounce } from './mail/bounce.ts';
import type { Parts } from './parts.ts';
import { onTest } from './webhook-test.ts';

/**
 * Does what one message of either queue asks for.
 * @throws CardwireError `message-unreadable` (never) for what is none of ours, `message-too-new` (later) for what a newer deployment
 * queued, and what the work throws.
 */
export async function dispatch(parts: Parts, message: Message): Promise<void> {
  const event = eventSchema.safeParse(message.body);
  if (event.success) {
    if (await isForgotten(parts, event.data)) return;
    if (event.data.kind === 'change') return onChange(parts, event.data);
    if (event.data.kind === 'test') return onTest(parts, event.data);
    if (event.data.kind === 'choices') return onChoices(parts, event.data);
    if (event.data.kind === 'bounce') return onBounce(parts, event.data);
    await noteOriginal(parts, event.data);
    return onCommand(parts, event.data, message.attempt);
  }
  const delivery = deliverySchema.safeParse(message.body);
  if (!delivery.success) throw unreadable(message.body);
  const told = await withoutForgotten(parts, delivery.data);
  if (told) await (told.kind === 'flush' ? deliverFlush(parts, told) : deliver(parts, told));
}

/** A deployment is not one moment: what a newer one queued waits for it. */
function unreadable(body: unknown): CardwireError {
  const version = typeof body === 'object' && body !== null && 'v' in body ? body.v : undefined;
  const newer = typeof version === 'number' && version > EVENT_VERSION;
  return newer ? new CardwireError('message-too-new', later) : new CardwireError('message-unreadable', never);
}
