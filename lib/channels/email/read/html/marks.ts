import { classes, divNames, ids, type Mark, zimbra } from './clients.ts';

export type Attributes = Readonly<Record<string, string>>;

/**
 * The mark of an element, or undefined where its client says nothing (contract 3.4: extractors of Discourse and FreeScout, and what
 * the clients themselves write). Names are compared as clients write them, attributes of quoted mails too, which Outlook on the web
 * prefixes with `x_`.
 */
export function markOf(tag: string, attributes: Attributes): Mark | undefined {
  return (
    markOfIds(attributes) ??
    markOfClasses(attributes.class ?? '') ??
    (tag === 'div' ? find(divNames, attributes.name ?? '') : undefined) ??
    others.find(([test]) => test(tag, attributes))?.[1]
  );
}

/**
 * Whether a quote holds answers too: Gmail, and those who write as it does, put the line over the quote, the quoted text and what is
 * answered in between into one box.
 */
export function holds({ class: written = '' }: Attributes): boolean {
  return /\b(?:gmail_quote|protonmail_quote|mail_android_quote|zmail_extra)\b/.test(written.slice(0, 400));
}

type Test = (tag: string, attributes: Attributes) => boolean;

const others: readonly (readonly [Test, Mark])[] = [
  [(tag, { type = '' }) => tag === 'blockquote' && type.toLowerCase() === 'cite', 'quote'],
  [(_, attributes) => (attributes['data-signature-widget'] ?? '') === 'container', 'signature'],
  [(tag) => tag === 'signature', 'signature'],
  // The line over the original in Word's mails, in its blue and its grey, and the one of Outlook on the web.
  [(_, { style = '' }) => wordLine.test(style.slice(0, styleLimit)), 'rest'],
  [
    (tag, { style = '' }) => tag === 'hr' && /^\s*display:\s*inline-block;\s*width:\s*98%/.test(style),
    'rest',
  ],
  [
    (_, { style = '' }) =>
      /(?:^|;)\s{0,3}(?:display\s?:\s?none|mso-hide\s?:\s?all)/i.test(style.slice(0, 2000)),
    'hidden',
  ],
];

const styleLimit = 400;
const wordLine = /border-top:\s?solid\s#(?:E1E1E1|B5C4DF)\s1(?:\.0)?pt/i;

function markOfIds(attributes: Attributes): Mark | undefined {
  const id = plain(attributes.id ?? '');
  const known = find(zimbra, attributes['data-marker'] ?? '') ?? find(ids, id);
  if (known) return known;
  if (id.startsWith('cm_replymail') || id.includes('yahoo_quoted')) return 'quote';
  return undefined;
}

function markOfClasses(written: string): Mark | undefined {
  for (const word of written.slice(0, styleLimit).split(/\s+/)) {
    const name = plain(word);
    const known = find(classes, name);
    if (known) return known;
    // Yahoo on the web puts a number of the mail before each of its own classes.
    if (/^ydp\w*yahoo_quoted$/.test(name)) return 'quote';
    if (/^ydp[0-9a-f]+signature$/.test(name)) return 'signature';
  }
  return undefined;
}

function plain(name: string): string {
  return name.startsWith('x_') ? name.slice(2) : name;
}

function find(table: Readonly<Record<string, Mark>>, key: string): Mark | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
