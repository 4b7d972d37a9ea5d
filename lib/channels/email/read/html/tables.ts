import { around, childrenOf, type Element } from './nodes.ts';
import { asLine, oneLine, type Rule } from './rule.ts';
import { signs } from './signs.ts';

/** The rules of tables, for one text: tables of data stay tables, those that only arrange a mail become its lines. */
export function tables(): Readonly<Record<string, Rule>> {
  const known = new WeakMap<Element, boolean>();
  const isData = (cell: Element): boolean => {
    const table = around(cell, 'TABLE');
    if (!table) return false;
    const answer = known.get(table) ?? holdsData(table);
    known.set(table, answer);
    return answer;
  };
  return {
    table: {
      filter: ({ nodeName }) => nodeName === 'TABLE',
      replacement: (content) => `\n\n${content.replace(/^\n+/, '').trimEnd()}\n\n`,
    },
    section: {
      filter: ({ nodeName }) => /^T(?:HEAD|BODY|FOOT)$/.test(nodeName),
      replacement: asLine,
    },
    row: {
      filter: ({ nodeName }) => nodeName === 'TR',
      replacement: (content, element) => {
        if (!isData(element)) return asLine(content);
        const head = isFirstRow(element) ? `\n|${' --- |'.repeat(childrenOf(element).length)}` : '';
        return `\n|${content.trimEnd()}${head}\n`;
      },
    },
    cell: {
      filter: ({ nodeName }) => nodeName === 'TD' || nodeName === 'TH',
      replacement: (content, element) => {
        if (!isData(element)) return asLine(content);
        const text = oneLine(content).replaceAll(/(?<!\\)\|/g, '\\|');
        return ` ${element.nodeName === 'TH' ? text.replaceAll(signs.bold, '') : text} |`;
      },
    },
  };
}

/** Two rows or more of as many cells, with nothing in them that takes more than a line. */
function holdsData(table: Element): boolean {
  if (table.getAttribute('role') === 'presentation' || around(table, 'TABLE')) return false;
  const rows = rowsOf(table).map(childrenOf);
  const width = rows[0]?.length ?? 0;
  return (
    rows.length >= 2 &&
    width >= 2 &&
    width <= 20 &&
    rows.every((row) => row.length === width && row.every(isPlain))
  );
}

function rowsOf(table: Element): readonly Element[] {
  return childrenOf(table).flatMap((part) => (part.nodeName === 'TR' ? [part] : childrenOf(part)));
}

const blocks = new Set(['TABLE', 'UL', 'OL', 'PRE', 'BLOCKQUOTE', 'HR', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6']);

function isPlain(cell: Element): boolean {
  if ((cell.getAttribute('colspan') ?? '1') !== '1' || (cell.textContent ?? '').length > 300) return false;
  return !holdsBlock(cell);
}

function holdsBlock(element: Element): boolean {
  return childrenOf(element).some((child) => blocks.has(child.nodeName) || holdsBlock(child));
}

function isFirstRow(row: Element): boolean {
  if (row.previousElementSibling) return false;
  const part = row.parentNode;
  return part?.nodeName === 'TABLE' || !part?.previousElementSibling;
}
