import { around, type Element } from './nodes.ts';
import { type Rule, tidyLines } from './rule.ts';

/** A list: inside another one it follows its line at once. */
export const list: Rule = {
  filter: ({ nodeName }) => nodeName === 'UL' || nodeName === 'OL',
  replacement: (content, element) => {
    const edge = around(element, 'LI') ? '\n' : '\n\n';
    return edge + content.replace(/^\n+/, '').trimEnd() + edge;
  },
};

/**
 * The rule of list items, for one text. Items count on from the one before them instead of looking for their place in the list. What
 * belongs to an item stands four spaces in: every dialect of Markdown takes that for the depth of a list, and none for code.
 */
export function listItem(): Rule {
  const numbers = new WeakMap<Element, number>();
  return {
    filter: ({ nodeName }) => nodeName === 'LI',
    replacement: (content, element) => {
      const before = element.previousElementSibling;
      const number = (before && numbers.get(before)) ?? firstOf(element) - 1;
      numbers.set(element, number + 1);
      const sign = element.parentNode?.nodeName === 'OL' ? `${number + 1}.` : '-';
      const [first = '', ...more] = tidyLines(content).split('\n');
      const lines = [`${sign} ${first}`.trimEnd(), ...more.map((text) => (text === '' ? '' : `    ${text}`))];
      return `\n${lines.join('\n')}\n`;
    },
  };
}

function firstOf(element: Element): number {
  const start = Number(element.parentNode?.getAttribute('start') ?? 1);
  return Number.isInteger(start) && start >= 0 && start < 1_000_000 ? start : 1;
}
