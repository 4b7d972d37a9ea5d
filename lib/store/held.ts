import type { Item, Key, Update } from './table.ts';

/** What an item holds of a person, and what it takes to forget it: the whole item goes, or these changes are made. */
export interface Held {
  readonly key: Key;
  /** Of an item that holds more than that, the person's part. */
  readonly holds: Item;
  readonly forget: 'remove' | readonly Update[];
}
