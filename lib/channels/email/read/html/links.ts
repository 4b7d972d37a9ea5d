import { escapeBrackets } from './escape.ts';
import { oneLine, type Rule } from './rule.ts';
import { signs } from './signs.ts';

/** Links to the web and to mail addresses; one that shows nothing but its target stays as it is. */
export const link: Rule = {
  filter: ({ nodeName }) => nodeName === 'A',
  replacement: (content, element) => {
    const target = linkTarget(element.getAttribute('href') ?? '');
    const text = oneLine(content);
    if (element.isCode || target === '' || text === '') return content;
    const bare = (element.textContent ?? '').trim();
    if (sameAddress(bare, target)) return bare.startsWith('mailto:') ? bare.slice('mailto:'.length) : bare;
    return `${signs.link}${escapeBrackets(text)}](${target})`;
  },
};

/** A link's target that cannot leave its brackets, or nothing: only the web and mail addresses. */
function linkTarget(href: string): string {
  const target = href.trim();
  if (!/^(?:https?:\/\/|mailto:)\S/i.test(target)) return '';
  return target.replaceAll(/[\s()<>[\]\\"`*\p{Cc}\uE000-\uE00F]/gu, encodeSign);
}

function encodeSign(sign: string): string {
  const code = sign.charCodeAt(0);
  return code < 0x80 ? `%${code.toString(16).padStart(2, '0').toUpperCase()}` : encodeURIComponent(sign);
}

/** Whether a link shows nothing but its own target, which stays clickable as it is. */
function sameAddress(text: string, target: string): boolean {
  if (/[\s\\`*<>[\]()]/.test(text) || text === '') return false;
  const bare = target.replace(/^mailto:/i, '').replace(/\/$/, '');
  return (
    text
      .replace(/^mailto:/i, '')
      .replace(/\/$/, '')
      .toLowerCase() === bare.toLowerCase()
  );
}
