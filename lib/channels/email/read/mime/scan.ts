import { decodeField, type RawField, readFields } from './fields.ts';
import { readStructured, type Structured } from './structured.ts';

/** A part that holds content: where it lies in the mail, and what its header says. */
export interface Leaf {
  readonly type: Structured;
  readonly disposition: Structured;
  /** Content-Transfer-Encoding, in lower case. */
  readonly encoding: string;
  readonly contentId: string;
  readonly start: number;
  readonly end: number;
  /** The multiparts around it, the outermost first. */
  readonly within: readonly Multipart[];
}

/** A part that holds parts. */
export interface Multipart {
  readonly type: Structured;
  readonly boundary: Buffer;
  readonly bodyStart: number;
}

/** Why a mail is not taken apart. */
export type Unreadable = 'empty' | 'headers' | 'depth' | 'parts';

/** A mail's own header and its leaves in order. What broke a limit keeps its header: somebody may have to be answered. */
export interface Scan {
  readonly fields: readonly RawField[];
  readonly type: Structured;
  readonly leaves: readonly Leaf[];
  readonly unreadable?: Unreadable;
}

/** Far more than any mail program writes; libraries' own limits are of this order (contract 3.6). */
const MOST_PARTS = 1000;
const DEEPEST = 50;
/** Of all parts' headers together, in bytes. */
const LONGEST_HEADERS = 1024 * 1024;

const [LF, CR, DASH, SPACE, TAB] = [0x0a, 0x0d, 0x2d, 0x20, 0x09];

/**
 * Finds a mail's parts in one pass, without recursion and without copying: stops at the first limit broken. Attached mails are
 * leaves. A multipart in which no part begins is read as text: nothing that somebody wrote is lost to a wrong boundary.
 */
export function scanMail(raw: Buffer): Scan {
  const open: (Multipart & { parts: number })[] = [];
  const leaves: Leaf[] = [];
  let headerRoom = LONGEST_HEADERS;
  let parts = 0;
  let leaf: Omit<Leaf, 'end'> | undefined;

  const endLeaf = (end: number) => {
    if (leaf) leaves.push({ ...leaf, end: Math.max(leaf.start, end) });
    leaf = undefined;
  };
  const closeTo = (depth: number, end: number) => {
    for (const multipart of open.splice(depth)) {
      if (multipart.parts === 0) leaves.push(asText(multipart, Math.max(multipart.bodyStart, end)));
    }
  };
  const begin = (start: number) => {
    const { fields, bodyStart } = readFields(raw, start, headerRoom, (from, to) => {
      return find(raw, from, to, open) !== undefined;
    });
    headerRoom -= bodyStart - start;
    const parent = open.at(-1);
    const header = readHeader(fields, parent?.type.value === 'multipart/digest');
    const boundary = header.type.params.boundary;
    if (boundary && header.type.value.startsWith('multipart/')) {
      open.push({ type: header.type, boundary: Buffer.from(boundary, 'latin1'), bodyStart, parts: 0 });
    } else leaf = { ...header, start: bodyStart, within: [...open] };
    return { fields, bodyStart, type: header.type };
  };

  const root = begin(0);
  const scan = (unreadable?: Unreadable): Scan => {
    return { fields: root.fields, type: root.type, leaves, ...(unreadable && { unreadable }) };
  };
  if (headerRoom < 0) return scan('headers');
  if (root.fields.length === 0) return scan('empty');
  let at = root.bodyStart;
  while (at < raw.length && open.length > 0) {
    const end = endOfLine(raw, at);
    const delimiter = raw[at] === DASH && raw[at + 1] === DASH ? find(raw, at, end, open) : undefined;
    if (!delimiter) {
      at = end + 1;
      continue;
    }
    const bodyEnd = beforeBreak(raw, at);
    endLeaf(bodyEnd);
    closeTo(delimiter.closes ? delimiter.depth : delimiter.depth + 1, bodyEnd);
    at = end + 1;
    const parent = open.at(-1);
    if (delimiter.closes || !parent) continue;
    parent.parts++;
    parts++;
    at = begin(at).bodyStart;
    if (headerRoom < 0) return scan('headers');
    if (parts > MOST_PARTS) return scan('parts');
    if (open.length > DEEPEST) return scan('depth');
  }
  endLeaf(raw.length);
  closeTo(0, raw.length);
  return scan();
}

function readHeader(fields: readonly RawField[], inDigest: boolean): Omit<Leaf, 'start' | 'end' | 'within'> {
  const value = (name: string) => {
    const field = fields.find((one) => one.name === name);
    return field ? decodeField(field.bytes) : '';
  };
  const said = readStructured(value('content-type') || (inDigest ? 'message/rfc822' : 'text/plain'));
  const isWhole = said.value.includes('/') && (said.params.boundary || !said.value.startsWith('multipart/'));
  const type = isWhole ? said : { ...said, value: 'text/plain' };
  const disposition = readStructured(value('content-disposition'));
  const encoding = readStructured(value('content-transfer-encoding')).value;
  return { type, disposition, encoding, contentId: value('content-id') };
}

function asText(multipart: Multipart, end: number): Leaf {
  const none: Structured = { value: '', params: {} };
  const type: Structured = { value: 'text/plain', params: {} };
  return {
    type,
    disposition: none,
    encoding: '',
    contentId: '',
    start: multipart.bodyStart,
    end,
    within: [],
  };
}

/** Which open multipart a line delimits, the innermost first. Blanks may follow the boundary (RFC 2046). */
function find(raw: Buffer, start: number, end: number, open: readonly Multipart[]) {
  for (let depth = open.length - 1; depth >= 0; depth--) {
    const boundary = open[depth]?.boundary ?? raw;
    const after = start + 2 + boundary.length;
    if (after > end || boundary.compare(raw, start + 2, after) !== 0) continue;
    const closes = raw[after] === DASH && raw[after + 1] === DASH;
    if (isBlank(raw, closes ? after + 2 : after, end)) return { depth, closes };
  }
  return undefined;
}

function isBlank(raw: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (raw[at] !== SPACE && raw[at] !== TAB && raw[at] !== CR) return false;
  }
  return true;
}

function endOfLine(raw: Buffer, start: number): number {
  let at = start;
  while (at < raw.length && raw[at] !== LF) at++;
  return at;
}

/** The line break before a delimiter belongs to it. */
function beforeBreak(raw: Buffer, delimiter: number): number {
  const end = delimiter > 0 && raw[delimiter - 1] === LF ? delimiter - 1 : delimiter;
  return end > 0 && raw[end - 1] === CR ? end - 1 : end;
}
