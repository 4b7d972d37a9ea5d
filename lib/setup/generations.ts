import type { TeamFile } from '../../schemas/team.ts';
import { SetupProblem } from './explain.ts';

/** Generations by connection. */
export type Generations = Readonly<Record<string, number>>;

/**
 * The generation of every connection of the file: the one it had, one more when it is revoked, 1 for a new one. A connection
 * that went and comes back begins after its last one, so that no revoked address comes back with it.
 * @param before what `generationsOf` read from the stored settings.
 * @param revoke connections whose addresses are to die.
 * @throws SetupProblem when a connection to revoke is not in the file.
 */
export function nextGenerations(file: TeamFile, before: Known, revoke: readonly string[]): Generations {
  const names = [...Object.keys(file.boards), ...Object.keys(file.channels)];
  const unknown = revoke.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new SetupProblem(`there is no connection ${unknown} to revoke: there are ${names.join(', ')}`);
  }
  return Object.fromEntries(
    names.map((name) => [name, next(before, name) + (revoke.includes(name) ? 1 : 0)]),
  );
}

/** The connections that the stored settings have or had and the file has not, with the last generation of each. */
export function retiredGenerations(file: TeamFile, before: Known): Generations {
  const gone = [...before.standing, ...before.retired].filter(
    ([name]) => !Object.hasOwn(file.boards, name) && !Object.hasOwn(file.channels, name),
  );
  return Object.fromEntries(gone);
}

/** What earlier set-ups have given out. */
export interface Known {
  readonly standing: ReadonlyMap<string, number>;
  readonly retired: ReadonlyMap<string, number>;
}

function next({ standing, retired }: Known, name: string): number {
  return standing.get(name) ?? (retired.get(name) ?? 0) + 1;
}
