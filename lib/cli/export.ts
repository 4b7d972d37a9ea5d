import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Held } from '../store/held.ts';
import type { KnownPerson } from '../store/people.ts';
import { findPerson } from './find-person.ts';
import { objectsOf } from './person-objects.ts';
import { opener, searchPerson } from './person-search.ts';
import { storedTeam } from './stored-team.ts';
import { tellDoubt } from './tell-doubt.ts';
import { createTerminal, type Io } from './terminal.ts';
import { inWorld, type World, type WorldOptions } from './world.ts';

/** What `cardwire export` is called with. */
export interface ExportOptions extends WorldOptions {
  /** A folder that stored mails and their files are written to. */
  readonly mails?: string;
}

/**
 * `cardwire export`: writes everything that is stored of a person as JSON, and their mails as they came into a folder. What is kept encrypted is
 * opened. Holds what people wrote: it is meant for the person.
 */
export async function exportPerson(
  id: string,
  person: string,
  options: ExportOptions,
  io: Io,
): Promise<boolean> {
  const out = createTerminal(io.stdout, io.env);
  return inWorld(options, io, async (world) => {
    const { team } = await storedTeam(id, world);
    const known = findPerson(person, team);
    tellDoubt(known, team, io);
    const held = await searchPerson(world, known);
    const { keys, bucket } = await objectsOf(world, known);
    if (options.mails !== undefined) {
      await mkdir(options.mails, { recursive: true });
      for (const key of keys) {
        const bytes = await bucket?.get(key);
        if (bytes) await writeFile(join(options.mails, key.replaceAll('/', '-')), bytes, { mode: 0o600 });
      }
    }
    const listed = team.members.people.filter(({ name }) => known.names.has(name));
    out.line(
      JSON.stringify(
        { ...asPlain(known), listed, records: recordsOf(world, known, held), mails: keys },
        null,
        2,
      ),
    );
    return true;
  });
}

function asPlain({ team, accounts, names, aliases, conversations }: KnownPerson) {
  const called = [...names, ...aliases];
  return { team, accounts: [...accounts], names: called, conversations: [...conversations] };
}

function recordsOf({ keys }: World, { team }: KnownPerson, held: readonly Held[]) {
  const open = opener(keys);
  return held.map(({ key, holds }) => {
    const { body, sealed, ...rest } = holds;
    const dead = body === undefined ? undefined : open(String(body), team, 'dead');
    const parked = sealed === undefined ? undefined : open(String(sealed), team, 'parked');
    const opened = dead ?? parked;
    return {
      record: `${key.pk} ${key.sk}`,
      ...rest,
      ...(opened !== undefined && { message: JSON.parse(opened) as unknown }),
    };
  });
}
