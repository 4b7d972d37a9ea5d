import type { Change } from '../../schemas/event.ts';
import type { Board } from '../boards/board.ts';
import type { BoardMember } from '../domain/card.ts';
import type { BoardConnection, Team } from '../teams/team.ts';
import { nameOf } from './face.ts';

/** The names of people in a change, as the team calls them; absent where the board names nobody. */
export interface NamesTold {
  readonly who?: string;
  /** Of an `assign`: who was assigned. */
  readonly subject?: string;
}

/**
 * Puts the team's names in place of the board's. Some webhooks name people by their full names alone (Wekan before v10.72: wekan.md A1.12;
 * Taiga's assignments: taiga.md A1.5); then the one member of the board who is called so is meant, and a name that several have or nobody
 * has stays as it is. Whoever edited another one's comment on Taiga is known by the id alone (taiga.md A1.5).
 *
 * @param doer who did it, as far as is known.
 * @throws CardwireError what the board throws; it is asked for its members only where a full name or an id is all there is.
 */
export async function namesTold(
  board: Pick<Board, 'members'>,
  team: Team,
  { product }: BoardConnection,
  { kind, subject, subjects }: Change,
  doer: Change['actor'],
): Promise<NamesTold> {
  const nameFor = async (written: string) => {
    const isCalled = ({ name, username }: BoardMember) => name === written || username === written;
    const [member, ...others] = (await board.members()).filter(isCalled);
    return member && others.length === 0 ? nameOf(team, product, member) : written;
  };
  const who = async () => {
    const { id, username, name } = doer ?? {};
    if (username !== undefined) return nameOf(team, product, { username, name: name ?? username });
    if (name !== undefined) return nameFor(name);
    const member = id === undefined ? undefined : (await board.members()).find((each) => each.id === id);
    return member && nameOf(team, product, member);
  };
  const assigned = async () => {
    if (kind !== 'assign' || subject === undefined) return subject;
    const all = subjects ?? namesInLine(subject, await board.members());
    return (await Promise.all(all.map(nameFor))).join(', ');
  };
  const [told, about] = await Promise.all([who(), assigned()]);
  return {
    ...(told === undefined ? {} : { who: told }),
    ...(about === undefined ? {} : { subject: about }),
  };
}

/** A line of names, taken apart at its commas; what a member is called is one name, also where it holds some. */
function namesInLine(line: string, members: readonly BoardMember[]): readonly string[] {
  const known = new Set(members.flatMap(({ name, username }) => [name, username]));
  const found: string[] = [];
  for (let left = line.split(', '); left.length > 0; ) {
    const inFront = left.map((_, at) => left.slice(0, at + 1).join(', '));
    const name = inFront.findLast((each) => known.has(each)) ?? left[0] ?? '';
    found.push(name);
    left = left.slice(name.split(', ').length);
  }
  return found;
}
