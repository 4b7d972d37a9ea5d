/** Opening quotes and what closes them, as keyboards of both languages and phones write them. */
const quotes: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“”"', '«': '»', '»': '«' };

/** A quote that is not closed by then is a sign like any other. */
const LONGEST_QUOTE = 300;

/** The first line of a text and, after it, everything else as it was written. */
export function splitFirstLine(text: string): { readonly first: string; readonly rest: string } {
  const end = text.search(/\r?\n/);
  if (end < 0) return { first: text.trim(), rest: '' };
  return {
    first: text.slice(0, end).trim(),
    rest: text
      .slice(end)
      .replace(/^(?:[^\S\n]*\n)+/, '')
      .trimEnd(),
  };
}

/** The first word of a text and what follows it. */
export function splitFirstWord(text: string): { readonly word: string; readonly rest: string } {
  const [, word = '', rest = ''] = /^\s*(\S+)([\s\S]*)$/.exec(text) ?? [];
  return { word, rest: rest.trim() };
}

/** The words of a line. What stands in quotes is one word with them, also right behind a sign or key: `in:"In review"`. */
export function splitWords(line: string): readonly string[] {
  const words: string[] = [];
  for (let at = 0; at < line.length; ) {
    const space = /^\s+/.exec(line.slice(at, at + 100));
    if (space) {
      at += space[0].length;
      continue;
    }
    const end = endOfWord(line, at);
    words.push(line.slice(at, end));
    at = end;
  }
  return words;
}

/** The text inside its quotes, if it stands in quotes; else the text. */
export function unquote(text: string): string {
  const plain = text.trim();
  const closers = quotes[plain.charAt(0)];
  const quoted =
    closers !== undefined && plain.length > 1 && closers.includes(plain.charAt(plain.length - 1));
  return quoted ? plain.slice(1, -1).trim() : plain;
}

/** Whether a word begins with a quote that is closed. */
export function isQuoted(word: string): boolean {
  return unquote(word) !== word.trim();
}

function endOfWord(line: string, start: number): number {
  const space = line.slice(start).search(/\s/);
  const end = space < 0 ? line.length : start + space;
  const [lead = ''] = /^(?:\p{L}{1,12}:|[#@])?/u.exec(line.slice(start, end)) ?? [];
  const closers = quotes[line.charAt(start + lead.length)];
  if (closers === undefined) return end;
  const last = Math.min(line.length, start + LONGEST_QUOTE);
  for (let at = start + lead.length + 1; at < last; at++) {
    if (closers.includes(line.charAt(at)) && /^([\s,.;:!?)]|$)/.test(line.charAt(at + 1))) return at + 1;
  }
  return end;
}
