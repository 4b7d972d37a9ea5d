import { decodeBytes, decodeUtf8 } from './charset.ts';

/** A header field as it came. */
export interface RawField {
  /** In lower case. */
  readonly name: string;
  /** The value with its folds. */
  readonly bytes: Buffer;
}

/** A field in text, unfolded; its encoded words are not decoded yet. */
export interface Field {
  readonly name: string;
  readonly value: string;
}

const [LF, CR, SPACE, TAB, COLON, DASH] = [0x0a, 0x0d, 0x20, 0x09, 0x3a, 0x2d];

/** How iso-2022-jp shifts to its own characters. */
const japaneseBegins = '\x1B$B';

/**
 * The fields that begin at `start`, and where the body begins. They end at an empty line, at a line that `isEnd` takes for the end
 * of the part, or after `room` bytes: then `bodyStart` is beyond the room. A line without a field's name is passed over.
 */
export function readFields(
  raw: Buffer,
  start: number,
  room: number,
  isEnd: (lineStart: number, lineEnd: number) => boolean,
): { readonly fields: readonly RawField[]; readonly bodyStart: number } {
  const fields: RawField[] = [];
  let open: { name: string; from: number; to: number } | undefined;
  let at = start;
  const close = () => {
    if (open) fields.push({ name: open.name, bytes: raw.subarray(open.from, open.to) });
    open = undefined;
  };
  while (at < raw.length && at - start <= room) {
    const newline = raw.indexOf(LF, at);
    const next = newline < 0 ? raw.length : newline + 1;
    const end = lineEnd(raw, at, newline < 0 ? raw.length : newline);
    if (raw[at] === DASH && isEnd(at, end)) break;
    if (end === at) {
      at = next;
      break;
    }
    if (raw[at] === SPACE || raw[at] === TAB) {
      if (open) open.to = end;
    } else {
      close();
      const name = nameIn(raw.subarray(at, end));
      if (name) open = { name: name.name, from: at + name.length, to: end };
    }
    at = next;
  }
  close();
  return { fields, bodyStart: at };
}

/** The fields as text: UTF-8 (RFC 6532), else by the charset that the mail itself declares, else windows-1252. */
export function decodeFields(fields: readonly RawField[], charset: string | undefined): readonly Field[] {
  return fields.map(({ name, bytes }) => ({ name, value: decodeField(bytes, charset) }));
}

/**
 * One field's value as text, unfolded. The charset is asked for foreign bytes alone: in utf-7 the `+` of an address would begin a code.
 * Old Japanese mail has no foreign bytes, and often names no charset either.
 */
export function decodeField(bytes: Buffer, charset?: string): string {
  const isJapanese = bytes.includes(japaneseBegins);
  const text = isJapanese
    ? decodeBytes(bytes, 'iso-2022-jp')
    : (decodeUtf8(bytes) ?? decodeBytes(bytes, charset));
  return text.replace(/\r?\n(?=[ \t])/g, '').trim();
}

/** Only blanks and tabs may stand before the colon; any other odd sign makes it another name (no second `From` in disguise). */
function nameIn(line: Buffer): { readonly name: string; readonly length: number } | undefined {
  const colon = line.indexOf(COLON);
  if (colon < 1 || colon > 200) return undefined;
  const name = line
    .toString('latin1', 0, colon)
    .replace(/[ \t]{1,200}$/, '')
    .toLowerCase();
  return /^[!-9;-~]+$/.test(name) ? { name, length: colon + 1 } : undefined;
}

/** Without the carriage return. */
function lineEnd(raw: Buffer, start: number, end: number): number {
  return end > start && raw[end - 1] === CR ? end - 1 : end;
}
