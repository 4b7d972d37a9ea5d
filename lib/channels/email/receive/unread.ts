import type { EventMail } from '../../../../schemas/asked.ts';
import type { CommandEvent } from '../../../../schemas/event.ts';
import { stableId } from '../../../domain/ids.ts';
import { mailConversation } from '../place.ts';
import type { Addressed } from './addressed.ts';
import { envelopeOf, identity, type Letter, mailPart } from './letter.ts';
import type { Received } from './new-card.ts';

/** A mail that is not read, as the event that tells its sender why: one, whoever it was for. */
export function unread(letter: Letter, to: Addressed, why: NonNullable<EventMail['unread']>): Received {
  const place = to.kind === 'new' ? to.mailbox : { ...to.target, generation: 0 };
  const { team, connection, board, generation } = place;
  const event: CommandEvent = {
    ...envelopeOf(letter),
    ...{ id: stableId(identity(letter), why), team, connection, generation, board },
    conversation: mailConversation({ connection, address: letter.sender.address, root: '' }),
    ...mailPart(letter, { unread: why, ...(to.kind === 'new' ? {} : { answers: to.target.card }) }),
    input: { by: 'form', form: 'unread', fields: {} },
  };
  return { events: [event], stored: [] };
}
