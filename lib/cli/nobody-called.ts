import { nearest } from '../commands/nearest.ts';
import { SetupProblem } from '../setup/explain.ts';
import type { StoredTeam } from '../teams/stored.ts';

/** What is wrong with a name that a team's file does not list, with the nearest one that it does; `then` says how to go on. */
export function nobodyCalled(written: string, { id, members }: StoredTeam, then: string): SetupProblem {
  const names = members.people.map(({ name }) => name);
  const near = nearest(written, names);
  const meant = near === undefined ? '' : ` Did you mean ${near}?`;
  return new SetupProblem(`team ${id} lists nobody called ${written}.${meant} ${then}`);
}
