import * as z from 'zod/mini';
import { stableId } from '../../domain/ids.ts';
import type { Snapshot } from '../board.ts';
import { readCursor } from '../cursor.ts';
import type { StoryRead } from './documents.ts';
import { openStories } from './search.ts';
import { toCard } from './story-card.ts';
import type { Taiga } from './taiga.ts';

/** The newest change that was seen, and which cards stood in each column then (a hash by column id). */
const cursorShape = z.object({ since: z.string(), columns: z.record(z.string(), z.string()) });

type Cursor = z.infer<typeof cursorShape>;

const beginning: Cursor = { since: '', columns: {} };

/** Writes of different people are not stored in the order of their dates. Milliseconds. */
const overlapMs = 60_000;

/**
 * The open cards that were changed since, and all cards of a column that others came to or went from: dragging a card and deleting a column
 * move cards without a new date (A2.3, A2.4). All rows are read for it; that is one call for a thousand cards. Cards that left for the
 * archive, another project or nowhere are not among them: who follows one reads it.
 *
 * @param cursor what the last call gave; empty the first time, which gives every open card.
 */
export async function changedSince(taiga: Taiga, cursor: string): Promise<Snapshot> {
  const known = readCursor(cursorShape, cursor, beginning);
  const reads: StoryRead[] = [];
  for await (const rows of openStories(taiga, {})) reads.push(...rows);
  if (reads.length === 0) await taiga.directory.reload();

  const columns = standing(reads);
  const from = known.since === '' ? '' : new Date(Date.parse(known.since) - overlapMs).toISOString();
  const changed = reads.filter(({ doc }) => {
    const column = String(doc.status);
    return doc.modified_date >= from || columns[column] !== known.columns[column];
  });
  const since = reads.reduce((latest, { doc }) => later(latest, doc.modified_date), known.since);
  return {
    cards: await Promise.all(changed.map((read) => toCard(taiga, read))),
    cursor: JSON.stringify({ since, columns } satisfies Cursor),
  };
}

function standing(reads: readonly StoryRead[]): Record<string, string> {
  const ids = Map.groupBy(reads, ({ doc }) => String(doc.status));
  const hashes = [...ids].map(([column, cards]) => {
    const sorted = cards.map(({ doc }) => doc.id).sort((a, b) => a - b);
    return [column, stableId(...sorted.map(String))] as const;
  });
  return Object.fromEntries(hashes);
}

const later = (a: string, b: string) => (a > b ? a : b);
