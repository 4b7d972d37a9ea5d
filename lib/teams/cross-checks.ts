import { type Side, sides } from '../../schemas/team.ts';
import { type Finding, type Path, valueAt } from './problems.ts';

/**
 * What no schema of one value can see: names that clash, names of channels that are not there, variables that are not set.
 * Works on the file as it was parsed, right or wrong, so that all problems come in one go.
 */
export function crossCheck(raw: unknown, env: Readonly<Record<string, string | undefined>>): Finding[] {
  return [
    ...clashes(raw),
    ...repeats(raw),
    ...sharedApplications(raw, env),
    ...danglingChannels(raw),
    ...unsetVariables(raw, env),
  ];
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

/** A room that is listed twice would hear everything twice; a user name belongs to one person. */
function repeats(raw: unknown): Finding[] {
  const rooms = listAt(raw, ['teamChannels']).map((place) => {
    const room = valueAt(place, ['room']);
    return typeof room === 'string'
      ? `${valueAt(place, ['channel'])} ${room.replace(/^[~#]/, '')}`
      : undefined;
  });
  const names = (side: Side) =>
    listAt(raw, ['members', 'people']).map((person) => {
      const name = typeof person === 'string' ? person : valueAt(person, [side]);
      return typeof name === 'string' ? name.replace(/^@/, '').toLowerCase() : undefined;
    });
  const people = new Set(sides.flatMap((side) => repeated(names(side))));
  return [
    ...repeated(rooms).map((at) => ({
      path: ['teamChannels', at],
      text: 'this room is listed above already: write its kinds of change there',
    })),
    ...[...people].map((at) => ({
      path: ['members', 'people', at],
      text: 'this user name is listed above already: list each person once',
    })),
  ];
}

/** An application of Discord's calls one address: a second connection would take it from the first one, which went deaf. */
function sharedApplications(raw: unknown, env: Readonly<Record<string, string | undefined>>): Finding[] {
  const names = keysOf(raw, 'channels').filter(
    (name) => valueAt(raw, ['channels', name, 'product']) === 'discord',
  );
  const variables = secretReferences(raw).filter(({ path: [, , key] }) => key === 'token');
  const tokens = names.map((name) => {
    const found = variables.find(({ path: [kind, channel] }) => kind === 'channels' && channel === name);
    return found && env[found.variable];
  });
  return repeated(tokens).map((at) => ({
    path: ['channels', names[at] ?? '', 'token'],
    text: 'this application has a connection above already: keep one, and let other servers join it by a code (cardwire invite)',
  }));
}

/** Where a value stands that stands before already. */
function repeated(values: readonly (string | undefined)[]): number[] {
  return [...values.keys()].filter((at) => values[at] !== undefined && values.indexOf(values[at]) < at);
}

function danglingChannels(raw: unknown): Finding[] {
  const names = keysOf(raw, 'channels');
  const places: Path[] = [
    ['members', 'room', 'channel'],
    ...listAt(raw, ['teamChannels']).map((_, at) => ['teamChannels', at, 'channel']),
  ];
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

function listAt(raw: unknown, path: Path): readonly unknown[] {
  const value = valueAt(raw, path);
  return Array.isArray(value) ? value : [];
}

function keysOf(raw: unknown, ...path: Path): string[] {
  const value = valueAt(raw, path);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}
