/** How many of a long thread's ids are kept from each end: the thread begins at one and the mail answered stands at the other. */
const KEPT = 100;
const LONGEST_ID = 998;

/** The message ids in a header value, without `<>`; programs that leave the brackets out are understood. Their case counts. */
export function readMessageIds(value: string): readonly string[] {
  const bracketed = [...value.matchAll(/<([^<>]+)>/g)].map(([, id = '']) => id);
  const found = bracketed.length > 0 ? bracketed : value.split(/[\s,]+/).filter((id) => id.includes('@'));
  const ids = found.map(normaliseId).filter((id) => id !== '');
  return ids.length <= 2 * KEPT ? ids : [...ids.slice(0, KEPT), ...ids.slice(-KEPT)];
}

/** Blanks come from folding, control characters from nobody honest. */
function normaliseId(id: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
  const plain = id.replace(/[\s\x00-\x1F\x7F]+/g, '');
  return plain.length > LONGEST_ID ? '' : plain;
}
