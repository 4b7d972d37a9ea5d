import { readCode } from '../domain/code.ts';
import type { Command } from '../domain/command.ts';
import { boardNamed } from './board-mark.ts';
import { nearest } from './nearest.ts';
import { misread, type Reading } from './reading.ts';
import { splitWords, unquote } from './split.ts';
import { verbOf, verbWords } from './verbs.ts';

const mineWords = /^(mine|my|me|@me|mein|meine|mir|mich)$/i;
const overdueWords = /^(overdue|late|überfällig|ueberfaellig|überfällige|verspätet)$/i;
const fillers = /^(all|alle|everything|alles|cards|karten|and|und|,)$/i;
/** No column begins with these, sentences do: "list of tools". */
const sentenceWords = /^(of|for|with|the|a|an|every|von|für|mit|der|die|das|aller)$/i;

/**
 * `list`, with `mine`, `overdue` and a column in any order.
 * @throws CardwireError a refusal, when it reads like the title of a card.
 */
export function readList(rest: string, reading: Reading): Command {
  const words = splitWords(rest.replace(/\s+/g, ' ')).map((word) => word.replace(/,$/, ''));
  const is = (pattern: RegExp) => words.some((word) => pattern.test(word));
  const left = words.filter((word) => ![mineWords, overdueWords, fillers].some((known) => known.test(word)));
  if (sentenceWords.test(words[0] ?? '')) {
    throw misread(reading, 'verb-or-title', { verb: 'list', usage: 'list mine' });
  }
  const column = unquote(left.join(' ').replace(/^(?:in|column|spalte):\s*/i, ''));
  const list = { verb: 'list', mine: is(mineWords), overdue: is(overdueWords) } as const;
  return column === '' ? list : { ...list, column };
}

/** `search` and what to look for; quotes around it are left out. */
export function readSearch(rest: string, reading: Reading): Command {
  const text = unquote(rest.replace(/\s+/g, ' '));
  if (text === '') throw misread(reading, 'search-for-what');
  return { verb: 'search', text };
}

/**
 * `help`, alone or about one verb.
 * @throws CardwireError a refusal, for a verb that there is not.
 */
export function readHelp(rest: string, reading: Reading): Command {
  const about = rest
    .toLowerCase()
    .replace(/^\//, '')
    .replace(/[?!.]+$/, '')
    .trim();
  if (about === '' || about === reading.word) return { verb: 'help' };
  const verb = verbOf(about);
  if (verb) return { verb: 'help', about: verb };
  if (/\s/.test(about)) throw misread(reading, 'verb-or-title', { verb: 'help', usage: 'help' });
  const meant = nearest(about, verbWords);
  throw meant
    ? misread(reading, 'help-verb-mistyped', { verb: about, meant })
    : misread(reading, 'help-verb-unknown', { verb: about });
}

/**
 * `boards`, alone.
 * @throws CardwireError a refusal, when it reads like the title of a card.
 */
export function readBoards(rest: string, reading: Reading): Command {
  if (rest !== '') throw misread(reading, 'verb-or-title', { verb: 'boards', usage: 'boards' });
  return { verb: 'boards' };
}

/**
 * `link`, alone or with a code; what is no code is told so where codes are looked up.
 * @throws CardwireError a refusal, when it reads like the title of a card.
 */
export function readLink(rest: string, reading: Reading): Command {
  if (rest === '') return { verb: 'link' };
  if (/\s/.test(rest) && readCode(rest) === undefined) {
    throw misread(reading, 'verb-or-title', { verb: 'link', usage: 'link' });
  }
  return { verb: 'link', code: rest };
}

/**
 * `board` and the name of one; alone it asks which there are.
 * @throws CardwireError a refusal, for a board that there is not, or when it reads like the title of a card.
 */
export function readBoard(rest: string, reading: Reading): Command {
  if (rest === '') return { verb: 'boards' };
  if (/\s/.test(rest)) throw misread(reading, 'verb-or-title', { verb: 'board', usage: 'board ops' });
  return { verb: 'board', board: boardNamed(rest, reading) };
}
