import { decodeBytes } from './charset.ts';
import { decodeWords } from './words.ts';

/** `text/plain; charset=utf-8` in parts: the value in lower case, the parameters by their names in lower case. */
export interface Structured {
  readonly value: string;
  readonly params: Readonly<Record<string, string>>;
}

/** `; name=value`, the value quoted or up to the next semicolon. Linear: each piece stops where the next begins. */
const parameter = /;\s*([^=;\s]+)\s*=\s*("(?:[^"\\]|\\.)*"?|[^;]*)/gs;

/** Longer ones are no header of a mail program. */
const LONGEST = 20_000;

/**
 * Reads Content-Type and Content-Disposition: quotes, comments, values in pieces and in a charset of their own (RFC 2231), encoded
 * words where they should not be. The first of two parameters of one name counts, as it does for headers.
 */
export function readStructured(header: string): Structured {
  const text = header.slice(0, LONGEST).replace(/\s+/g, ' ');
  const value = (text.split(';', 1)[0] ?? '').replace(/\(.*$/, '').replace(/"/g, '').trim().toLowerCase();
  const plain = new Map<string, string>();
  for (const [, name = '', raw = ''] of text.matchAll(parameter)) {
    const key = name.toLowerCase();
    if (!plain.has(key)) plain.set(key, unquote(raw));
  }
  const params = new Map([...plain].filter(([name]) => !name.includes('*')));
  for (const [name, text] of params) params.set(name, decodeWords(text));
  for (const [name, text] of joinPieces(plain)) params.set(name, text);
  return { value, params: Object.fromEntries(params) };
}

function unquote(raw: string): string {
  if (raw.startsWith('"')) return raw.replace(/^"|"$/g, '').replace(/\\(.)/gs, '$1');
  const comment = raw.lastIndexOf(' (');
  return (comment > 0 && raw.trimEnd().endsWith(')') ? raw.slice(0, comment) : raw).trim();
}

/** `name*0*=utf-8''%e2%82; name*1*=%ac` (RFC 2231): pieces are put together as bytes, because characters are cut in two. */
function joinPieces(plain: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const pieces = new Map<string, { at: number; encoded: boolean; text: string }[]>();
  for (const [key, text] of plain) {
    const [, name, number = '0', star] = /^([^*]+)\*(?:(\d{1,3})(\*?))?$/.exec(key) ?? [];
    if (name === undefined) continue;
    const piece = { at: Number(number), encoded: star !== '', text };
    pieces.set(name, [...(pieces.get(name) ?? []), piece]);
  }
  return new Map([...pieces].map(([name, found]) => [name, joined(found.sort((a, b) => a.at - b.at))]));
}

function joined(pieces: readonly { readonly encoded: boolean; readonly text: string }[]): string {
  const [first] = pieces;
  const [, charset, start] = (first?.encoded && /^([^']*)'[^']*'(.*)$/s.exec(first.text)) || [];
  const bytes = pieces.map(({ encoded, text }, at) => {
    const own = at === 0 && start !== undefined ? start : text;
    return encoded ? percentDecoded(own) : Buffer.from(own);
  });
  return decodeBytes(Buffer.concat(bytes), charset);
}

function percentDecoded(text: string): Buffer {
  const parts = text.split(/(%[0-9a-fA-F]{2})/);
  return Buffer.concat(
    parts.map((part, at) => (at % 2 === 1 ? Buffer.from(part.slice(1), 'hex') : Buffer.from(part))),
  );
}
