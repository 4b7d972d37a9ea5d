import { readFlatHeader } from './flat-header.ts';
import { type CopiedHeader, type FieldKind, type HeaderField, readField } from './header-field.ts';
import type { Line } from './line.ts';

/** A copied header and where it ends. */
export interface HeaderBlock extends CopiedHeader {
  /** Line after the last field. */
  readonly end: number;
}

/** Long lists of recipients wrap; nothing else needs more. */
const maxFields = 14;
const maxWraps = 12;

/**
 * Reads the header that begins at this very line. It is one when it names at least two kinds of fields and an address, or a
 * sender, a subject and a third: people write `From: Berlin`, `To: Hamburg` themselves.
 */
export function readHeaderBlock(lines: readonly Line[], at: number): HeaderBlock | undefined {
  const first = lines[at];
  const opening = first && readField(first);
  const flat = opening && readFlatHeader(first.plain);
  if (flat) return { end: at + 1, ...flat };
  if (!first || !opening?.kinds.some((kind) => kind !== 'cc' && kind !== 'other')) return undefined;
  const fields = [opening];
  let end = at + 1;
  for (let next = end, wraps = 0; next < lines.length && fields.length < maxFields; next++) {
    const line = lines[next];
    if (!line || line.depth !== first.depth) break;
    const field = readField(line);
    if (field) {
      fields.push(field);
      end = next + 1;
      wraps = 0;
    } else if (++wraps > maxWraps || !goesOn(lines, next, wraps)) break;
  }
  const block = tell(fields);
  return isHeader(fields, block) ? { end: wrapEnd(lines, end), ...block } : undefined;
}

/** Whether the header may go on behind a line that is no field: a wrapped value, or one blank line before the next field. */
function goesOn(lines: readonly Line[], at: number, wraps: number): boolean {
  const line = lines[at];
  const next = lines[at + 1];
  if (!line || !next) return false;
  if (line.plain === '') return readField(next) !== undefined;
  if (wraps > 2) return line.plain.includes('@') || /[;,]$/.test(lines[at - 1]?.plain ?? '');
  return line.plain.length < 200;
}

/** The last field's value may wrap as well: an open bracket is closed on the next line. */
function wrapEnd(lines: readonly Line[], end: number): number {
  const last = lines[end - 1]?.plain ?? '';
  const next = lines[end]?.plain ?? '';
  return last.lastIndexOf('<') > last.lastIndexOf('>') && /^[^\s<>]+>/.test(next) ? end + 1 : end;
}

/** Settles what each field means: a name that can mean two kinds means the one that is still missing. */
function tell(fields: readonly HeaderField[]): CopiedHeader & { readonly kinds: ReadonlySet<FieldKind> } {
  const values = new Map<FieldKind, string>();
  const taken = (kind: FieldKind) => values.has(kind);
  const certain = new Set(fields.filter(({ kinds }) => kinds.length === 1).flatMap(({ kinds }) => kinds));
  for (const { kinds, value } of fields) {
    const free = kinds.filter((kind) => !taken(kind));
    const kind = free.find((one) => kinds.length === 1 || !certain.has(one)) ?? free[0];
    if (kind) values.set(kind, value);
  }
  const [from, date, subject] = [values.get('from'), values.get('date'), values.get('subject')];
  return {
    kinds: new Set(values.keys()),
    ...(from ? { from } : {}),
    ...(date ? { date } : {}),
    ...(subject ? { subject } : {}),
  };
}

function isHeader(fields: readonly HeaderField[], { kinds }: { kinds: ReadonlySet<FieldKind> }): boolean {
  const anchored = kinds.has('from') || kinds.has('date');
  const addressed = fields.some(({ value }) => /[^\s@]@[^\s@]/.test(value));
  if (anchored && addressed && kinds.size >= 2) return true;
  return kinds.has('from') && kinds.has('subject') && kinds.size >= 3;
}
