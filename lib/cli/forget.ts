import { setTimeout as sleep } from 'node:timers/promises';
import type { Held } from '../store/held.ts';
import type { KnownPerson } from '../store/people.ts';
import type { Mark } from '../store/tombstones.ts';
import { findPerson } from './find-person.ts';
import { objectsOf } from './person-objects.ts';
import { searchPerson } from './person-search.ts';
import { createProgress } from './progress.ts';
import { count } from './report.ts';
import { storedTeam } from './stored-team.ts';
import { tellDoubt } from './tell-doubt.ts';
import { createTerminal, type Io } from './terminal.ts';
import { inWorld, type World, type WorldOptions } from './world.ts';

/** What `cardwire forget` is called with. */
export interface ForgetOptions extends WorldOptions {
  /** Nothing is changed: it is said what would go. */
  readonly dryRun?: boolean;
  /** False: what is being worked on at this moment is not waited for. */
  readonly wait?: boolean;
}

/** A dispatcher knows of a tombstone after a minute, and what it has begun it ends within another. */
const IN_HAND_MS = 130_000;

/**
 * `cardwire forget`: takes away what is stored of a person. What is queued of them comes to nothing from then on (30 days). What was in hand
 * meanwhile may have written something more, so it is looked for twice. Safe to repeat, also where it was interrupted.
 */
export async function forget(id: string, person: string, options: ForgetOptions, io: Io): Promise<boolean> {
  const out = createTerminal(io.stdout, io.env);
  return inWorld(options, io, async (world) => {
    const { team } = await storedTeam(id, world);
    const known = findPerson(person, team);
    tellDoubt(known, team, io);
    const isListed = team.members.people.some(({ name }) => known.names.has(name));
    if (options.dryRun) {
      const records = (await searchPerson(world, known)).length;
      const { keys } = await objectsOf(world, known);
      out.line(`Would be gone: ${toldOf({ records, objects: keys.length })}.`);
      return true;
    }
    const progress = createProgress(io);
    progress.begin('Forget');
    const first = await forgetOnce(world, known);
    progress.end('ok', toldOf(first));
    if (options.wait !== false) {
      progress.begin('Look again for what was in hand, in two minutes');
      await sleep(IN_HAND_MS);
      progress.end('ok', toldOf(await forgetOnce(world, known)));
    }
    out.line('What is stored of this person is gone, and what is still queued of them comes to nothing.');
    if (isListed)
      out.line('The team’s file lists this person: take them out under members.people and run setup.');
    out.line('Cards and comments on the board, and messages in chats and mailboxes, are not ours to delete.');
    return true;
  });
}

/** What is gone. */
export interface Gone {
  readonly records: number;
  readonly objects: number;
}

/** What forgetting works with. */
export type ForgetParts = Pick<World, 'store' | 'table' | 'keys' | 'mailObjects'>;

/**
 * Looks for what is stored of a person, and takes it away. Tombstones first: from then on nothing new is written of what was queued. Mails go
 * before the notes that name them.
 * @throws SetupProblem when mails of theirs are stored and nobody named the bucket.
 */
export async function forgetOnce(world: ForgetParts, known: KnownPerson): Promise<Gone> {
  const held = await searchPerson(world, known);
  const { keys, bucket } = await objectsOf(world, known);
  await world.store.tombstones.raise(known.team, marksOf(known));
  for (const key of keys) await bucket?.remove(key);
  for (const each of held) await forgetHeld(world, each);
  return { records: held.length, objects: keys.length };
}

async function forgetHeld({ table }: ForgetParts, { key, forget }: Held): Promise<void> {
  if (forget === 'remove') return table.remove(key);
  for (const update of forget) await table.update(key, update);
}

function marksOf({ accounts, conversations, names, aliases }: KnownPerson): readonly Mark[] {
  return [
    ...[...accounts].map((account) => {
      const at = account.indexOf('#');
      return { connection: account.slice(0, at), person: account.slice(at + 1) };
    }),
    ...[...conversations].map((conversation) => ({ conversation })),
    ...[...names, ...aliases].map((name) => ({ name })),
  ];
}

function toldOf({ records, objects }: Gone): string {
  return `${count(records, 'record')}, ${count(objects, 'stored object')}`;
}
