import { visible } from './fold.ts';
import type { CopiedHeader } from './header-field.ts';
import { languages } from './languages/all.ts';
import type { Language } from './languages/language.ts';

const kinds = ['from', 'date', 'to', 'cc', 'subject'] as const;
type Kind = (typeof kinds)[number];
interface Found {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a header whose fields all stand on one line, as Yahoo and some converters of HTML leave it: `From: A <…>To: BSent: …
 * Subject: …`. It must begin the text, and hold a sender, a subject and a third field of one language.
 */
export function readFlatHeader(text: string): CopiedHeader | undefined {
  if (text.length < 20) return undefined;
  const plain = visible(text).replace(/[*]/g, '').trimStart();
  const small = plain.replace(/İ/g, 'i').toLowerCase();
  for (const language of languages) {
    if (!startsWithSender(small, language)) continue;
    const found = fieldsOf(small, language);
    if (found.length >= (found.some(({ kind }) => kind === 'subject') ? 3 : 4)) return valuesOf(plain, found);
  }
  return undefined;
}

function startsWithSender(text: string, language: Language): boolean {
  return language.from.split('|').some((name) => startsField(text, 0, name) !== undefined);
}

/** Every field in the order of the text; of each kind the first. */
function fieldsOf(text: string, language: Language): readonly Found[] {
  const found = kinds.flatMap((kind) => {
    const all = language[kind].split('|').flatMap((name) => positionsOf(text, kind, name));
    const first = all.sort((a, b) => a.start - b.start || b.end - a.end)[0];
    return first ? [first] : [];
  });
  const ordered = found.sort((a, b) => a.start - b.start);
  return ordered.filter((field, at) => at === 0 || field.start >= (ordered[at - 1]?.end ?? 0));
}

/** Where a field's name stands: short ones only behind a space or a closing bracket, else they are ends of words. */
function positionsOf(text: string, kind: Kind, name: string): readonly Found[] {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const end = startsField(text, at, name);
    const before = text[at - 1] ?? ' ';
    if (end !== undefined && (name.length > 3 || /[\s>\])]/.test(before))) return [{ kind, start: at, end }];
  }
  return [];
}

function startsField(text: string, at: number, name: string): number | undefined {
  if (!text.startsWith(name, at)) return undefined;
  const colon = text.startsWith(' :', at + name.length) ? 2 : text.startsWith(':', at + name.length) ? 1 : 0;
  return colon === 0 ? undefined : at + name.length + colon;
}

function valuesOf(text: string, found: readonly Found[]): CopiedHeader {
  const values = new Map(
    found.map(({ kind, end }, at) => [kind, text.slice(end, found[at + 1]?.start ?? text.length).trim()]),
  );
  const [from, date, subject] = [values.get('from'), values.get('date'), values.get('subject')];
  return { ...(from ? { from } : {}), ...(date ? { date } : {}), ...(subject ? { subject } : {}) };
}
