import { fold } from './fold.ts';
import type { Line } from './line.ts';
import { wordsOf } from './words.ts';

const kinds = ['from', 'date', 'to', 'cc', 'subject', 'other'] as const;
/** What a field of a copied header tells. */
export type FieldKind = (typeof kinds)[number];

/** A line such as `Gesendet: Montag`. A name can mean two things in two languages: `A` is "to" in three, `De` "from" in four. */
export interface HeaderField {
  readonly kinds: readonly FieldKind[];
  readonly value: string;
}

/** What a copied header says: who wrote the mail below, when, about what. */
export interface CopiedHeader {
  readonly from?: string;
  readonly date?: string;
  readonly subject?: string;
}

const longestName = 40;
const kindsByName = new Map<string, FieldKind[]>();
for (const kind of kinds)
  for (const name of wordsOf(kind)) kindsByName.set(name, [...(kindsByName.get(name) ?? []), kind]);

/** Headers are looked for from every line on; each line is read once. */
const read = new WeakMap<Line, HeaderField | 'none'>();

/** Reads a line as a field of a copied header, bold or not (`*From:* …`, `**From**: …`). */
export function readField(line: Line): HeaderField | undefined {
  const known = read.get(line) ?? readOnce(line) ?? 'none';
  read.set(line, known);
  return known === 'none' ? undefined : known;
}

function readOnce(line: Line): HeaderField | undefined {
  const colon = line.plain.indexOf(':');
  if (colon < 1 || colon > longestName + 6) return undefined;
  const name = fold(line.plain.slice(0, colon).replace(/^[*_#\s-]+|[*_\s]+$/g, ''));
  const found = kindsByName.get(name);
  if (!found) return undefined;
  return { kinds: found, value: line.plain.slice(colon + 1).replace(/^[*_\s]+/, '') };
}
