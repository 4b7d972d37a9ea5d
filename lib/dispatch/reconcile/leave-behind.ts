import { type MetCard, unheard } from '../../store/sweeps.ts';
import type { Looking } from './looking.ts';

/** More showings than there ever are: what is on its way still is no reason to look at a card on another board. */
const MORE_THAN_ALL = Number.MAX_SAFE_INTEGER;

/** Cards that are written down side by side. */
const AT_ONCE = 20;

/**
 * Leaves the cards alone that were met on the board that the connection led to before: of these another board would say that they have no comments
 * any more, and are gone. Those that stand on it, too, or once more, are taken up again when they are looked at, and compared as a whole: what is shown
 * may not have been compared yet when the board was left. Safe to repeat.
 * @returns the cards as they are known now.
 */
export async function leaveBehind(
  { parts, team, connection }: Pick<Looking, 'parts' | 'team' | 'connection'>,
  met: readonly MetCard[],
): Promise<readonly MetCard[]> {
  const key = { team: team.id, board: connection.id };
  const behind = met.map((card): MetCard => {
    return { ...card, look: unheard, checked: MORE_THAN_ALL, gone: true };
  });
  for (let at = 0; at < behind.length; at += AT_ONCE)
    await Promise.all(behind.slice(at, at + AT_ONCE).map((card) => parts.store.sweeps.saw(key, card)));
  return behind;
}
