import type { CardId } from '../../lib/domain/card.ts';
import type { Doing } from './doings.ts';
import type { House } from './house.ts';
import { acceptedBy, fateOf, ours, teamRoomsOf, twice } from './seen.ts';
import type { TeamWorld } from './team-world.ts';

/** A file that somebody attached at the board. */
export interface Attached {
  readonly card: string;
  /** As the board has it. No other file of the team has it, but the name of another one may end with it, after a comma. */
  readonly name: string;
  /** Somebody had looked at the card's files before. */
  readonly isLookedAt: boolean;
}

/** Attaches two files of which one is called like the end of the other: the webhook of the first travels as is said, the other's at once. */
export async function attachTwo(house: House, world: TeamWorld, doing: Doing, count: number): Promise<void> {
  const { board, id: team } = world;
  const cards = board.cards();
  const { id: card, number } = cards[doing.card % Math.max(1, cards.length)] ?? {};
  if (card === undefined || number === undefined) return;
  const key = { team, board: 'main', card: card as CardId };
  const { known } = await house.store.details.get(key, number);
  const person = doing.person === 'guest' ? 'bob' : doing.person;
  const names = [`${count}.pdf`, `part ${count}, ${count}.pdf`];
  for (const [at, name] of names.entries()) {
    world.attached.push({ card, name: board.fileName(name), isLookedAt: known.f !== undefined });
    const hand = at === 0 ? board.person(person, doing.travel) : board.person(person);
    void hand.attach(card, name);
  }
}

/** What files that people attach at a board must never come to: each a sentence about what was seen. */
export function attachedViolations(house: House, world: TeamWorld): readonly string[] {
  const webhooks = acceptedBy(house, world).flatMap(({ event }) =>
    event.kind === 'change' && event.change.kind === 'attachment' && !event.caughtUp ? [event.change] : [],
  );
  // Not every Wekan's webhooks say what was attached.
  if (webhooks.some(({ subject }) => subject === undefined)) return [];
  const heard = new Set(webhooks.flatMap(({ subject }) => subject ?? []));
  return [...toldTwice(world), ...untold(house, world, heard)];
}

/** I2: a file is told once in one thread. */
function toldTwice(world: TeamWorld): readonly string[] {
  const standing = new Set(ours(world).map(({ id }) => id));
  const news = ours(world, 'news').filter(({ thread }) => standing.has(thread));
  const told = news.flatMap(({ text, thread }) =>
    world.attached.flatMap(({ name }) =>
      waysToTell(name)
        .flatMap((way) => text.split(way).slice(1))
        .map(() => `${name} under ${thread}`),
    ),
  );
  return twice(told).map((what) => `I2: told twice: ${what}`);
}

/** I1: a file on an open card is told in the team's rooms, where its webhook came or the card's files are known, so that a look finds it. */
function untold({ records }: House, world: TeamWorld, heard: ReadonlySet<string>): readonly string[] {
  if (world.board.refused.length > 0 || world.forgotten.length > 0) return [];
  const cards = world.board.cards().filter(({ view }) => view.state === 'open');
  const open = new Set(cards.map(({ id }) => id));
  const rooms = teamRoomsOf(world).filter((room) => fateOf(world, room) !== 'gone');
  // What begins a message is told by that alone, until something else happens.
  const shown = Map.groupBy(records.living.values(), ({ card }) => card);
  const shows = (card: string, way: string) =>
    shown.get(card)?.some(({ lasts }) => [...lasts].some((last) => last.includes(way))) ?? false;
  const chats = world.chats.filter(
    ({ refusing, teamRoom }) => refusing.size === 0 && rooms.includes(teamRoom),
  );
  return world.attached
    .filter(({ card, name, isLookedAt }) => open.has(card) && (isLookedAt || heard.has(name)))
    .flatMap(({ card, name }) =>
      chats
        .filter(
          ({ teamRoom, tells }) => !waysToTell(name).some((way) => tells(teamRoom, way) || shows(card, way)),
        )
        .map(({ teamRoom }) => `I1: ${name} is not told in ${teamRoom}`),
    );
}

/** By itself or first of several, and after another one. */
function waysToTell(name: string): readonly string[] {
  return [`**${name}`, `pdf, ${name}`, `txt, ${name}`];
}
