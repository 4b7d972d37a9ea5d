import { cut } from '../cut.ts';
import { messageLimit } from './news.ts';
import type { Content } from './posts.ts';

/** Contract A2.1: characters of one embed's text, and of all embeds of a message together. */
const embedLimit = 4_096;
const allLimit = 6_000;

/**
 * Lines as one message: as its text while they fit there, else as embeds, which hold three times as much. Nobody gets a list without its
 * end, or less of their own text back than they have typed. What is still too long is cut with a visible mark.
 */
export function answerContent(lines: readonly string[]): Required<Pick<Content, 'content' | 'embeds'>> {
  const text = lines.join('\n');
  if ([...text].length <= messageLimit) return { content: text, embeds: [] };
  return { content: '', embeds: pack(lines).map((description) => ({ description })) };
}

/** Fills one text after the other with whole lines; a line that is too long for any begins one of its own and is cut. */
function pack(lines: readonly string[]): readonly string[] {
  const packed: string[] = [];
  let left = allLimit;
  for (const line of lines) {
    const last = packed.at(-1);
    const together = last === undefined ? line : `${last}\n${line}`;
    if (last !== undefined && [...together].length <= Math.min(embedLimit, left + [...last].length)) {
      left -= [...line].length + 1;
      packed[packed.length - 1] = together;
      continue;
    }
    if (left < 2) break;
    const own = cutBlock(line, Math.min(embedLimit, left));
    left -= [...own].length;
    packed.push(own);
  }
  return packed;
}

/** A block of code that is cut is closed all the same. */
function cutBlock(text: string, limit: number): string {
  const short = cut(text, limit);
  if (short === text || short.split('```').length % 2 === 1) return short;
  return cut(text, limit, '…\n```');
}
