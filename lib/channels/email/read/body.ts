import { saysAnswersInside } from './answers-inside.ts';
import { escapeMarkdown } from './html/escape.ts';
import { type HtmlBody, htmlToMarkdown } from './html/html-to-markdown.ts';
import { guardLines } from './html/markdown.ts';
import { picturesIn, showPictures } from './html/pictures.ts';
import { saysForwarded } from './trim/forward-subject.ts';
import { type Forwarded, splitForward } from './trim/split-forward.ts';
import { type TrimOptions, trimReply } from './trim/trim-reply.ts';

/** What a mail says, as Markdown. */
export interface Body {
  /** What the person wrote: of an answer without what it quotes, of a new mail with it. */
  readonly said: string;
  /** Quotes, signature, footers: for "show what was cut". */
  readonly cut: string;
  /** Content ids of embedded pictures that belong to what was said, without `cid:`. */
  readonly images: readonly string[];
  /** Content ids that stand in what was cut alone: logos, pictures of quoted mails. */
  readonly signatureImages: readonly string[];
  /** The mail that is passed on, as it says of itself; `said` is then what stands above it, often nothing. */
  readonly forward?: Omit<Forwarded, 'at'>;
}

interface Mail {
  readonly text?: string | undefined;
  readonly html?: string | undefined;
}

/**
 * Reads a mail's body from its text and its HTML. The text, except where it is empty or only says that there is HTML; the HTML where
 * it knows more: a client marked there what is quoted, it holds lists, links or pictures, or it is Outlook's, whose text is a
 * poor copy (contract 3.4). Never throws; time grows with the size alone.
 */
export function readBody(mail: Mail, options: TrimOptions = {}): Body {
  const body = readOnce(mail, options);
  const whole = body.unmarkedBelow && options.reply !== false && saysAnswersInside(body.said);
  const { unmarkedBelow: _, ...read } = whole ? readOnce(mail, { ...options, reply: false }) : body;
  return read;
}

interface BodyRead extends Body {
  /** Whether the quoted mail stands below without a mark on each line, where answers in it would not be seen. */
  readonly unmarkedBelow: boolean;
}

function readOnce(mail: Mail, options: TrimOptions): BodyRead {
  const text = mail.text ?? '';
  const html = mail.html?.trim() ? readHtml(mail.html, options) : undefined;
  if (html && (isStub(text, html) || knowsMore(html, mail.html ?? ''))) return bodyOfHtml(html, options);
  return { ...bodyOfText(text, options), signatureImages: html?.signatureImages ?? [] };
}

/** Keeps the quotes of new and of forwarded mails; that a mail is forwarded may stand nowhere but in what would be cut. */
function readHtml(html: string, { reply = true, subject = '' }: TrimOptions): HtmlBody {
  if (!reply || saysForwarded(subject)) return htmlToMarkdown(html, 'keep');
  const body = htmlToMarkdown(html, 'cut');
  return splitForward(subject, body.quoted) ? htmlToMarkdown(html, 'keep') : body;
}

function bodyOfHtml(html: HtmlBody, options: TrimOptions): BodyRead {
  const { kept, cut, forward } = trimReply(html.markdown, options);
  const images = [...new Set([...picturesIn(kept), ...picturesIn(forward?.original.text ?? '')])];
  const left = [...picturesIn(cut), ...html.signatureImages].filter((id) => !images.includes(id));
  return {
    said: finish(kept),
    cut: [finish(cut), html.quoted].filter((part) => part !== '').join('\n\n'),
    images,
    signatureImages: [...new Set(left)],
    unmarkedBelow: html.unmarkedBelow || standsBare(cut),
    ...(forward ? { forward: finished(plainHeader(forward), finish) } : {}),
  };
}

function bodyOfText(text: string, options: TrimOptions): BodyRead {
  const { kept, cut, forward } = trimReply(text, options);
  return {
    said: escapeMarkdown(kept),
    cut: escapeMarkdown(cut),
    images: [],
    signatureImages: [],
    unmarkedBelow: standsBare(cut),
    ...(forward ? { forward: finished(forward, escapeMarkdown) } : {}),
  };
}

function finish(markdown: string): string {
  return showPictures(guardLines(markdown));
}

function finished({ said, original }: Forwarded, write: (text: string) => string): Omit<Forwarded, 'at'> {
  return { said: write(said), original: { ...original, text: write(original.text) } };
}

/** Long enough for a header with a line below it, and no `>` before any of it. */
function standsBare(cut: string): boolean {
  return cut.length > 80 && !/^ {0,3}>/m.test(cut);
}

/** What a forwarded mail says of itself, without the Markdown it was read from. */
function plainHeader({ original, ...forward }: Forwarded): Forwarded {
  const { text, ...header } = original;
  const plain = Object.entries(header).map(([name, value]) => [name, withoutMarkdown(value)]);
  return { ...forward, original: { ...Object.fromEntries(plain), text } };
}

function withoutMarkdown(value: string): string {
  return value
    .replaceAll('**', '')
    .replaceAll(/\\(?=[!-/:-@[-`{-~])/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}

/** Whether a text says nothing, or only that the mail is to be read as HTML. */
function isStub(text: string, html: HtmlBody): boolean {
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text)) return true;
  return text.length < 400 && /\bHTML\b/i.test(text) && !/\bHTML\b/i.test(html.markdown);
}

function knowsMore(html: HtmlBody, source: string): boolean {
  return !html.bare && (html.marked || html.structured || isOutlook(source));
}

/** Word's and Exchange's marks stand at the top of what they write. */
function isOutlook(html: string): boolean {
  return /schemas-microsoft-com|MsoNormal|Microsoft Exchange|elementToProof/.test(html.slice(0, 20_000));
}
