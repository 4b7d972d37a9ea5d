/**
 * Makes a text of a person or a board harmless in Mattermost: it shows as it was written, formats nothing and pings nobody.
 * `within` is `code` for a value between backquotes, where nothing is formatted or pinged anyway.
 */
export function escapeMarkdown(text: string, within: 'text' | 'code' = 'text'): string {
  if (within === 'code') return text.replaceAll('`', 'ˋ');
  return breakEntities(text)
    .split(address)
    .map((part, at) => (at % 2 === 1 ? escapeAddress(part) : escapeText(part)))
    .join('');
}

/** Addresses stay clickable: a backslash inside one would break it. Ends before what Markdown could read as its own. */
const address = /(https?:\/\/[\w\-./?=&%#:+,;@~!$]*[\w\-/=&%#+$])/;

/** In an address the two signs that mention can be written otherwise; `_` is not read as a mark in there. */
function escapeAddress(part: string): string {
  return part.replaceAll('@', '%40').replaceAll('~', '%7E');
}

function escapeText(part: string): string {
  return (
    breakMentions(part)
      .replaceAll(/[\\`*_[\]|]|~(?=~)|(?<=~)~/g, '\\$&')
      // Never past the end of a line: \s would look through all empty lines below, once for each of them.
      .replaceAll(/^([^\S\n\r\u2028\u2029]*)(#|>|[-+](?=\s|[-+]|$)|=+[^\S\n\r\u2028\u2029]*$)/gm, '$1\\$2')
      .replaceAll(/^([^\S\n\r\u2028\u2029]*\d+)([.)])(?=\s|$)/gm, '$1\\$2')
      .replaceAll(/^(?: {4}|\t)[ \t]*/gm, keepIndent)
  );
}

/** Four spaces would begin a block of code. */
function keepIndent(indent: string): string {
  return indent.replaceAll('\t', '    ').replaceAll(' ', '\u00A0');
}

/** The server reads `&#64;all` as `@all`, and pings them (seen on 5.37). */
function breakEntities(text: string): string {
  return text.replaceAll(/&(?=#?\w+;)/g, `&${nothing}`);
}

/**
 * Puts a character of no width between the sign and the word of `@channel`, `~town-square` and `<!here>`: neither the server nor a
 * client takes that for a mention (contract 4, and Slack's syntax which is translated in answers). `tom@example.org` is none. What
 * counts as a letter before the sign is ASCII alone: a server knows fewer letters than we do.
 */
export function breakMentions(text: string): string {
  return text
    .replaceAll(/(?<![A-Za-z0-9])([@~])(?=[\p{L}\p{N}_])/gu, `$1${nothing}`)
    .replaceAll(/<(?=[!@#])/g, `<${nothing}`);
}

const nothing = '\u200B';
