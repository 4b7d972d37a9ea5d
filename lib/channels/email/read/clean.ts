/** Characters that turn the order of what follows around, in a subject or a file's name: `exe.fdp` for `pdf.exe`. */
const bidiOverrides = /[\u202A-\u202E\u2066-\u2069]/g;
/** Without tab and line feed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
const controls = /[\x00-\x08\x0B-\x1F\x7F-\x9F\uFEFF\uFFFE\uFFFF]/g;

/**
 * One line for a header, a card's title, a chat post or a log: an encoded word may hold line breaks, NUL and bidi overrides
 * (contract 3.6). Blanks become one space; `longest` is in UTF-16 units.
 */
export function cleanLine(text: string, longest = 1000): string {
  const line = text
    .replace(/[\s\u0085\u2028\u2029]+/g, ' ')
    .replace(controls, '')
    .replace(bidiOverrides, '')
    .trim();
  return line.slice(0, longest).toWellFormed();
}

/** A text of several lines: line feeds alone end a line; control characters and bidi overrides are gone, tabs stay. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(controls, '').replace(bidiOverrides, '').toWellFormed();
}
