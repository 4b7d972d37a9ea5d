import { distance } from 'fastest-levenshtein';
import { fold } from '../domain/fold.ts';

/**
 * The candidate that a person most likely meant by a mistyped word, in the candidate's own spelling; undefined when none is
 * near. Case, accents and emoji do not count; two swapped neighbours are one mistake.
 * `mostMistakes` makes it stricter than the length of the word does.
 */
export function nearest(
  wanted: string,
  candidates: readonly string[],
  mostMistakes = Number.POSITIVE_INFINITY,
): string | undefined {
  const word = plain(wanted);
  if (word === '') return undefined;
  let best: string | undefined;
  let fewest = Math.min(mistakesAllowed(word), mostMistakes) + 1;
  for (const candidate of candidates) {
    const name = plain(candidate);
    // Every missing letter is a mistake: long words are not worth the comparing.
    if (Math.abs(name.length - word.length) >= fewest) continue;
    const mistakes = mistakesBetween(word, name);
    if (mistakes < fewest) [best, fewest] = [candidate, mistakes];
  }
  return best ?? candidates.find((candidate) => startsAnyWord(plain(candidate), word));
}

/**
 * The item a person means by a name: the same name, or else the only one that begins with it, or else the only one with a word
 * that begins with it. Case, accents and emoji do not count, `ue` is `ü`. Undefined when nothing fits or several do; of
 * several with the very same name the first.
 */
export function findByName<T extends { readonly name: string }>(
  wanted: string,
  items: readonly T[],
): T | undefined {
  const literally = items.find(({ name }) => name.trim() === wanted.trim());
  const sameLetters = items.filter(({ name }) => fold(name) === fold(wanted));
  if (literally) return literally;
  if (sameLetters.length === 1) return sameLetters[0];
  const words = spellings(wanted).filter((word) => word !== '');
  for (const fits of [isSame, startsWith, startsAnyWord, isSameButForPreposition]) {
    const found = items.filter(({ name }) => spellings(name).some((n) => words.some((w) => fits(n, w))));
    if (found.length > 1) return found.every(({ name }) => name === found[0]?.name) ? found[0] : undefined;
    if (found.length === 1) return found[0];
  }
  return undefined;
}

const isSame = (name: string, word: string) => name.replaceAll(' ', '') === word.replaceAll(' ', '');
/** "move #42 to Done": only the whole name then, because columns are called "To do". */
const isSameButForPreposition = (name: string, word: string) =>
  isSame(name, word.replace(/^(to|in|into|nach|auf|zu) /, ''));
const startsWith = (name: string, word: string) => name.startsWith(word);
const startsAnyWord = (name: string, word: string) => ` ${name}`.includes(` ${word}`);

/** One slip in a short word, two in a longer one, three in a sentence. */
function mistakesAllowed(word: string): number {
  if (word.length <= 2) return 0;
  if (word.length <= 4) return 1;
  return word.length <= 12 ? 2 : 3;
}

/** Edit distance in which two swapped neighbours are one mistake: the Levenshtein library counts them as two. */
function mistakesBetween(word: string, name: string): number {
  let fewest = distance(word, name);
  for (let at = 0; at + 1 < word.length && fewest > 1; at++) {
    const swapped = word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
    fewest = Math.min(fewest, 1 + distance(swapped, name));
  }
  return fewest;
}

/** Lower case, without accents, emoji and signs: "🚀 In  Prüfung" is "in prufung". */
function plain(text: string): string {
  const letters = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
  const words = letters.match(/[\p{L}\p{N}]+/gu);
  return words ? words.join(' ') : text.trim();
}

/** Both ways people write an umlaut without the key for it. */
function spellings(text: string): readonly string[] {
  const spelled = text
    .normalize('NFC')
    .replace(/[äöü]/gi, (umlaut) => `${umlaut.normalize('NFD').charAt(0)}e`);
  return [plain(text), plain(spelled)];
}
