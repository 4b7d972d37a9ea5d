import { expect } from '@jest/globals';
import type { House } from './house.ts';
import { cardPost, replies } from './sight.ts';

/** A card whose details have been looked at. */
export interface KnownCard {
  /** What has been told of it in the team's room since then. */
  news(): readonly string[];
}

/** A board, and everything that can happen there to what no message shows of a card. */
export interface DetailsSide<Card extends KnownCard> {
  readonly house: House;
  /** What people do, each with the line that tells it where it is found by looking. */
  readonly happenings: readonly (readonly [(card: Card) => Promise<unknown>, string])[];
  /** New cards with these titles. */
  knownCards(titles: readonly string[]): Promise<readonly Card[]>;
  /** Looks until every card has been looked at. */
  look(): Promise<void>;
  /** Webhooks do not arrive from now on; gives what brings them after all. */
  holdWebhooks(): () => Promise<void>;
  /** Until everything that webhooks bring is told. */
  rest(): Promise<void>;
}

/** What is told of a card in the team's room from now on. */
export function newsOf(house: House, title: string): KnownCard['news'] {
  const told = () => replies(house, cardPost(house, 'team', title));
  const before = told().length;
  return () => told().slice(before);
}

/** Each thing happens to a card of its own, unheard: it is found once, and its webhook tells nothing when it comes after all. */
export async function eachIsFoundOnce<Card extends KnownCard>(side: DetailsSide<Card>): Promise<void> {
  const cards = await cardForEach(side);
  const bring = side.holdWebhooks();
  await happen(side, cards);
  await side.look();
  const found = side.happenings.map(([, line]) => [`Caught up: ${line}`]);
  expect(cards.map((card) => card.news())).toEqual(found);
  await side.look();
  await bring();
  await side.look();
  expect(cards.map((card) => card.news())).toEqual(found);
  expect(side.house.logged).toEqual([]);
}

/** Each thing happens to a card of its own and is told by its webhook: looking finds none. */
export async function eachIsToldByItsWebhook<Card extends KnownCard>(side: DetailsSide<Card>): Promise<void> {
  const cards = await cardForEach(side);
  await happen(side, cards);
  await side.rest();
  const told = cards.map((card) => card.news());
  expect(told.map((news) => [news.length, news[0]?.startsWith('Caught up')])).toEqual(
    cards.map(() => [1, false]),
  );
  await side.look();
  await side.look();
  expect(cards.map((card) => card.news())).toEqual(told);
}

async function cardForEach<Card extends KnownCard>(side: DetailsSide<Card>): Promise<readonly Card[]> {
  const titles = side.happenings.map((_, at) => `Card ${String.fromCharCode(65 + at)}`);
  const cards = await side.knownCards(titles);
  await side.look();
  return cards;
}

async function happen<Card extends KnownCard>(
  { happenings }: DetailsSide<Card>,
  cards: readonly Card[],
): Promise<void> {
  for (const [at, [happens]] of happenings.entries()) {
    const card = cards[at];
    if (card) await happens(card);
  }
}
