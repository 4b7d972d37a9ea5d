import { findByName, nearest } from '../commands/nearest.ts';
import type { Column } from '../domain/card.ts';
import { SetupProblem } from './explain.ts';

/** The two columns a connection remembers. */
export interface PickedColumns {
  readonly intake: Column;
  readonly done: Column;
}

/**
 * Finds the columns that the settings name; without a name, the first is where cards come in and the last is done.
 * @param where the settings' path, for messages.
 * @throws SetupProblem that names every column not found, the nearest one and all there are.
 */
export function pickColumns(
  columns: readonly Column[],
  wanted: { readonly intake: string | undefined; readonly done: string | undefined },
  where: string,
): PickedColumns {
  const [first, last] = [columns.at(0), columns.at(-1)];
  if (!first || !last)
    throw new SetupProblem(`${where}: the board has no columns: make at least one on the board`);
  const intake = wanted.intake === undefined ? first : findByName(wanted.intake, columns);
  const done = wanted.done === undefined ? last : findByName(wanted.done, columns);
  if (intake && done) return { intake, done };
  const names = columns.map(({ name }) => name);
  const missing = [
    intake ? [] : [notThere(`${where}.intake`, wanted.intake ?? '', names)],
    done ? [] : [notThere(`${where}.done`, wanted.done ?? '', names)],
  ].flat();
  throw new SetupProblem(`${missing.join('; ')}. The columns are: ${names.join(', ')}`);
}

function notThere(path: string, wanted: string, names: readonly string[]): string {
  const near = nearest(wanted, names);
  return `${path}: no column is called “${wanted}”${near === undefined ? '' : `, did you mean “${near}”?`}`;
}
