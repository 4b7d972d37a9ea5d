import { Parser } from 'htmlparser2';
import type { Mark } from './clients.ts';
import { type Attributes, holds, markOf } from './marks.ts';
import type { Piece } from './pieces.ts';

/** A part of a mail that its client marked. Its id is its place in the list, counted from 1. */
export interface Region {
  readonly mark: Mark;
  /** Place of its first piece. */
  readonly from: number;
}

/** All pieces of a mail in their order, and the regions that clients' marks divide them into. */
export interface Split {
  readonly pieces: readonly Piece[];
  readonly regions: readonly Region[];
}

/** Deeper than any thread of real mails; beyond it the parser's own search for the end of an element is what takes the time. */
const deepest = 1000;
const mostPieces = 200_000;

/** What is never text for people. */
const silent = new Set(['style', 'script', 'title', 'xml', 'svg', 'select', 'template', 'object', 'iframe']);

/**
 * Goes once through a mail's HTML and tells what the person wrote (region 0) from what their client marked as quote, signature or
 * unseen. Throws `RangeError` where it is nested or chopped beyond anything a client writes.
 */
export function split(html: string): Split {
  const splitter = new Splitter();
  const parser = new Parser({
    onopentag: (tag, attributes) => splitter.open(tag, attributes),
    onclosetag: () => splitter.close(),
    ontext: (text) => splitter.text(text),
    oncomment: (comment) => splitter.comment(comment),
  });
  parser.end(html);
  return splitter.done();
}

interface Open {
  readonly tag: string;
  /** Whose the element itself is, and whose its content is. */
  readonly region: number;
  inner: number;
  /** Whether it holds a quote together with answers to it. */
  readonly holder: boolean;
}

class Splitter {
  private readonly pieces: Piece[] = [];
  private readonly regions: Region[] = [];
  private readonly stack: Open[] = [];
  /** Whose all that follows is, once a mark has said so. */
  private rest = 0;
  private pending = '';
  private pendingRegion = 0;

  open(tag: string, attributes: Attributes): void {
    if (this.stack.length >= deepest || this.pieces.length >= mostPieces) throw new RangeError('html');
    const around = this.owner();
    const holder = this.stack.at(-1);
    const mark = this.markHere(tag, attributes, around);
    const region = mark ? this.start(mark) : around;
    if (mark === 'rest') this.rest = region;
    this.push({ kind: 'open', tag, attributes, region });
    this.stack.push({ tag, region, inner: region, holder: mark === 'quote' && holds(attributes) });
    // What the box holds after the quoted text is an answer to it (contract 3.4: inline answers are kept).
    if (holder?.holder && tag === 'blockquote') holder.inner = 0;
  }

  close(): void {
    const open = this.stack.pop();
    if (open) this.push({ kind: 'close', tag: open.tag, region: open.region });
  }

  text(text: string): void {
    const region = this.owner();
    if (this.pending !== '' && this.pendingRegion !== region) this.flush();
    this.pending += text;
    this.pendingRegion = region;
    if (region === 0 && qqLine.test(text)) this.rest = this.start('rest');
  }

  /** Samsung writes its mark as a comment. */
  comment(text: string): void {
    if (text.trim() === 'originalMessage' && this.owner() === 0) this.rest = this.start('rest');
  }

  done(): Split {
    this.flush();
    return { pieces: this.pieces, regions: this.regions };
  }

  /** Marks count in what the person wrote; inside a marked part only answers and what is not text are looked for. */
  private markHere(tag: string, attributes: Attributes, around: number): Mark | undefined {
    if (silent.has(tag)) return 'hidden';
    if (around === 0) return markOf(tag, attributes);
    return this.stack.at(-1)?.holder && tag === 'blockquote' ? 'quote' : undefined;
  }

  private owner(): number {
    const inner = this.stack.at(-1)?.inner ?? 0;
    return inner === 0 ? this.rest : inner;
  }

  private start(mark: Mark): number {
    this.flush();
    return this.regions.push({ mark, from: this.pieces.length });
  }

  private push(piece: Piece): void {
    this.flush();
    this.pieces.push(piece);
  }

  private flush(): void {
    if (this.pending === '') return;
    this.pieces.push({ kind: 'text', text: this.pending, region: this.pendingRegion });
    this.pending = '';
  }
}

/** The line over the original in mails of QQ, which stands in an element like every other. */
const qqLine = /^\s{0,3}-{6,40}\s?(?:原始邮件|原始郵件)/;
