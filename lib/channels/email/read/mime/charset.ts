import iconv from 'iconv-lite';

/**
 * Bytes to text, by a label that may lie (contract 3.5). iconv-lite decodes what it knows: several Node versions turn the 0x80 to 0x9F of
 * windows-1252, the curly quotes and the euro sign of every Outlook mail, into control characters, and Node's euc-kr lacks most of what
 * Korean Windows writes. The platform decodes the rest (iso-2022-jp).
 */

/** Labels of real mail that neither decoder knows, or that mean more than they say. */
const aliases: ReadonlyMap<string, string> = new Map(
  Object.entries({
    utf8: 'utf-8',
    utf8mb4: 'utf-8',
    'unicode-1-1-utf-8': 'utf-8',
    cp65001: 'utf-8',
    ascii: 'windows-1252',
    'us-ascii': 'windows-1252',
    'ansi_x3.4-1968': 'windows-1252',
    'iso-8859-1': 'windows-1252',
    iso8859_1: 'windows-1252',
    'iso_8859-1:1987': 'windows-1252',
    latin1: 'windows-1252',
    cp1252: 'windows-1252',
    'x-cp1252': 'windows-1252',
    gb2312: 'gb18030',
    gbk: 'gb18030',
    'x-gbk': 'gb18030',
    'ks_c_5601-1987': 'euc-kr',
    ks_c_5601: 'euc-kr',
    cp949: 'euc-kr',
    cp932: 'shift_jis',
  }),
);

/** Encodings of iconv-lite that are no charset: a label must not turn text into hexadecimal. */
const notCharsets = new Set(['base64', 'hex', 'binary', 'utf7imap', 'internal']);

const fallback = 'windows-1252';

/** Charsets whose characters have several bytes: their text can read as UTF-8 by accident. */
const manyBytes = /^(gb|big5|euc|hz|shift|x-sjis|windows-31j|iso-2022|utf-(?:16|32))/;

/**
 * Text of these bytes: by the declared charset, else as UTF-8 if they are that, else as windows-1252. Never throws. Foreign letters of a
 * charset with one byte each never make sound UTF-8: such a label was written without looking, and UTF-8 is believed.
 */
export function decodeBytes(bytes: Uint8Array, label?: string): string {
  const declared = normalise(label);
  const utf8 = decodeUtf8(bytes);
  const isForeign = utf8 !== undefined && utf8.length < bytes.length;
  if (utf8 !== undefined && (declared === undefined || (isForeign && !manyBytes.test(declared)))) return utf8;
  const text = declared === undefined || declared === fallback ? undefined : decodeAs(bytes, declared);
  if (text !== undefined && (!text.includes('\uFFFD') || (utf8 === undefined && mostlySound(text)))) {
    return stripMark(text);
  }
  if (utf8 !== undefined) return utf8;
  const nearly = new TextDecoder().decode(bytes);
  return mostlySound(nearly) ? nearly : iconv.decode(asBuffer(bytes), fallback);
}

/** Text of bytes that are UTF-8 from first to last; undefined for others. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function normalise(label: string | undefined): string | undefined {
  const plain = label?.trim().toLowerCase().replace(/["']/g, '').replace(/\*.*$/, '').slice(0, 40);
  return plain ? (aliases.get(plain) ?? plain) : undefined;
}

function decodeAs(bytes: Uint8Array, charset: string): string | undefined {
  const isKnown = !notCharsets.has(charset.replace(/[^a-z0-9]/g, '')) && iconv.encodingExists(charset);
  if (isKnown) return iconv.decode(asBuffer(bytes), charset);
  try {
    return new TextDecoder(charset).decode(
      charset.startsWith('iso-2022-') ? withoutIdleShifts(bytes) : bytes,
    );
  } catch {
    return undefined;
  }
}

/** Two encoded words put together shift back and at once forth again, which the decoder takes for an attack. */
function withoutIdleShifts(bytes: Uint8Array): Uint8Array {
  return Buffer.from(asBuffer(bytes).toString('latin1').replaceAll('\x1B(B\x1B$', '\x1B$'), 'latin1');
}

/** One broken character in a long text is no reason to read all of it as another charset. */
function mostlySound(text: string): boolean {
  const broken = text.split('\uFFFD').length - 1;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything that is not ASCII is counted.
  const foreign = text.replace(/[\x00-\x7F]+/g, '').length - broken;
  return broken * 4 <= foreign;
}

function stripMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
