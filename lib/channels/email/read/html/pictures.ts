import { escapeBrackets, escapeInline } from './escape.ts';
import type { Element } from './nodes.ts';
import { oneLine, type Rule } from './rule.ts';

/**
 * An embedded picture stands as `![name](cid:<content id>)` until the answer has been trimmed (`showPictures`). Emoji that a client drew
 * as pictures are letters again; every other picture is gone by now.
 */
export const picture: Rule = {
  filter: ({ nodeName }) => nodeName === 'IMG',
  replacement: (_, element) => {
    const alternative = oneLine(element.getAttribute('alt') ?? '').slice(0, 200);
    const id = contentId(element);
    if (!id) return emoji.test(alternative) ? alternative : '';
    const named = /^[^@\s]{1,100}\.\w{2,4}(?=@|$)/.exec(id)?.[0];
    const name = escapeBrackets(escapeInline(named ?? (alternative || '…')));
    return `![${name}](cid:${encodeURIComponent(id.toWellFormed()).replaceAll(/[()]/g, encodeBracket)})`;
  },
};

const emoji = /^[\p{Extended_Pictographic}\p{Emoji_Component}\u200D]{1,16}$/u;

function contentId(element: Element): string | undefined {
  return /^cid:([\s\S]{1,500})$/i.exec(element.getAttribute('src') ?? '')?.[1];
}

function encodeBracket(sign: string): string {
  return sign === '(' ? '%28' : '%29';
}

/** Never past the next bracket: a text of nothing but `![` would take the square of its length. */
const reference = /!\[((?:\\.|[^[\]\\\n])*)\]\(cid:([^()\s]*)\)/g;

/** The content ids of the pictures that stand in a text, in order. */
export function picturesIn(markdown: string): readonly string[] {
  return [...new Set(Array.from(markdown.matchAll(reference), ([, , id = '']) => decoded(id)))];
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** Puts the picture's name in brackets where it stood: the picture itself is a file of the card. */
export function showPictures(markdown: string): string {
  return markdown.replaceAll(reference, (_, name: string) => `\\[${name}\\]`);
}
