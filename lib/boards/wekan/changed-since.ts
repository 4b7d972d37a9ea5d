import * as z from 'zod/mini';
import type { CardId } from '../../domain/card.ts';
import type { CardDetails } from '../../domain/card-details.ts';
import { CardwireError } from '../../domain/errors.ts';
import type { Snapshot } from '../board.ts';
import { readCursor } from '../cursor.ts';
import { listFiles } from './attachments.ts';
import { path } from './client.ts';
import { listsAnswer, readAs } from './documents.ts';
import { readListed } from './search.ts';
import type { Wekan } from './wekan.ts';

/**
 * The newest change of each column and the cards that stood in it, by column id; how often the board was looked at. `away` are the cards of
 * columns that went, as into the archive: the cards of such a one are neither archived nor told of when it goes or comes back (A1.8).
 */
const cursorShape = z.object({
  looks: z.number(),
  away: z._default(z.record(z.string(), z.array(z.string())), {}),
  columns: z.record(
    z.string(),
    z.object({ at: z.optional(z.nullable(z.string())), cards: z.array(z.string()) }),
  ),
});

type Cursor = z.infer<typeof cursorShape>;

const beginning: Cursor = { looks: 0, away: {}, columns: {} };

/** Of the columns that went, the last ones are remembered, up to so many cards: all of it is written down with every look, into one item (400 KB). */
const MOST_AWAY = 5_000;

/** Every so many looks all columns are read: a card that leaves may change no date. */
const WHOLE_EVERY = 6;

/**
 * The cards of every column in which something changed (A2.8). There is no `since` anywhere in the API; servers before v10.72 do not tell a
 * column's last change either, there every column counts as changed. One call for the columns, one for each that is read, and one for all files: neither
 * a file nor a step nor a comment makes its card a changed one.
 */
export async function changedSince(wekan: Wekan, cursor: string): Promise<Snapshot> {
  const { client, connection } = wekan;
  const known = readCursor(cursorShape, cursor, beginning);
  const lists = readAs(listsAnswer, await client.get(path`/api/boards/${connection.board}/lists`), 'lists');
  const isWhole = known.looks % WHOLE_EVERY === 0;
  const read: Cursor['columns'] = {};
  const changed: string[] = [];
  for (const { _id, cardsModifiedAt: at } of lists) {
    const before = known.columns[_id];
    const isSame = before !== undefined && at !== undefined && at === before.at;
    if (isSame && !isWhole) continue;
    const cards = (await readListed(wekan, _id)).map((card) => card._id);
    read[_id] = { ...(at === undefined ? {} : { at }), cards };
    changed.push(...(isSame ? cards.filter((card) => !before.cards.includes(card)) : cards));
  }
  const ids = lists.map(({ _id }) => _id);
  const columns = standing(ids, known, read);
  const [stood, stand] = [cardsIn(known), cardsIn({ columns })];
  const wereAway = new Set(Object.values(known.away).flat());
  const isNew = (card: string) => !stood.has(card) && !wereAway.has(card);
  return {
    changed: changed as CardId[],
    arrived: (known.looks === 0 ? [] : changed.filter(isNew)) as CardId[],
    left: [...stood].filter((card) => !stand.has(card)) as CardId[],
    details: await filesOf(wekan, stand),
    said: new Map(),
    cursor: JSON.stringify({ looks: known.looks + 1, away: awayAfter(ids, known), columns } satisfies Cursor),
  };
}

/** What stands in every column. One that was not read may have lost a card without a new date: what was found in another one left it. */
function standing(lists: readonly string[], known: Cursor, read: Cursor['columns']): Cursor['columns'] {
  const found = cardsIn({ columns: read });
  const unread = lists.flatMap((id) => {
    const before = read[id] ? undefined : known.columns[id];
    return before ? [[id, { ...before, cards: before.cards.filter((card) => !found.has(card)) }]] : [];
  });
  return { ...Object.fromEntries(unread), ...read };
}

function awayAfter(lists: readonly string[], { away, columns }: Cursor): Cursor['away'] {
  const went = Object.entries(columns).map(([id, { cards }]) => [id, cards] as const);
  const all = [...Object.entries(away), ...went].filter(
    ([id, cards]) => !lists.includes(id) && cards.length > 0,
  );
  let room = MOST_AWAY;
  const oldest = all.findLastIndex(([, { length }]) => {
    room -= length;
    return room < 0;
  });
  return Object.fromEntries(all.slice(oldest + 1));
}

/** Where the server will not list them, all else can be told without. */
async function filesOf(wekan: Wekan, cards: ReadonlySet<string>): Promise<ReadonlyMap<CardId, CardDetails>> {
  const files = await listFiles(wekan).catch((error: unknown) => {
    if (error instanceof CardwireError) return undefined;
    throw error;
  });
  if (!files) return new Map();
  return new Map([...cards].map((card) => [card as CardId, { files: files.get(card) ?? [] }]));
}

function cardsIn({ columns }: Pick<Cursor, 'columns'>): ReadonlySet<string> {
  return new Set(Object.values(columns).flatMap(({ cards }) => cards));
}
