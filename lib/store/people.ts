import { parseConversation } from '../domain/conversation.ts';
import type { Follower, Owner } from './card-record.ts';
import type { Item, Key } from './table.ts';

/** A person as the table may know them. Grows while the table is read (`learn`). */
export interface KnownPerson {
  readonly team: string;
  /** `<connection>#<id>`: chat accounts, and mail addresses in lower case. */
  readonly accounts: Set<string>;
  /** How a workspace or the team's file calls them, by which an account is recognised where its id is not known: `<connection>#<name>`. */
  readonly userNames: Set<string>;
  /** Conversations alone with the bot. */
  readonly conversations: Set<string>;
  /** Names that news call them by, and nobody else: those of the team's file. */
  readonly names: Set<string>;
  /** Names that news call them by, and maybe somebody else, too: they mean this person on cards of theirs alone. */
  readonly aliases: Set<string>;
  /** Partitions of the cards that they opened or follow. */
  readonly cards: Set<string>;
  /** Whom the team's file lists, by name. */
  readonly listed: ReadonlySet<string>;
}

/** Makes a person of whom nothing is known yet. `listed`: the names in the team's file. */
export function nobodyYet(team: string, listed: readonly string[] = []): KnownPerson {
  return {
    ...{ team, listed: new Set(listed), accounts: new Set(), userNames: new Set(), conversations: new Set() },
    ...{ names: new Set(), aliases: new Set(), cards: new Set() },
  };
}

/** Whether a name means them on a card. */
export function isNamed(
  { names, aliases, cards }: KnownPerson,
  name: string | undefined,
  card: string,
): boolean {
  return name !== undefined && (names.has(name) || (aliases.has(name) && cards.has(card)));
}

/** Whether an account is theirs. */
export function isAccountOf({ accounts }: KnownPerson, connection: string, person: string): boolean {
  return accounts.has(`${connection}#${person}`) || accounts.has(`${connection}#${person.toLowerCase()}`);
}

/** Whether a conversation is theirs alone: one with the bot, or one by mail, where the address is the room. */
export function isConversationOf(known: KnownPerson, conversation: string): boolean {
  if (known.conversations.has(conversation)) return true;
  const place = placeOf(conversation);
  return place?.channel === 'email' && isAccountOf(known, place.connection, decodeURIComponent(place.room));
}

/** What an item tells of the person besides what is known: their account, their name in news, conversations alone with the bot. */
export function learn(known: KnownPerson, item: Item & Key): void {
  const [kind, connection = '', account = ''] = item.sk.split('#');
  if (item.pk === `TEAM#${known.team}` && kind === 'ACCOUNT' && known.names.has(String(item.name))) {
    known.accounts.add(`${connection}#${account}`);
  }
  if (!item.pk.startsWith(`CARD#${known.team}#`) || kind !== 'CARD') return;
  const owner = ownerOf(item);
  if (owner && isOwner(known, owner)) {
    known.accounts.add(`${owner.connection}#${owner.person}`);
    known.cards.add(item.pk);
    (known.listed.has(owner.name) ? known.names : known.aliases).add(owner.name);
  }
  for (const [conversation, { person, place, name }] of Object.entries(followersOf(item))) {
    const connection = placeOf(conversation)?.connection;
    if (person === undefined || connection === undefined) continue;
    if (name !== undefined && isCalled(known, connection, name))
      known.accounts.add(`${connection}#${person}`);
    if (!isAccountOf(known, connection, person)) continue;
    known.cards.add(item.pk);
    if (name !== undefined && known.listed.has(name)) known.names.add(name);
    // Who follows for their own sake in no room that has a name is alone with the bot.
    if (place === undefined) known.conversations.add(conversation);
  }
}

/** The owner that a card's item names; undefined where it names none. */
export function ownerOf({ owner }: Item): Owner | undefined {
  return owner as Owner | undefined;
}

/** Who follows a card, by conversation. */
export function followersOf({ followers }: Item): Readonly<Record<string, Omit<Follower, 'conversation'>>> {
  return (followers ?? {}) as Record<string, Omit<Follower, 'conversation'>>;
}

/** Whether a card's owner is the person: by the account, or by the name where a workspace gives out user names. */
export function isOwner(known: KnownPerson, { connection, person, name }: Owner): boolean {
  return isAccountOf(known, connection, person) || isCalled(known, connection, name);
}

/** As it is written: a user name has small letters only, and with a capital it is somebody whom the team's file calls so. */
function isCalled({ userNames }: KnownPerson, connection: string, name: string): boolean {
  return userNames.has(`${connection}#${name}`);
}

/** Undefined for what is no conversation. */
export function placeOf(conversation: string) {
  try {
    return parseConversation(conversation);
  } catch {
    return undefined;
  }
}
