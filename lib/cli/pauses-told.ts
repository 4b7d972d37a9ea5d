import type { Paused } from '../store/paused.ts';
import type { Store } from '../store/store.ts';
import { roomTold } from './room-told.ts';

/** A conversation, or a whole connection, that is paused. */
export type PausedAt = Paused & { readonly where: string };

type Named = Parameters<typeof roomTold>[0] & { readonly id: string };

/** More lines than that nobody reads. */
const LISTED = 20;

/**
 * What is paused of a team, a line for each: where, why, and how it goes on.
 * @param isResumed whether it is tried again by itself from now on.
 */
export async function pausesTold(
  team: Named,
  all: readonly PausedAt[],
  cards: Pick<Store['cards'], 'get'>,
  isResumed: boolean,
): Promise<readonly string[]> {
  const next = ({ resting }: Paused) =>
    isResumed || !resting
      ? 'it is tried again with the next thing that happens'
      : `when that is put right: npm run cardwire -- resume ${team.id}`;
  const lines: string[] = [];
  for (const each of all.slice(0, LISTED))
    lines.push(`${await pausedRoom(each, team, cards)}: paused (${each.reason}); ${next(each)}`);
  const more = all.length - lines.length;
  return more > 0 ? [...lines, `… and ${more} more are paused`] : lines;
}

/** What people call it. The team's file names rooms of the team alone; what a card that was missed there knows of its followers names the others. */
export async function pausedRoom(
  { where, missed: [missed] }: PausedAt,
  team: Named,
  cards: Pick<Store['cards'], 'get'>,
): Promise<string> {
  const record = missed && (await cards.get({ team: team.id, ...missed }));
  return roomTold(team, record, where);
}
