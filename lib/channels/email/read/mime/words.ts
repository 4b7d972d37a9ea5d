import { decodeBytes } from './charset.ts';
import { decodeQuotedPrintable } from './transfer.ts';

/** One encoded word (RFC 2047). Blanks inside are wrong but common; every quantifier stops at the next `?`: linear. */
const encodedWord = /=\?([^?\s]{1,60})\?([QqBb])\?([^?]*)\?=/g;

interface Word {
  readonly charset: string;
  readonly bytes: Buffer;
}

/**
 * A header's text with its encoded words decoded. Neighbours of one charset are put together as bytes first: programs cut
 * characters in two. The result may hold anything, line breaks included: clean it before it is used.
 */
export function decodeWords(value: string): string {
  return replaceWords(value, (text) => text);
}

/**
 * The same header with every encoded word in UTF-8: for a parser that must see words before they are decoded, because what they
 * hold (`,`, `<`, `"`) is text and never syntax.
 */
export function wordsInUtf8(value: string): string {
  return replaceWords(value, (text) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`);
}

function replaceWords(value: string, write: (text: string) => string): string {
  let out = '';
  let pending: Word[] = [];
  let end = 0;
  const flush = () => {
    if (pending.length > 0) out += write(decodeRun(pending));
    pending = [];
  };
  for (const match of value.matchAll(encodedWord)) {
    const between = value.slice(end, match.index);
    const [, charset = '', encoding = '', text = ''] = match;
    // Blanks between two encoded words are folding, not text.
    if (pending.length === 0 || between.trim() !== '') {
      flush();
      out += between;
    }
    const word = { charset: charset.toLowerCase(), bytes: bytesOf(encoding, text) };
    if (pending.length > 0 && pending[0]?.charset !== word.charset) flush();
    pending.push(word);
    end = match.index + match[0].length;
  }
  flush();
  return out + value.slice(end);
}

function decodeRun(words: readonly Word[]): string {
  const charset = words[0]?.charset;
  const joined = decodeBytes(Buffer.concat(words.map(({ bytes }) => bytes)), charset);
  if (!joined.includes('\uFFFD')) return joined;
  return words.map(({ bytes }) => decodeBytes(bytes, charset)).join('');
}

function bytesOf(encoding: string, text: string): Buffer {
  if (encoding.toUpperCase() === 'B') return Buffer.from(text, 'base64');
  return decodeQuotedPrintable(Buffer.from(text.replaceAll('_', '=20').replaceAll(' ', '=20')));
}
