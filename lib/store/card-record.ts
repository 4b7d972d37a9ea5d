import type { CardId } from '../domain/card.ts';
import type { Item } from './table.ts';

/** A card on one of a team's boards. */
export interface CardKey {
  readonly team: string;
  readonly board: string;
  readonly card: CardId;
}

/** The person and conversation a card came from. */
export interface Owner {
  /** The channel connection the person is known in. */
  readonly connection: string;
  readonly person: string;
  readonly name: string;
  readonly conversation: string;
  /** What people call the room. */
  readonly place?: string;
  /** The server that the room is on, where there are servers. */
  readonly server?: string;
}

/** A conversation that hears about a card; `person` when it does for one person's sake, whom the team calls `name`, `place` and `server` as its owner has them. */
export interface Follower extends Pick<Owner, 'place' | 'server'> {
  readonly conversation: string;
  readonly person?: string;
  readonly name?: string;
}

/** One line of a card's story: when, what, in which event, and a code. */
export interface StoryLine {
  readonly at: number;
  readonly what: string;
  readonly event: string;
  /** When a door accepted the event, epoch milliseconds. */
  readonly received?: number;
  readonly code?: string;
}

/** What the table knows of a card. */
export interface CardRecord {
  readonly number?: number;
  readonly owner?: Owner;
  readonly followers: readonly Follower[];
  readonly story: readonly StoryLine[];
}

/** The partition of everything about one card. */
export function cardPartition({ team, board, card }: CardKey): string {
  return `CARD#${team}#${board}#${card}`;
}

/** Reads a card's item; of what an older one lacks there is none. */
export function readCard(item: Item): CardRecord {
  const followers = Object.entries((item.followers ?? {}) as Record<string, Omit<Follower, 'conversation'>>);
  return {
    ...(item.number === undefined ? {} : { number: Number(item.number) }),
    ...(item.owner === undefined ? {} : { owner: item.owner as Owner }),
    followers: followers.map(([conversation, follower]) => ({ conversation, ...follower })),
    story: storyOf(item),
  };
}

function storyOf(item: Item | undefined): readonly StoryLine[] {
  return (item?.story as readonly StoryLine[] | undefined) ?? [];
}
