import { type CardDelivery, type CardFace, DELIVERY_VERSION, type Delivery } from '../../schemas/delivery.ts';
import type { Telling } from '../store/thread-record.ts';
import type { Parts } from './parts.ts';

/** What could not be told where it was meant to be. */
export interface Untold {
  readonly delivery: Delivery;
  readonly telling: readonly Telling[];
  readonly face: CardFace;
}

/**
 * Queues once more what a showing was to tell, a delivery for each. May be done again: what was told is known by its id.
 * @param how in another conversation; or each by itself, as one of them may be why all were refused. Epoch milliseconds of the refusal.
 */
export async function tellAgain(
  parts: Parts,
  { delivery, telling, face }: Untold,
  how: Pick<CardDelivery, 'conversation'> | Required<Pick<CardDelivery, 'alone'>>,
): Promise<void> {
  const { team, board, card, conversation, at, columns } = delivery;
  await parts.send(
    telling.map(({ happening, loudness }) => ({
      ...({ v: DELIVERY_VERSION, kind: 'delivery' } as const),
      ...{ team, board, card, conversation, at, columns },
      ...{ face, happening, loudness },
      ...how,
    })),
  );
}
