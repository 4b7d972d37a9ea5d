import type { CardId } from '../domain/card.ts';
import {
  type CardKey,
  type CardRecord,
  cardPartition,
  type Follower,
  type Owner,
  readCard,
  type StoryLine,
} from './card-record.ts';
import { cardOfNumber, pointNumber } from './numbers.ts';
import type { Key, Table } from './table.ts';

/** Who owns and follows which card, and which number means which card. */
export interface Cards {
  get(key: CardKey): Promise<CardRecord | undefined>;
  /**
   * Records a card that came from here, with its owner as the first follower and how it began. Safe to repeat. False when there was a
   * record already: something may have been told of the card before its owner was known.
   */
  own(key: CardKey, owner: Owner, number: number | undefined, began: StoryLine): Promise<boolean>;
  follow(key: CardKey, follower: Follower): Promise<void>;
  unfollow(key: CardKey, conversation: string): Promise<void>;
  /** The newest cards of an owner, newest last. */
  ownedBy(
    team: string,
    connection: string,
    person: string,
  ): Promise<readonly { readonly board: string; readonly card: CardId }[]>;
  /**
   * Records a card that is seen for the first time, and which number means it; `isNew` when it has just been made. Gives the record as it is
   * now.
   */
  meet(key: CardKey, number: number, isNew?: boolean): Promise<CardRecord>;
  byNumber(team: string, board: string, number: number): Promise<CardId | undefined>;
  /** Adds a line to the card's story; the oldest ones go. Gives the record as it was, with who follows the card now. */
  addToStory(key: CardKey, line: StoryLine): Promise<CardRecord | undefined>;
}

const STORY_LINES = 40;
/** More than one person opens: they come by the board's ids, so that of more the newest could be missing. */
const OWNED_LIMIT = 1000;

/** Card records in the table. */
export function createCards(table: Table): Cards {
  return {
    async get(key) {
      const item = await table.get(cardKey(key));
      return item && readCard(item);
    },

    async own(key, owner, number, began) {
      // The indexes come first: a run that dies here leaves pointers to a card that is there, and is repeated.
      if (number !== undefined) await pointNumber(table, key, number, true);
      await table.update(ownerKey(key, owner), {
        set: { v: ':v', board: ':board', card: ':card', at: 'if_not_exists(#at, :at)' },
        values: { v: 1, board: key.board, card: key.card, at: began.at },
      });
      const { connection: _, name: __, conversation: ___, ...follower } = owner;
      const set = {
        v: ':v',
        owner: ':owner',
        story: 'if_not_exists(#story, :story)',
        ...(number === undefined ? {} : { number: ':number' }),
      };
      const values = { v: 1, owner, story: [began], ...(number === undefined ? {} : { number }) };
      const first = await table.update(cardKey(key), {
        set: { ...set, followers: ':followers' },
        when: 'attribute_not_exists(#followers)',
        values: { ...values, followers: { [owner.conversation]: follower } },
      });
      if (first !== 'refused') return true;
      // Somebody on the board was faster, or it is repeated.
      await table.update(cardKey(key), {
        set: { ...set, 'followers.#conversation': ':follower' },
        when: 'attribute_not_exists(#owner)',
        values: { ...values, follower },
        names: { conversation: owner.conversation },
      });
      return false;
    },

    async follow(key, { conversation, ...follower }) {
      const first = { set: { v: ':v', followers: ':all' }, when: 'attribute_not_exists(#followers)' };
      const values = { v: 1, all: { [conversation]: follower } };
      if ((await table.update(cardKey(key), { ...first, values })) !== 'refused') return;
      await table.update(cardKey(key), {
        set: { 'followers.#conversation': ':follower' },
        values: { follower },
        names: { conversation },
      });
    },

    async unfollow(key, conversation) {
      await table.update(cardKey(key), {
        remove: ['followers.#conversation'],
        when: 'attribute_exists(#followers)',
        names: { conversation },
      });
    },

    async ownedBy(team, connection, person) {
      const items = await table.query(`TEAM#${team}`, `OWNER#${connection}#${person}#`, OWNED_LIMIT);
      return items
        .toSorted((one, other) => Number(one.at ?? 0) - Number(other.at ?? 0))
        .map((item) => ({ board: String(item.board), card: String(item.card) as CardId }));
    },

    async meet(key, number, isNew) {
      await pointNumber(table, key, number, isNew);
      const before = await table.update(cardKey(key), {
        set: { v: ':v', number: ':number', followers: 'if_not_exists(#followers, :nobody)' },
        values: { v: 1, number, nobody: {} },
      });
      return readCard({ ...(before === 'refused' ? {} : before), number });
    },

    byNumber: (team, board, number) => cardOfNumber(table, { team, board }, number),

    async addToStory(key, line) {
      const before = await table.update(cardKey(key), {
        set: { v: ':v', story: 'list_append(if_not_exists(#story, :none), :lines)' },
        values: { v: 1, none: [], lines: [line] },
      });
      if (before === undefined || before === 'refused') return undefined;
      const record = readCard(before);
      const story = [...record.story, line];
      if (story.length <= 2 * STORY_LINES) return record;
      await table.update(cardKey(key), {
        set: { story: ':story' },
        values: { story: story.slice(-STORY_LINES) },
      });
      return record;
    },
  };
}

function cardKey(key: CardKey): Key {
  return { pk: cardPartition(key), sk: 'CARD' };
}

function ownerKey({ team, board, card }: CardKey, { connection, person }: Owner): Key {
  return { pk: `TEAM#${team}`, sk: `OWNER#${connection}#${person}#${board}#${card}` };
}
