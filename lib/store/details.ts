import type { CardKey } from './card-record.ts';
import { numberKey } from './numbers.ts';
import { type Item, settersOf, type Table } from './table.ts';

/**
 * How the details of a card were when they were last looked at or told: short hashes, by short keys. No text of people is among them.
 * `version` counts what was written, 0 before anything was.
 */
export interface KnownDetails {
  readonly version: number;
  readonly known: Readonly<Record<string, string>>;
}

/** What is known of the details of cards that have a number. */
export interface DetailBook {
  /** Of a card that nobody has looked at, or whose number means another one by now: nothing. */
  get(key: CardKey, number: number): Promise<KnownDetails>;
  /** Writes down what is known now. False when somebody else has written since `before` was read, or the number means another card by now. */
  put(key: CardKey, number: number, before: KnownDetails, known: KnownDetails['known']): Promise<boolean>;
}

/** What is known stands beside the card's number: looking through a board reads all of them at once (`Sweeps.met`). */
export function createDetailBook(table: Table): DetailBook {
  return {
    async get(key, number) {
      const item = await table.get(numberKey(key, number));
      return readDetails(item?.card === key.card ? item : {});
    },

    async put(key, number, { version }, known) {
      const values = { details: known, detailsVersion: version + 1 };
      const unchanged = version === 0 ? 'attribute_not_exists(#detailsVersion)' : '#detailsVersion = :before';
      const before = await table.update(numberKey(key, number), {
        set: settersOf(values),
        when: `#card = :card AND ${unchanged}`,
        values: { ...values, card: key.card, ...(version === 0 ? {} : { before: version }) },
      });
      return before !== 'refused';
    },
  };
}

/** Reads what an item says; one of before details were looked at says nothing. */
export function readDetails(item: Item): KnownDetails {
  return {
    version: Number(item.detailsVersion ?? 0),
    known: (item.details ?? {}) as KnownDetails['known'],
  };
}
