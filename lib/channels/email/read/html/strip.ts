/**
 * The bare text of any HTML, for what the parser does not get through: tags fall away, a line for each block. Goes once over the text,
 * whatever it is.
 */
export function stripTags(html: string): string {
  const parts: string[] = [];
  const comment = finder(html, /-->/g);
  const silentEnd = finder(html, /<\/(?:script|style|title)\s{0,9}>/gi);
  const tagEnd = finder(html, />/g);
  const tag = finder(html, /<(?=[A-Za-z/!?])/g);
  let at = 0;
  for (let from = tag(at); from; from = tag(at)) {
    const name = html.slice(from.start, from.start + 12);
    const end =
      (name.startsWith('<!--') ? comment(from.end) : undefined) ??
      (/^<(?:script|style|title)\b/i.test(name) ? silentEnd(from.end) : undefined) ??
      tagEnd(from.end);
    if (!end) break;
    parts.push(html.slice(at, from.start), blockTag.test(name) ? '\n' : '');
    at = end.end;
  }
  parts.push(html.slice(at));
  return decode(parts.join(''))
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

const blockTag =
  /^<\/?(?:address|blockquote|br|center|dd|div|dl|dt|h[1-6]|hr|li|ol|p|pre|section|table|tr|ul)\b/i;

interface Found {
  readonly start: number;
  readonly end: number;
}

/** Finds a sign from a place on, and remembers when there are no more: looking again for each tag would take the square of the time. */
function finder(html: string, sign: RegExp): (from: number) => Found | undefined {
  let none = false;
  return (from) => {
    if (none) return undefined;
    sign.lastIndex = from;
    const match = sign.exec(html);
    none = match === null;
    return match ? { start: match.index, end: sign.lastIndex } : undefined;
  };
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function decode(text: string): string {
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi,
    (whole, ...codes) => {
      const [decimal, hex, name] = codes as (string | undefined)[];
      if (name) return named[name.toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
      return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
    },
  );
}
