import type { Held } from '../store/held.ts';
import { type KnownPerson, learn } from '../store/people.ts';
import { heldIn, type OpenSealed } from '../store/person-items.ts';
import { openSecret, type SealedSecret } from '../teams/secrets.ts';
import type { World } from './world.ts';

/** What one account leads to leads on: an owner's name, an account linked to it. More passes than that find nothing new. */
const MOST_PASSES = 4;

/**
 * Everything the table holds of a person, what a card's item holds last: there stands what the rest was found by. Reads the whole table, a few
 * times over.
 */
export async function searchPerson(
  { table, keys }: Pick<World, 'table' | 'keys'>,
  known: KnownPerson,
): Promise<readonly Held[]> {
  let before = -1;
  for (let pass = 0; pass < MOST_PASSES && sizeOf(known) !== before; pass++) {
    before = sizeOf(known);
    for await (const item of table.scan()) learn(known, item);
  }
  const open = opener(keys);
  const held: Held[] = [];
  for await (const item of table.scan()) {
    const found = heldIn(known, item, open);
    if (found) held.push(found);
  }
  return held.toSorted((one, other) => rank(one) - rank(other));
}

/** Opens what is encrypted in the table, as far as the deployment's keys fit. */
export function opener(keys: World['keys']): OpenSealed {
  return (sealed, team, field) => {
    try {
      return openSecret(sealed as SealedSecret, { team, field }, keys()('stored-secrets'));
    } catch {
      return undefined;
    }
  };
}

function sizeOf({ accounts, conversations, names, aliases, cards }: KnownPerson): number {
  return accounts.size + conversations.size + names.size + aliases.size + cards.size;
}

function rank({ key: { sk } }: Held): number {
  if (sk === 'CARD') return 2;
  return sk.startsWith('ACCOUNT#') ? 1 : 0;
}
