import type { CardFace, Delivery } from '../../schemas/delivery.ts';
import type { CardId } from '../domain/card.ts';
import { isRefusal } from '../domain/errors.ts';
import { faceOf, goneFace } from './face.ts';
import { asKnown } from './newest-face.ts';
import type { Parts } from './parts.ts';

/**
 * A look of the card that is newer than every other one, for whoever holds the thread's claim: the board is asked now. `known` is how the card
 * was known to look; where the board refuses to be asked, or is no board of the team's any more, nobody knows better.
 * @throws CardwireError what the board throws that is worth another try.
 */
export async function readAgain(
  parts: Parts,
  { team: id, board: on, card }: Delivery,
  { crossed: _, ...known }: CardFace,
): Promise<CardFace> {
  const team = await parts.team(id);
  const connection = team?.boards[on];
  if (!team || !connection) return known;
  const key = { team: id, board: on, card: card as CardId };
  const record = await parts.store.cards.get(key);
  const revision = parts.now();
  try {
    const board = await parts.board(team, connection);
    const read = await board.read(key.card);
    const gone = () => asKnown(known, goneFace(key.card, revision, parts.now()));
    return read ? faceOf(team, connection, read, record?.owner?.name) : gone();
  } catch (error) {
    if (isRefusal(error)) return known;
    throw error;
  }
}
