import TurndownService from 'turndown';
import { escapeInline, guardLine, lineStarts } from './escape.ts';
import { list, listItem } from './lists.ts';
import type { Element } from './nodes.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules.ts';
import { resolveSigns, signs } from './signs.ts';
import { tables } from './tables.ts';

/** Sanitised HTML as Markdown. Throws what the converter throws. */
export function toMarkdown(html: string): string {
  const service = new TurndownService({
    blankReplacement: (_content, node: Element) => blank(node.nodeName),
  });
  const all: Readonly<Record<string, Rule>> = { ...rules, ...tables(), list, listItem: listItem() };
  for (const [name, rule] of Object.entries(all)) service.addRule(name, rule);
  service.escape = escapeText();
  return tidy(resolveSigns(service.turndown(html)));
}

function blank(name: string): string {
  if (name === 'P') return '\n\n';
  return /^(?:DIV|TR|LI|UL|OL|DL|DT|DD|BLOCKQUOTE|PRE|H[1-6])$/.test(name) ? '\n' : '';
}

function escapeText(): (text: string) => string {
  const startOf = lineStarts();
  return (text) => {
    const escaped = startOf(escapeInline(text));
    if (escaped.endsWith(']')) return escaped + signs.bracket;
    return escaped.endsWith('&lt;') ? escaped.slice(0, -'&lt;'.length) + signs.angle : escaped;
  };
}

/** No more than one empty line in a row, no stray spaces at the edges of a line, no rule at the edges, no heading by accident. */
function tidy(markdown: string): string {
  let fenced = false;
  const lines = markdown.split('\n').map((line) => {
    if (line.trimStart().startsWith('```')) fenced = !fenced;
    return fenced ? line : line.trimEnd().replace(/^ {1,3}(?=\S)/, '');
  });
  const from = lines.findIndex(isText);
  const to = lines.findLastIndex(isText);
  return lines
    .slice(Math.max(from, 0), to + 1)
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n');
}

function isText(line: string): boolean {
  return line !== '' && line !== '***';
}

/** The last step, after answers have been trimmed: until then a line of dashes may be the edge of a signature. */
export function guardLines(markdown: string): string {
  let fenced = false;
  return markdown
    .split('\n')
    .map((line) => {
      if (line.trimStart().startsWith('```')) fenced = !fenced;
      return fenced ? line : guardLine(line);
    })
    .join('\n');
}
