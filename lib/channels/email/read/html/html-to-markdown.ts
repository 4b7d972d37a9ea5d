import { choose, chooseAll } from './choose.ts';
import { plainHtml } from './client-html.ts';
import { escapeMarkdown } from './escape.ts';
import { toMarkdown } from './markdown.ts';
import { contentIdOf, type Piece, toHtml, toText } from './pieces.ts';
import { sanitise } from './sanitise.ts';
import { split } from './split.ts';
import { stripTags } from './strip.ts';

/** What the HTML of a mail says. */
export interface HtmlBody {
  /** What the person wrote. Lines of dashes are left for the trimmer: `guardLines` is the last step. */
  readonly markdown: string;
  /** What was cut by the marks of clients: quotes and signatures, as plain text made harmless in Markdown. */
  readonly quoted: string;
  /** Content ids of embedded pictures that the Markdown shows, without `cid:`, in order. */
  readonly images: readonly string[];
  /** Content ids that stand only in what was cut: logos of signatures, pictures of quoted mails. */
  readonly signatureImages: readonly string[];
  /** Whether a client's marks told what is quoted, and whether the text has what plain text cannot hold. */
  readonly marked: boolean;
  readonly structured: boolean;
  /** Whether the quoted mail stands unmarked below a line, as Outlook has it: answers written into it cannot be told from it. */
  readonly unmarkedBelow: boolean;
  /** Whether the HTML could not be read as such: the text is bare, and nothing is known of it. */
  readonly bare: boolean;
}

/** More than this is no longer converted but stripped: the converter's time grows faster than the text. */
const longestHtml = 256 * 1024;
const mostElements = 6000;
/** What one mail can bring as text at all, whatever of it is markup. */
const longestSource = 10 * 1024 * 1024;

/**
 * A mail's HTML as Markdown, without quotes and signatures where `quotes` is `cut`, with the quotes where it is `keep` (new and
 * forwarded mails). Takes time that grows with the size alone, and never throws: what is too deep, too long or too broken comes back
 * as its bare text (contract 3.4).
 */
export function htmlToMarkdown(html: string, quotes: 'cut' | 'keep' = 'cut'): HtmlBody {
  const source = html.slice(0, longestSource);
  const parts = tried(() => split(source));
  if (!parts) return stripped(source);
  const chosen = choose(parts, quotes);
  const markdown = convert(chosen.kept);
  const { kept, cut } = markdown === '' ? chooseAll(parts) : chosen;
  const images = contentIds(kept);
  return {
    markdown: markdown || convert(kept),
    quoted: escapeMarkdown(toText(cut)),
    images,
    signatureImages: contentIds(cut).filter((id) => !images.includes(id)),
    marked: parts.regions.some(({ mark }) => mark !== 'hidden'),
    unmarkedBelow: parts.regions.some(({ mark }) => mark === 'rest'),
    bare: false,
    structured: kept.some((piece) => piece.region === 0 && piece.kind === 'open' && telling.has(piece.tag)),
  };
}

/** Tags that say what plain text cannot. */
const telling = new Set('a b code em h1 h2 h3 h4 i img li pre s strike strong table'.split(' '));

function convert(kept: readonly Piece[]): string {
  const elements = kept.filter(({ kind }) => kind === 'open').length;
  const markdown = elements > mostElements ? undefined : tried(() => convertSmall(kept));
  return markdown ?? escapeMarkdown(toText(kept));
}

function convertSmall(kept: readonly Piece[]): string | undefined {
  const html = toHtml(plainHtml(kept));
  if (html.length > longestHtml) return undefined;
  const markdown = toMarkdown(sanitise(html));
  return markdown.length > longestHtml ? undefined : markdown;
}

function stripped(source: string): HtmlBody {
  return {
    ...{ markdown: escapeMarkdown(stripTags(source)), quoted: '', images: [], signatureImages: [] },
    ...{ marked: false, structured: false, unmarkedBelow: false, bare: true },
  };
}

function contentIds(pieces: readonly Piece[]): readonly string[] {
  return [...new Set(pieces.flatMap((piece) => contentIdOf(piece) ?? []))];
}

/** The result, or undefined where a library gives up. */
function tried<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
