import type { CardRef } from '../domain/command.ts';

/** `#42`, `42`, a link, `<link>`, or a link as it stands in our own posts when they are copied: `[title](link)`. */
const forms: readonly { readonly pattern: RegExp; readonly by: CardRef['by'] }[] = [
  { pattern: /^#?0*([1-9]\d{0,8})(?=$|[\s,:;.!?])[,:;.!?]*/, by: 'number' },
  { pattern: /^\[[^\]\n]{0,1100}\]\((https?:\/\/[^\s<>)]+)\)[,:;.!?]*/i, by: 'link' },
  { pattern: /^<(https?:\/\/[^\s<>|]+)(?:\|[^>\n]*)?>[,:;.!?]*/i, by: 'link' },
  { pattern: /^(https?:\/\/[^\s<>]*[^\s<>,:;.!?])[,:;.!?]*/i, by: 'link' },
];

/** `OPS-42`: a board's name and a card's number on it. */
const onBoard = /^([a-z0-9][a-z0-9-]{0,39})-0*([1-9]\d{0,8})(?=$|[\s,:;.!?])[,:;.!?]*/i;

/**
 * The card that a text begins with.
 * @param boards the team's boards: `covid-19` is a card of the board `covid` and of no other.
 * @returns the reference and the text after it, without the white space around; undefined when the text begins otherwise.
 */
export function readCardRef(
  text: string,
  boards: readonly string[],
): { readonly card: CardRef; readonly rest: string } | undefined {
  const [whole = '', name = '', digits] = onBoard.exec(text) ?? [];
  const board = boards.find((each) => each === name.toLowerCase());
  if (board !== undefined) {
    return { card: { by: 'number', number: Number(digits), board }, rest: text.slice(whole.length).trim() };
  }
  for (const { pattern, by } of forms) {
    const [whole, found] = pattern.exec(text) ?? [];
    if (whole === undefined || found === undefined) continue;
    const rest = text.slice(whole.length).trim();
    return by === 'number'
      ? { card: { by: 'number', number: Number(found) }, rest }
      : { card: { by: 'link', link: found }, rest };
  }
  return undefined;
}
