import { SetupProblem } from '../setup/explain.ts';
import type { KnownPerson } from '../store/people.ts';
import { addressesOf } from '../store/person-items.ts';
import type { StoredObjects } from '../store/stored-objects.ts';
import type { World } from './world.ts';

/** The stored mails of a person, and the bucket they lie in. */
export interface PersonObjects {
  readonly keys: readonly string[];
  /** Absent where there are none. */
  readonly bucket?: StoredObjects;
}

/**
 * The mails that a person has sent, with their files, as far as they have not expired.
 * @throws SetupProblem when there are some and the bucket is not known.
 */
export async function objectsOf(
  world: Pick<World, 'store' | 'mailObjects'>,
  known: KnownPerson,
): Promise<PersonObjects> {
  const found: string[] = [];
  for (const address of addressesOf(known))
    found.push(...(await world.store.originals.of(known.team, address)));
  const keys = [...new Set(found)].toSorted();
  if (keys.length === 0) return { keys };
  const bucket = world.mailObjects();
  if (bucket) return { keys, bucket };
  throw new SetupProblem(
    'mails of this person are stored: name the bucket with --bucket (MailBucketName among the outputs of the stack) or MAIL_BUCKET',
  );
}
