import { stableId } from '../domain/ids.ts';
import type { Held } from './held.ts';
import { originalsOf } from './originals.ts';
import {
  followersOf,
  isAccountOf,
  isConversationOf,
  isOwner,
  type KnownPerson,
  ownerOf,
  placeOf,
} from './people.ts';
import type { Item, Key } from './table.ts';
import { changesOfThread } from './thread-words.ts';

/** Opens what is stored encrypted; undefined when no key fits. */
export type OpenSealed = (sealed: string, team: string, field: 'dead' | 'parked') => string | undefined;

/**
 * What one item of the table holds of a person. Undefined for what holds nothing of them. What is neither a person's own item nor one of a card
 * holds nobody: settings list people by the team's own file, receipts and hashes name none.
 */
export function heldIn(known: KnownPerson, item: Item & Key, open: OpenSealed): Held | undefined {
  const { pk, sk, ...rest } = item;
  const key = { pk, sk };
  const whole = { key, holds: rest, forget: 'remove' } as const;
  const [kind = ''] = sk.split('#');
  const name = sk.slice(kind.length + 1);
  if (pk === `TEAM#${known.team}`) return isOwnItem(known, kind, name, rest, open) ? whole : undefined;
  if (pk.startsWith('MAILTHREAD#'))
    return isConversationOf(known, pk.slice('MAILTHREAD#'.length)) ? whole : undefined;
  if (pk.startsWith('MAIL#'))
    return rest.team === known.team && isConversationOf(known, String(rest.conversation)) ? whole : undefined;
  if (!pk.startsWith(`CARD#${known.team}#`)) return undefined;
  if (kind === 'CARD') return heldInCard(known, key, rest);
  if (kind !== 'THREAD') return undefined;
  return isConversationOf(known, name) ? whole : changesOfThread(known, key, rest);
}

/** Items of a team that are one person's: by the account or the conversation in their key, or by what they hold. */
function isOwnItem(known: KnownPerson, kind: string, name: string, item: Item, open: OpenSealed): boolean {
  const [connection = '', first = '', second = ''] = name.split('#');
  switch (kind) {
    case 'OWNER':
    case 'ACCOUNT':
    case 'DRAFT':
    case 'TRIES':
    case 'RATE':
      return isAccountOf(known, connection, first);
    case 'CHOICES':
      return isAccountOf(known, connection, second);
    case 'CONVERSATION':
    case 'PAUSED':
      return isConversationOf(known, name);
    case 'MAILER':
      return addressesOf(known).includes(name.toLowerCase());
    case 'ORIGINAL':
      return addressesOf(known).some((address) => originalsOf(address) === connection);
    case 'CODE':
      return known.names.has(String(item.name));
    case 'DEAD':
      return mentions(known, open(String(item.body), known.team, 'dead'));
    case 'PARKED':
      return (
        addressesOf(known).some((address) => name.startsWith(stableId('parked', address))) ||
        mentions(known, open(String(item.sealed), known.team, 'parked'))
      );
    default:
      return false;
  }
}

/** The ids of a person, which of an account at a mail domain is the address. */
export function addressesOf({ accounts }: KnownPerson): readonly string[] {
  return idsOf(accounts).filter((id) => id.includes('@'));
}

function idsOf(accounts: ReadonlySet<string>): readonly string[] {
  return [...new Set([...accounts].map((account) => account.slice(account.indexOf('#') + 1)))];
}

/** A message that names them anywhere is theirs to have gone: what somebody else said beside it goes too. */
function mentions(known: KnownPerson, body: string | undefined): boolean {
  if (body === undefined) return false;
  const ids = idsOf(known.accounts).flatMap((id) => [id, encodeURIComponent(id)]);
  const says = (name: string) => ['who', 'owner', 'name'].some((at) => body.includes(quoted(at, name)));
  const isOnTheirs = () =>
    [...known.cards].some((card) => body.includes(quoted('card', card.slice(card.lastIndexOf('#') + 1))));
  return (
    [...ids, ...known.conversations].some((each) => body.includes(each)) ||
    [...known.names].some(says) ||
    ([...known.aliases].some(says) && isOnTheirs())
  );
}

/** As it stands in the JSON of a message. */
function quoted(field: string, value: string): string {
  return `${JSON.stringify(field)}:${JSON.stringify(value)}`;
}

function heldInCard(known: KnownPerson, key: Key, item: Item): Held | undefined {
  const owner = ownerOf(item);
  const isTheirs = owner !== undefined && isOwner(known, owner);
  const followed = Object.entries(followersOf(item)).filter(([conversation, { person }]) => {
    const connection = placeOf(conversation)?.connection ?? '';
    const isFollower = person !== undefined && isAccountOf(known, connection, person);
    return isFollower || isConversationOf(known, conversation);
  });
  if (!isTheirs && followed.length === 0) return undefined;
  return {
    key,
    holds: { ...(isTheirs && { owner }), followers: Object.fromEntries(followed) },
    forget: [
      ...(isTheirs ? [{ remove: ['owner'] }] : []),
      ...followed.map(([conversation]) => ({
        remove: ['followers.#conversation'],
        when: 'attribute_exists(#followers)',
        names: { conversation },
      })),
    ],
  };
}
