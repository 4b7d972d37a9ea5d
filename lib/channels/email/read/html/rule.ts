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
