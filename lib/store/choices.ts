import type { Choices, Chooser } from '../domain/choices.ts';
import { expiresIn } from './expiry.ts';
import { type Item, type Key, settersOf, type Table } from './table.ts';

/** What people are suggested while they type. */
export interface ChoiceLists {
  put(chooser: Chooser, choices: Choices): Promise<void>;
  /** An old answer will do: whoever types cannot wait. Undefined when there is none, or its day is over. */
  get(chooser: Chooser): Promise<Choices | undefined>;
}

/** A list is gathered anew every ten minutes while somebody types; for longer it holds titles of cards for nobody. */
const DAYS = 1;

/** Lists of choices in the table; `now` is epoch milliseconds. */
export function createChoiceLists(table: Table, now: () => number): ChoiceLists {
  return {
    async put(chooser, choices) {
      const values = { v: 1, ...choices, expires: expiresIn(now(), DAYS) };
      await table.update(keyOf(chooser), { set: settersOf(values), values });
    },

    async get(chooser) {
      const item = await table.get(keyOf(chooser), { stale: true });
      return item && read(item);
    },
  };
}

/** Where one person's list for one room stands. */
function keyOf({ team, connection, room, person }: Chooser): Key {
  return { pk: `TEAM#${team}`, sk: `CHOICES#${connection}#${room}#${person}` };
}

function read(item: Item): Choices {
  const { columns, people, labels, cards, boards } = item as Partial<Choices>;
  return {
    at: Number(item.at),
    columns: columns ?? [],
    people: people ?? [],
    labels: labels ?? [],
    cards: cards ?? [],
    boards: boards ?? [],
  };
}
