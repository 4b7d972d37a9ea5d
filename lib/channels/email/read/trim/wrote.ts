import type { Line } from './line.ts';

const when =
  /(?:\p{L}{2,12}[.,]{0,2} )?\p{Nd}{1,4}[^<@]{0,40}?\p{Nd}{1,2}[:.]\p{Nd}{2}(?:[:.]\p{Nd}{2})?(?: ?[ap]\.?m\b)?/iu;
const who = /([\p{L}\p{N}"'._\s-]{0,60})[<(]\s?(?:mailto:)?([^\s@<>()]+@[^\s@<>()]+)[>)]/u;

/** Who and when, from a reply header: the address in brackets with the name before it. Nothing where it cannot be told. */
export function readWrote(lines: readonly Line[]): { readonly from?: string; readonly date?: string } {
  const text = lines.map(({ plain }) => plain).join(' ');
  const found = who.exec(text);
  const date = when.exec(text)?.[0];
  const address = found?.[2];
  const name = nameBefore(found?.[1] ?? '');
  const from = name === '' || !address ? address : `${name} <${address}>`;
  return { ...(from ? { from } : {}), ...(date ? { date } : {}) };
}

/** The last few words that begin with a capital. */
function nameBefore(text: string): string {
  const words = text.replace(/["']/g, '').trim().split(/\s+/);
  const name: string[] = [];
  for (let at = words.length - 1; at >= 0 && name.length < 4; at--) {
    const word = words[at] ?? '';
    if (!/^\p{Lu}/u.test(word)) break;
    name.unshift(word);
  }
  return name.join(' ');
}
