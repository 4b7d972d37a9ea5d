import type { CommandEvent } from '../../schemas/event.ts';
import type { Team } from '../teams/team.ts';

type Guest = Pick<CommandEvent, 'person' | 'mail' | 'unproven'>;

/**
 * How somebody is called who writes by mail and is none of the team's people: anybody can write any name before their address. One that is
 * called like a member, or like another address, is told apart by their own.
 */
export function guestName({ members }: Pick<Team, 'members'>, guest: Guest): string {
  const { name } = guest.person;
  if (guest.mail === undefined) return name;
  const words = wordsOf(name);
  const isTaken = members.people.some((person) => includesAll(words, wordsOf(person.name)));
  return isTaken || name.includes('@') ? withAddress(guest) : name;
}

/** The name with its address, as the board shows it: whoever reads a card there sees who it is from. */
export function withAddress({ person: { name, id }, mail, unproven }: Guest): string {
  if (mail === undefined) return name;
  // Where nothing proves it, it is asked for.
  const address = unproven ? `${id}?` : id;
  return name === id || id.startsWith(`${name}@`) ? address : `${name} (${address})`;
}

function wordsOf(name: string): readonly string[] {
  return (
    name
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function includesAll(words: readonly string[], some: readonly string[]): boolean {
  return some.length > 0 && some.every((word) => words.includes(word));
}
