import { refuse } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import type { Asking } from './asking.ts';

/** Commands, clicks and forms of one person within a minute: more than anyone types, fewer than a robot sends. */
export const MOST_A_MINUTE = 120;

/**
 * Keeps one person from using up what everybody lives on: the board's patience and the chat's. A command that waited for a board is not counted
 * again.
 * @returns false for one that is not even answered: answers to a flood are another one.
 * @throws CardwireError a refusal, for the first that are too many.
 */
export async function guardRate({ parts, team, event, lookSince }: Asking): Promise<boolean> {
  if (lookSince) return true;
  const count = await parts.store.rates.count(team.id, event.connection, event.person.id);
  if (count <= MOST_A_MINUTE) return true;
  if (count <= 2 * MOST_A_MINUTE) throw refuse(say('too-many-commands', { limit: MOST_A_MINUTE }));
  return false;
}
