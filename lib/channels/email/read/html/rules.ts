import { escapeInline } from './escape.ts';
import { link } from './links.ts';
import { around, type Element } from './nodes.ts';
import { picture } from './pictures.ts';
import { asLine, oneLine, type Rule, tidyLines, withoutLastBreak } from './rule.ts';
import { signs } from './signs.ts';

const named =
  (...names: string[]) =>
  ({ nodeName }: Element) =>
    names.includes(nodeName);

/** Blocks that begin a line of their own and no paragraph: clients write each line as one of these. */
const line: Rule = {
  filter: named('DIV', 'DD', 'DT', 'DL'),
  replacement: asLine,
};

const paragraph: Rule = {
  filter: named('P'),
  replacement: (content) => `\n\n${withoutLastBreak(content)}\n\n`,
};

const lineBreak: Rule = { filter: named('BR'), replacement: () => signs.lineBreak };

const heading: Rule = {
  filter: ({ nodeName }) => /^H[1-6]$/.test(nodeName),
  replacement: (content, { nodeName }) => {
    const text = oneLine(content).replaceAll(signs.bold, '');
    return text === '' ? '\n\n' : `\n\n${'#'.repeat(Number(nodeName[1]))} ${text}\n\n`;
  },
};

const quote: Rule = {
  filter: named('BLOCKQUOTE'),
  replacement: (content) => {
    const lines = tidyLines(content).split('\n');
    return `\n\n${lines.map((text) => (text === '' ? '>' : `> ${text}`)).join('\n')}\n\n`;
  },
};

const bold = mark(['B', 'STRONG'], signs.bold);
const italic = mark(['I', 'EM'], '_');
const struck = mark(['S', 'STRIKE', 'DEL'], '~~');

function mark(names: readonly string[], sign: string): Rule {
  return { filter: named(...names), replacement: (content, at) => marked(content, at, names, sign) };
}

/** Marks each line by itself: a mark does not reach over lines, nor into one of its own kind. */
function marked(content: string, element: Element, names: readonly string[], mark: string): string {
  if (element.isCode || names.some((name) => around(element, name))) return content;
  return content
    .split(/([\n\uE001]+)/)
    .map((text, at) => {
      const said = text.trim();
      if (at % 2 === 1 || !/[\p{L}\p{N}\p{P}\p{S}]/u.test(said) || /^(?:[>#|]|[-*] |\d+[.)] )/.test(said))
        return text;
      const from = text.indexOf(said);
      return text.slice(0, from) + mark + said + mark + text.slice(from + said.length);
    })
    .join('');
}

const code: Rule = {
  filter: named('CODE'),
  replacement: (content, element) => {
    if (around(element, 'CODE') || around(element, 'PRE')) return content;
    const text = oneLine(content);
    if (text.includes('`') || /<\/?script|\]\(/i.test(text)) return escapeInline(text);
    return text === '' ? '' : `\`${text}\``;
  },
};

const codeBlock: Rule = {
  filter: named('PRE'),
  replacement: (content) => {
    const text = content.replaceAll(signs.lineBreak, '\n').replace(/^\n+/, '').trimEnd();
    if (text === '') return '\n\n';
    if (/<\/?script|\]\(|^ {0,3}```/im.test(text))
      return `\n\n${text.split('\n').map(escapeInline).join('\n')}\n\n`;
    return `\n\n\`\`\`\n${text}\n\`\`\`\n\n`;
  },
};

const horizontalRule: Rule = { filter: named('HR'), replacement: () => '\n\n***\n\n' };

/** Every rule but those of lists and tables, in no order: no two take the same element. */
export const rules: Readonly<Record<string, Rule>> = {
  ...{ line, paragraph, lineBreak, heading, quote, bold, italic, struck, link, code, codeBlock },
  ...{ horizontalRule, picture },
};
