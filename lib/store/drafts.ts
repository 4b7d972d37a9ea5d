import type { EventFile } from '../../schemas/asked.ts';
import { expiresIn } from './expiry.ts';
import type { Key, Table } from './table.ts';

/** Whose draft: what one person began in one place is theirs to finish. */
export interface DraftKey {
  readonly team: string;
  /** The channel's connection. */
  readonly connection: string;
  /** The channel's own id of the person. */
  readonly person: string;
  /** Id of the event that brought it. */
  readonly id: string;
}

/** Something said that may become a card: what the form that was opened for it cannot carry. Its text travels in the form. */
export interface Draft {
  /** Who said it, by name. */
  readonly author: string;
  readonly link: string;
  readonly files: readonly EventFile[];
}

/** Drafts, each for a day. */
export interface Drafts {
  /** Safe to repeat. */
  keep(key: DraftKey, draft: Draft): Promise<void>;
  /** Undefined when there is none, or its day is over. */
  get(key: DraftKey): Promise<Draft | undefined>;
}

const DAYS = 1;

/** Drafts in the table; `now` is epoch milliseconds. */
export function createDrafts(table: Table, now: () => number): Drafts {
  return {
    async keep(key, { author, link, files }) {
      await table.update(keyOf(key), {
        set: { v: ':v', author: ':author', link: ':link', files: ':files', expires: ':expires' },
        values: { v: 1, author, link, files, expires: expiresIn(now(), DAYS) },
      });
    },

    async get(key) {
      const item = await table.get(keyOf(key));
      return (
        item && {
          author: String(item.author),
          link: String(item.link),
          files: (item.files as readonly EventFile[] | undefined) ?? [],
        }
      );
    },
  };
}

function keyOf({ team, connection, person, id }: DraftKey): Key {
  return { pk: `TEAM#${team}`, sk: `DRAFT#${connection}#${person}#${id}` };
}
