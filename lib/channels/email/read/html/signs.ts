/**
 * Private signs that stand in the Markdown while it is being made, for what is known only when the whole text is there. The sanitiser
 * takes them out of what comes in.
 */
export const signs = {
  /** A line break that was asked for. */
  lineBreak: '\uE001',
  /** Before a link: a `!` just before it would make a picture of it. */
  link: '\uE002',
  /** An edge of bold text: two in a row take each other away. */
  bold: '\uE003',
  /** A space that holds a line open, as in `<p>&nbsp;</p>`. */
  space: '\uE004',
  /** After a `]` that a text ends with: what follows may make a link of it. */
  bracket: '\uE005',
  /** A `<` that a text ends with: an address in angle brackets may follow, or a tag. */
  angle: '\uE006',
} as const;

/** Puts in what the signs stand for. */
export function resolveSigns(markdown: string): string {
  return markdown
    .replaceAll(/!\uE002/g, '\\![')
    .replaceAll(signs.link, '[')
    .replaceAll(/\]\uE005+(?=[([:])/g, '\\]')
    .replaceAll(signs.bracket, '')
    .replaceAll(/\uE006(?=(?:https?:\/\/|[^\s<>()[\]`@]{1,64}@)[^\s<>()[\]`@]{1,255}>)/g, '<')
    .replaceAll(signs.angle, '&lt;')
    .replaceAll(/\uE003{2}/g, '')
    .replaceAll(signs.bold, '**')
    .replaceAll(signs.space, ' ')
    .replaceAll(signs.lineBreak, '\n');
}
