import type { Block } from './block.ts';
import { type Passage, type Piece, passagesOf } from './marked.ts';

/** The blocks of a mail as plain text, `marker` its first line. */
export function asText(marker: string, blocks: readonly Block[]): string {
  const body = blocks.filter(({ kind }) => kind !== 'small').map(textOf);
  const small = blocks.filter(({ kind }) => kind === 'small').map(textOf);
  // The line that mail programs know a signature by.
  return `${[marker, ...body, ['-- ', ...small].join('\n')].join('\n\n')}\n`;
}

function textOf(block: Block): string {
  if (block.kind !== 'card') return read(block.text);
  const fields = block.fields.map(({ title, value }) => `${title}: ${read(value)}`);
  return [read(block.title), ...fields].join('\n');
}

function read(marked: string): string {
  return passagesOf(marked).map(passageText).join('\n');
}

const before = { lines: '', quote: '> ', fixed: '    ' } as const;

function passageText({ kind, lines }: Passage): string {
  return lines.map((pieces) => before[kind] + pieces.map(pieceText).join('')).join('\n');
}

function pieceText({ kind, text, url = '' }: Piece): string {
  return kind === 'link' && text !== url ? `${text}: ${url}` : text;
}
