import { fold } from './fold.ts';
import { languages } from './languages/all.ts';
import type { Language } from './languages/language.ts';

/** The languages' entries that hold words; `code` does not. */
export type WordList = Exclude<keyof Language, 'code'>;

/** All languages' words of one kind, folded, longest first so that the longest one is found. */
export function wordsOf(list: WordList): readonly string[] {
  const all = languages.flatMap((language) => language[list].split('|').map(fold));
  return [...new Set(all)].filter((word) => word !== '').sort((a, b) => b.length - a.length);
}

/**
 * One expression for any of the words, whole words only. Scripts that write without spaces have no word ends to look for.
 * Alternatives are literal, so a test is linear in the text.
 */
export function anyOf(words: readonly string[], flags = 'u'): RegExp {
  const spaced = words.filter((word) => !unspaced.test(word)).map(escaped);
  const joined = words.filter((word) => unspaced.test(word)).map(escaped);
  const whole = `(?<![\\p{L}\\p{N}])(?:${spaced.join('|')})(?![\\p{L}\\p{N}])`;
  return new RegExp(joined.length === 0 ? whole : `${whole}|${joined.join('|')}`, flags);
}

/** Chinese, Japanese, Korean (whose particles stick to the name before) and Thai. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
