import { percentOf } from '../safe-link.ts';

/**
 * Makes a text of a person or a board harmless in Discord: it shows as it was written, formats nothing and mentions nobody. Nothing
 * pings anyway, as no body allows mentions; this is for what people see. `within` is `code` for a value between backquotes, where nothing
 * is formatted.
 */
export function escapeMarkdown(text: string, within: 'text' | 'code' = 'text'): string {
  if (within === 'code') return text.replaceAll('`', 'ˋ');
  return unturned(text)
    .split(address)
    .map((part, at) => (at % 2 === 1 ? escapeAddress(part) : escapeText(part)))
    .join('');
}

/** Signs that turn the direction of what follows: a line could show something else than it says. */
const turning = /[\u202A-\u202E\u2066-\u2069]/g;

/** A text without them: for places that show characters as they are, such as names of threads and suggestions. */
export function unturned(text: string): string {
  return text.replaceAll(turning, '');
}

/** Addresses stay clickable. Discord takes one up to the next space or `<`; before it stands what cannot be part of it. */
const address = /(?<=^|[\s(<"'„“])(https?:\/\/[^\s<>]+)/;

/** Signs that format or mention are written otherwise in an address; `_` is not read as a mark in there. */
function escapeAddress(part: string): string {
  return part.replaceAll(/[@*~|`\\[\]]/g, percentOf);
}

function escapeText(part: string): string {
  return (
    breakMentions(part)
      .replaceAll(/[\\`*_[\]|~]/g, '\\$&')
      // Headings, small print, quotes, lists. Never past the end of a line: \s would look through all empty lines below, once for each.
      .replaceAll(/^([^\S\n\r\u2028\u2029]*)(#(?=#{0,2}\s)|>|-(?=#?(?:\s|$)))/gm, '$1\\$2')
      .replaceAll(/^([^\S\n\r\u2028\u2029]*\d+)([.)])(?=\s|$)/gm, '$1\\$2')
  );
}

/**
 * Puts a character of no width into `@everyone`, `@here` and everything between angle brackets that Discord reads as a mention, a time
 * or an emoji: `<@1>`, `<#1>`, `<t:0>`, `</card:1>`, `<:name:1>`. `tom@example.org` is none. What people put between the sign and the word
 * themselves counts for nothing.
 */
export function breakMentions(text: string): string {
  return text
    .replaceAll(/@(?=\p{Cf}*(?:everyone|here))/giu, `@${nothing}`)
    .replaceAll(/(?<![A-Za-z0-9])@(?=[\p{L}\p{N}_&!])/gu, `@${nothing}`)
    .replaceAll(/<(?=\S)/g, `<${nothing}`);
}

const nothing = '\u200B';

/** A text that `escapeMarkdown` has made harmless, as people see it: for places that show characters as they are. */
export function unescapeMarkdown(text: string): string {
  return text.replaceAll(nothing, '').replaceAll(/\\([^0-9A-Za-z\s])/g, '$1');
}
