import { type Finding, type Path, valueAt } from './problems.ts';

/**
 * What no schema of one value can see: names that clash, names of channels that are not there, variables that are not set.
 * Works on the file as it was parsed, right or wrong, so that all problems come in one go.
 */
export function crossCheck(raw: unknown, env: Readonly<Record<string, string | undefined>>): Finding[] {
  return [...clashes(raw), ...danglingChannels(raw), ...unsetVariables(raw, env)];
}

/** A connection's name stands alone in addresses and stored items: one name, one connection. */
function clashes(raw: unknown): Finding[] {
  const boards = new Set(keysOf(raw, 'boards'));
  return keysOf(raw, 'channels')
    .filter((name) => boards.has(name))
    .map((name) => ({
      path: ['channels', name],
      text: 'a board has this name already: give the channel another one',
    }));
}

function danglingChannels(raw: unknown): Finding[] {
  const names = keysOf(raw, 'channels');
  const list = valueAt(raw, ['teamChannels']);
  const places: Path[] = [['members', 'room', 'channel']];
  if (Array.isArray(list)) places.push(...list.map((_, at) => ['teamChannels', at, 'channel']));
  return places.flatMap((path) => {
    const name = valueAt(raw, path);
    if (typeof name !== 'string' || names.includes(name)) return [];
    return [
      {
        path,
        text: `there is no channel with this name: write one of ${names.join(', ') || 'the names under channels'}`,
      },
    ];
  });
}

function unsetVariables(value: unknown, env: Readonly<Record<string, string | undefined>>): Finding[] {
  return secretReferences(value).flatMap(({ path, variable }) => {
    const secret = env[variable];
    if (!secret) return [{ path, text: `the variable ${variable} is not set: set it in the environment` }];
    if (secret.trim() === secret) return [];
    return [{ path, text: `the variable ${variable} begins or ends with white space: set it without` }];
  });
}

function secretReferences(raw: unknown): { path: Path; variable: string }[] {
  return ['boards', 'channels'].flatMap((kind) =>
    keysOf(raw, kind).flatMap((name) =>
      keysOf(raw, kind, name).flatMap((key) => {
        const path = [kind, name, key];
        const value = valueAt(raw, path);
        const variable = typeof value === 'string' ? /^env:([A-Z][A-Z0-9_]*)$/.exec(value)?.[1] : undefined;
        return variable === undefined ? [] : [{ path, variable }];
      }),
    ),
  );
}

function keysOf(raw: unknown, ...path: Path): string[] {
  const value = valueAt(raw, path);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}
