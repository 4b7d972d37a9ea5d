import { badVersion } from './answers.ts';
import { entriesOf } from './history.ts';
import type { SimItem, World } from './world.ts';

/**
 * A2.3: whether a write with this version is taken. An older one is judged against the last so many entries of the history, and only if
 * one of its own fields stands in them it is refused: comments never conflict, and what bumped no version hides what did.
 */
export function checkVersion(world: World, item: SimItem, body: Readonly<Record<string, unknown>>): void {
  const { version: sent } = body;
  if (sent === undefined || sent === null) throw badVersion('The version parameter is not valid');
  if (!Number.isInteger(Number(sent))) throw badVersion('The version must be an integer');
  const behind = item.version - Number(sent);
  if (Number(sent) < 0 || behind < 0) throw badVersion('The version parameter is not valid');
  if (behind === 0) return;
  const changed = new Set(
    entriesOf(world, item)
      .slice(0, behind)
      .flatMap(({ diff }) => Object.keys(diff)),
  );
  if (Object.keys(body).some((field) => changed.has(field)))
    throw badVersion("The version doesn't match with the current one");
}
