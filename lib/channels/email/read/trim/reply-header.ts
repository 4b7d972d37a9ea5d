import type { Line } from './line.ts';
import { withoutStrokes } from './separator.ts';
import { anyOf, wordsOf } from './words.ts';

/** Headers wrap over two or three lines; more come from clients that break before and after the address. */
const maxJoined = 5;
const longest = 500;

const wrote = anyOf(wordsOf('wrote'));
const wroteLast = new RegExp(`(?:${wrote.source})$`, 'u');
const opens = new RegExp(`^[^\\p{L}\\p{N}]{0,12}(?:${anyOf(wordsOf('opens')).source}).{0,32}?\\p{Nd}`, 'u');
const dateFirst =
  /^[("'[\s]{0,3}(?:\p{L}{1,13}\.?,?\s(?:\p{L}{1,4}\.?\s)?)?\p{Nd}{1,4}(?:[.\s/,년年-]|:\p{Nd}{2})/u;
const time = /\p{Nd}{1,2}\s?(?:[:.h時时시点點]|uhr)\s?\p{Nd}{2}|\p{Nd}{1,2}\s?(?:[ap]\.?m\b|uhr)/u;
const fullDate = /\p{Nd}{4}|\p{Nd}{1,2}[./-]\s?\p{Nd}{1,2}[./-]\s?\p{Nd}{2}/u;
const address = /[^\s@<([]@[^\s@>)\]]/;
const bracketed = /[<([]\s?(?:mailto:)?[^\s@<([]+@[^\s@>)\]]+/;

/** Clients write names; people tell who wrote to whom: "am 16.11. um 9:00 schrieb mir der Lieferant:". German, English, French, Spanish, Italian. */
const aboutSomebody = anyOf([
  ...'der die das ein eine mein meine unser unsere dein deine ihr ihre mir uns dir euch ihm ihnen ich wir er sie man'.split(
    ' ',
  ),
  ...'the my our your his their me us you him them i we he she they somebody someone'.split(' '),
  ...["m'a", "t'a", "j'ai", ...'nous vous notre mon ma son lui nos mi mio nostro ci gli'.split(' ')],
]);

/**
 * Reads a reply header ("On Monday, Bob <bob@…> wrote:") that begins at this line, over as many lines as it takes. Gives the
 * line after it. What is quoted below it makes weaker forms credible: a name and "wrote:" alone.
 */
export function readReplyHeader(lines: readonly Line[], at: number): number | undefined {
  const first = lines[at];
  if (!first || first.plain === '') return undefined;
  const dated = opens.test(first.folded) || dateFirst.test(first.folded);
  // A name, an address and the verb, and the date wraps: `Bob <bob@…> schrieb am Fr., 28.`
  const named = bracketed.test(first.folded) && wrote.test(first.folded);
  let joined = '';
  for (let end = at, used = 0; used < maxJoined; end++) {
    const line = lines[end];
    if (!line || joined.length + line.folded.length > longest) return undefined;
    if (line.plain === '' && line.depth === first.depth) {
      if (!lines[end + 1]?.plain.startsWith('<')) return undefined;
      continue;
    }
    // The bracket that closes an address on a line of its own looks like a quotation.
    const closes = line.depth === first.depth + 1 && isOpen(joined);
    if (line.depth !== first.depth && !closes) return undefined;
    if (end > at && !dated && !named && !startsAddress(line)) return undefined;
    joined = `${joined} ${closes ? '> ' : ''}${line.folded}`.trimStart();
    used++;
    const seen = { dated, quoted: quotedBelow(lines, end), lines: used, last: isLast(lines, end) };
    if (!isOpen(joined) && isReplyHeader(joined, seen)) return end + 1;
  }
  return undefined;
}

function isOpen(text: string): boolean {
  return text.split('<').length > text.split('>').length;
}

/** Whether the next line that says something is quoted deeper than this one. */
export function quotedBelow(lines: readonly Line[], at: number): boolean {
  const depth = lines[at]?.depth ?? 0;
  for (let next = at + 1; next <= at + 4; next++) {
    const line = lines[next];
    if (!line) return false;
    if (line.plain !== '' || line.depth > depth) return line.depth > depth;
  }
  return false;
}

/** Whether nothing but a few blank lines stands below. */
function isLast(lines: readonly Line[], at: number): boolean {
  return lines.length - at < 20 && lines.slice(at + 1).every(({ plain }) => plain === '');
}

/** The line on which a header that begins with a name goes on. */
function startsAddress(line: Line): boolean {
  return /^[<([]|^[^\s@]+@[^\s@]+/.test(line.plain);
}

interface Seen {
  readonly dated: boolean;
  readonly quoted: boolean;
  readonly lines: number;
  /** Nothing follows: what it stood over was marked as quoted, and is gone. */
  readonly last: boolean;
}

function isReplyHeader(text: string, { dated, quoted, lines, last }: Seen): boolean {
  const closed = /[:：]\W{0,4}$/u.test(text);
  const core = withoutStrokes(text);
  const drawn = text.length >= core.length + 6 && /^\W{2}/.test(text);
  const says = wrote.test(core);
  if (!closed && !drawn && !quoted) return dated && says && wroteLast.test(core) && bracketed.test(core);
  if (dated && says && (closed || drawn || lines === 1)) {
    if (quoted || drawn || address.test(core))
      return address.test(core) || fullDate.test(core) || time.test(core);
    return time.test(core) && fullDate.test(core) && !aboutSomebody.test(core);
  }
  // Gmail in Japanese and Russian: a date and an address, nobody "wrote".
  if (dated && bracketed.test(core) && fullDate.test(core)) return quoted || (closed && time.test(core));
  // Tuta: `20. Nov. 2026, 10:00 von bob@…:`.
  if (dated && closed && /\S@\S+:$/.test(text) && fullDate.test(core) && time.test(core))
    return quoted || last;
  if (!says || !(closed || drawn)) return false;
  if (bracketed.test(core)) return core.search(bracketed) < 80;
  return (quoted || drawn) && core.split(' ').length <= 8;
}
