import type { Asking } from '../asking.ts';

/**
 * Whether somebody is known by the address that they write from: they are of the team, or have confirmed it. A member whose mail is not proven is
 * a stranger: anyone could have written that.
 * @param sender `role` is theirs in the team.
 * @throws what the table throws.
 */
export async function isKnownSender({
  parts,
  team,
  event,
  role,
}: Pick<Asking, 'parts' | 'team' | 'event' | 'role'>): Promise<boolean> {
  if (event.unproven) return false;
  if (role === 'member') return true;
  return (await parts.store.correspondents.get(team.id, event.person.id)).confirmed === true;
}
