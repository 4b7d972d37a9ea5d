import { readLine } from './line.ts';
import { readReplyHeader } from './reply-header.ts';

/** Where a reply header may begin inside a line: a capital opening word, then a weekday, month or day. */
const inside =
  /[\s-](?=(?:On|Am|Le|El|Il|Op|Em|Den) (?:\p{L}{2,12}\.?,? (?:\p{L}{2,12}\.? )?)?\p{Nd}{1,4}\b)/gu;

/**
 * Some converters of HTML lose the line break before a reply header: `Yes, please. On Wed, Apr 4, 2012 at 3:59 PM, bob@… wrote:`.
 * Gives the lines with such a header on a line of its own; together they are the same text.
 */
export function splitShared(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line, at) => {
    if (line.length > 600 || line.startsWith('>')) return [line];
    const last = [...line.matchAll(inside)].at(-1)?.index;
    if (last === undefined || line.slice(0, last).trim() === '') return [line];
    const header = [line.slice(last + 1), ...lines.slice(at + 1, at + 4)].map(readLine);
    if (readReplyHeader(header, 0) === undefined) return [line];
    const said = line.slice(0, last).replace(/-+$/, '');
    return [said, line.slice(said.length)];
  });
}
