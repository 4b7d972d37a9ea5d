import { type Change, type ChangeEvent, EVENT_VERSION } from '../../../schemas/event.ts';
import type { CardId } from '../../domain/card.ts';
import { stableId } from '../../domain/ids.ts';
import type { Looking } from './looking.ts';

/** A change that was found, without its card. */
export type Found = Omit<Change, 'card'>;

/** Queues what was found on a card as one event. */
export async function enqueueFound(
  { parts, team, connection, isFirst }: Looking,
  card: CardId,
  found: readonly Found[],
): Promise<void> {
  const [change, ...more] = found.map((each): Change => ({ ...each, card }));
  if (!change) return;
  const at = parts.now();
  const event: ChangeEvent = {
    ...{ v: EVENT_VERSION, kind: 'change', at, team: team.id, connection: connection.id },
    generation: connection.generation,
    // The same can honestly happen to a card twice.
    id: `sweep:${stableId(card, JSON.stringify(found), String(at))}`,
    // The connection may have come to lead to another board by the time it is told: that one would say that the card is gone.
    change: { ...change, board: connection.board },
    caughtUp: true,
    ...(isFirst ? { quiet: true } : {}),
    ...(more.length === 0 ? {} : { more }),
  };
  await parts.enqueue([event]);
}
