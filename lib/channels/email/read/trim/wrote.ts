import type { Line } from './line.ts';

/** Who and when, from a reply header: the address in brackets with the name before it. Nothing where it cannot be told. */
export function readWrote(lines: readonly Line[]): { readonly from?: string } {
  const text = lines.map(({ plain }) => plain).join(' ');
  const found = /([\p{L}\p{N}"'._()\s-]{0,60})<\s?(?:mailto:)?([^\s@<>]+@[^\s@<>]+)>/u.exec(text);
  const address = found?.[2];
  if (!address) return {};
  const name = nameBefore(found[1] ?? '');
  return { from: name === '' ? address : `${name} <${address}>` };
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
