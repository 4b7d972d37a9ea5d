import { fold, visible } from './fold.ts';

/** One line of a mail in the forms that the rules look at. Everything but `raw` is made from its first 600 characters. */
export interface Line {
  readonly raw: string;
  /** How many `>` it begins with. */
  readonly depth: number;
  /** What follows them, without Markdown's escapes and invisible characters, trimmed. */
  readonly plain: string;
  /** The same, folded for comparing. */
  readonly folded: string;
  /** Nothing on it, not even a `>`. */
  readonly blank: boolean;
}

/** Longer lines are paragraphs; what the rules look for stands at their beginning or they are not it. */
const lookedAt = 600;

/** Reads one line. Never fails. */
export function readLine(raw: string): Line {
  const shown = visible(raw.slice(0, lookedAt)).trimStart();
  const { depth, rest } = unquote(shown);
  // HTML turned into Markdown escapes what would be markup: `\--`, `\_\_\_`, `From\:`.
  const plain = rest.replace(/\\([\\`*_{}[\]()#+\-.!>~|:=])/g, '$1').trim();
  return { raw, depth, plain, folded: fold(plain), blank: depth === 0 && plain === '' };
}

function unquote(shown: string): { depth: number; rest: string } {
  let depth = 0;
  let at = 0;
  for (; at < shown.length; at++) {
    const char = shown[at];
    if (char === '>') depth++;
    else if (char !== ' ' || depth === 0) break;
  }
  // `>>> look here <<<` is decoration, not a quotation.
  if (depth > 2 && shown.trimEnd().endsWith('<<<')) return { depth: 0, rest: shown };
  return { depth, rest: shown.slice(at) };
}
