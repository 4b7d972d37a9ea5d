import { findPerson } from '../../lib/cli/find-person.ts';
import { type ForgetParts, forgetOnce } from '../../lib/cli/forget.ts';
import { isAccountOf, isConversationOf, type KnownPerson } from '../../lib/store/people.ts';
import { parseStored } from '../../lib/teams/stored.ts';
import type { Event } from '../../schemas/event.ts';
import type { House } from './house.ts';
import { keysOf } from './release.ts';
import type { TeamWorld } from './team-world.ts';

/** Somebody who was forgotten: what was queued of them until then comes to nothing. */
export interface Forgotten {
  readonly known: KnownPerson;
  /** Epoch milliseconds. */
  until: number;
  /** Dead letters that named them went too, whatever else those would have told. */
  letters: boolean;
}

/** Between the two times that it is looked for what is stored of them (lib/cli/forget.ts). Milliseconds. */
const IN_HAND_MS = 130_000;

/** `cardwire forget`, of an account at a chat. */
export async function forget(house: House, world: TeamWorld, account: string): Promise<void> {
  const { store, clock, whole } = house;
  const stored = await store.teams.get(world.id);
  const settings = stored && parseStored(stored.settings);
  if (!settings?.channels[account.split(':')[0] ?? '']) return;
  const forgotten: Forgotten = { known: findPerson(account, settings), until: 0, letters: false };
  world.forgotten.push(forgotten);
  const keys = () => (purpose: Parameters<typeof keysOf>[1]) => keysOf(house.release, purpose);
  const parts: ForgetParts = { store, table: whole, keys, mailObjects: () => undefined };
  const look = async () => {
    const before = await lettersOf(house, world);
    await forgetOnce(parts, forgotten.known);
    forgotten.until = clock.now;
    forgotten.letters ||= (await lettersOf(house, world)) < before;
  };
  await look();
  void clock.sleep(IN_HAND_MS).then(look);
}

async function lettersOf({ store }: House, { id }: TeamWorld): Promise<number> {
  return (await store.graveyard.list(id)).length;
}

/** Whether somebody was forgotten after they had asked for this. */
export function isOfForgotten({ forgotten }: TeamWorld, event: Event): boolean {
  if (event.kind !== 'command') return false;
  const { connection, person, at } = event;
  return forgotten.some(
    ({ known, until }) => at <= until + CLOCKS_MS && isAccountOf(known, connection, person.id),
  );
}

/** Whether somebody was forgotten after this: their name, and what they said, is told no more. */
export function isBeforeForgetting({ forgotten }: TeamWorld, { at }: Event): boolean {
  return forgotten.some(({ until }) => at <= until + CLOCKS_MS);
}

/** Whether the account that was forgotten after this was that of whoever has this address: they are called the same in news. */
export function isOfNamesake({ forgotten }: TeamWorld, { at }: Event, address: string): boolean {
  const account = `idof${address.split('@')[0]}`;
  return forgotten.some(({ known, until }) => at <= until + CLOCKS_MS && isAccountOf(known, 'chat', account));
}

/** The doors' clock may be that much ahead. */
const CLOCKS_MS = 1_000;

/** Whether nobody knows any more what stands in a conversation: it was theirs alone, or a letter for it is gone. */
export function isUnknown({ forgotten }: TeamWorld, conversation: string): boolean {
  return forgotten.some(({ known, letters }) => letters || isConversationOf(known, conversation));
}
