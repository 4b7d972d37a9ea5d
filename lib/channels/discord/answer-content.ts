import { cut } from '../cut.ts';
import type { Content } from './content.ts';
import { messageLimit } from './news.ts';

/** Contract A2.1: characters of one embed's text, and of all embeds of a message together. */
const embedLimit = 4_096;
const allLimit = 6_000;

/**
 * Lines as one message: as its text while they fit there, else as embeds, which hold three times as much. Nobody gets a list without its
 * end, or less of their own text back than fits into a form. What is still too long is cut with a visible mark.
 */
export function answerContent(lines: readonly string[]): Required<Pick<Content, 'content' | 'embeds'>> {
  const text = lines.join('\n');
  if ([...text].length <= messageLimit) return { content: text, embeds: [] };
  return { content: '', embeds: pack(lines).map((description) => ({ description })) };
}

/** Fills one text after the other with whole lines. A line that is too long for any begins one of its own and goes on in the next; what is left is cut. */
function pack(lines: readonly string[]): readonly string[] {
  const packed: string[] = [];
  let left = allLimit;
  for (const line of lines.flatMap(inParts)) {
    const last = packed.at(-1);
    const together = last === undefined ? line : `${last}\n${line}`;
    if (last !== undefined && [...together].length <= Math.min(embedLimit, left + [...last].length)) {
      left -= [...line].length + 1;
      packed[packed.length - 1] = together;
      continue;
    }
    if (left < 2) break;
    const own = cutBlock(line, left);
    left -= [...own].length;
    packed.push(own);
  }
  return packed;
}

const fence = '```';

/** A line in parts that fit into one text each; a block of code is closed at the end of one and opened in the next. */
function inParts(line: string): readonly string[] {
  const runes = [...line];
  if (runes.length <= embedLimit) return [line];
  const most = embedLimit - fence.length - 1;
  const head = runes.slice(0, most).join('');
  const rest = runes.slice(most).join('');
  return isOpen(head) ? [`${head}\n${fence}`, ...inParts(`${fence}\n${rest}`)] : [head, ...inParts(rest)];
}

/** A block of code that is cut is closed all the same. */
function cutBlock(text: string, limit: number): string {
  const short = cut(text, limit);
  return short !== text && isOpen(short) ? cut(text, limit, `…\n${fence}`) : short;
}

function isOpen(text: string): boolean {
  return text.split(fence).length % 2 === 0;
}
