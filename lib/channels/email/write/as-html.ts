import type { Language } from '../../../../schemas/team.ts';
import { escapeHtml } from '../../../domain/html.ts';
import type { Block } from './block.ts';
import { type Passage, type Piece, passagesOf } from './marked.ts';

const grey = 'color:#6b7280;font-size:13px';
const page = "margin:0;padding:16px;font:16px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** The blocks of a mail as HTML: no pictures, nothing to be fetched, styles in place because mail programs drop sheets. */
export function asHtml(marker: string, blocks: readonly Block[], language: Language): string {
  const small = blocks.filter(({ kind }) => kind === 'small').map(blockHtml);
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"></head><body style="${page}">`,
    `<p style="${grey}">${escaped(marker)}</p>`,
    ...blocks.filter(({ kind }) => kind !== 'small').map(blockHtml),
    `<div style="${grey};border-top:1px solid #d1d5db;margin-top:24px;padding-top:8px">${small.join('')}</div>`,
    '</body></html>\n',
  ].join('\n');
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'card':
      return [
        `<p style="font-size:18px;font-weight:bold;margin:16px 0 4px" dir="auto">${inline(block.title)}</p>`,
        `<p style="margin:0 0 16px">${block.fields.map(fieldHtml).join('<br>\n')}</p>`,
      ].join('\n');
    case 'small':
      return `<p style="margin:4px 0" dir="auto">${inline(block.text)}</p>`;
    case 'text':
      return passagesOf(block.text).map(passageHtml).join('\n');
  }
}

function fieldHtml({ title, value }: { title: string; value: string }): string {
  return `<span style="color:#6b7280">${escaped(title)}:</span> <bdi>${inline(value)}</bdi>`;
}

const quoted = 'margin:0 0 16px;padding:0 0 0 12px;border-left:3px solid #d1d5db';

function passageHtml({ kind, lines }: Passage): string {
  const text = lines.map((pieces) => pieces.map(pieceHtml).join('')).join(kind === 'fixed' ? '\n' : '<br>\n');
  if (kind === 'fixed') return `<pre style="white-space:pre-wrap" dir="auto">${text}</pre>`;
  return kind === 'quote' ? `<div style="${quoted}" dir="auto">${text}</div>` : `<p dir="auto">${text}</p>`;
}

function inline(marked: string): string {
  return passagesOf(marked)
    .flatMap(({ lines }) => lines.map((pieces) => pieces.map(pieceHtml).join('')))
    .join('<br>\n');
}

function pieceHtml({ kind, text, url = '' }: Piece): string {
  const shown = escaped(text);
  if (kind === 'bold') return `<b>${shown}</b>`;
  if (kind === 'code') return `<code>${shown}</code>`;
  return kind === 'link' ? `<a href="${escaped(url)}">${shown}</a>` : shown;
}

/** Control characters are taken out: no mail program shows them. */
function escaped(text: string): string {
  return escapeHtml(text.replaceAll(/[^\P{Cc}\n\t]/gu, ''));
}
