import type { Element } from './nodes.ts';
import { signs } from './signs.ts';

/** How one kind of element is written. `content` is its inside, already written. */
export interface Rule {
  readonly filter: (element: Element) => boolean;
  readonly replacement: (content: string, element: Element) => string;
}

/** Text as one line, without its edges. */
export function oneLine(content: string): string {
  return content.replaceAll(/[\s\uE001]+/g, ' ').trim();
}

/** Content as lines, for what puts something before each of them. */
export function tidyLines(content: string): string {
  return content
    .replaceAll(signs.lineBreak, '\n')
    .replace(/^\n+/, '')
    .trimEnd()
    .replaceAll(/\n{3,}/g, '\n\n');
}

/** Content as a line of its own, or as a paragraph where it begins or ends with one. */
export function asLine(content: string): string {
  const before = content.startsWith('\n\n') ? '\n\n' : '\n';
  const after = content.endsWith('\n\n') ? '\n\n' : '\n';
  return before + withoutLastBreak(content) + after;
}

/** A break at the very end of a block shows nothing; one that is all there is shows an empty line. */
export function withoutLastBreak(content: string): string {
  const text = content.replace(/^\n+/, '').trimEnd();
  return text.length > 1 && text.endsWith(signs.lineBreak) ? text.slice(0, -1) : text;
}
