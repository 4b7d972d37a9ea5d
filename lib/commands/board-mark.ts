import { findByName, nearest } from './nearest.ts';
import { misread, type Reading } from './reading.ts';
import { splitFirstLine, splitWords } from './split.ts';

const boardKey = /^board:(.+)$/iu;

/**
 * Takes `board:ops` out of the first line, wherever it stands.
 * @returns the board's name and the text without the mark; no board when there is no mark.
 * @throws CardwireError a refusal, when the team has no such board.
 */
export function takeBoardMark(reading: Reading): { readonly board?: string; readonly text: string } {
  const { first, rest } = splitFirstLine(reading.text);
  const words = splitWords(first);
  const at = words.findIndex((word) => boardKey.test(word));
  const wanted = boardKey.exec(words[at] ?? '')?.[1];
  if (wanted === undefined) return { text: reading.text };
  const board = boardNamed(wanted, reading);
  const line = [...words.slice(0, at), ...words.slice(at + 1)].join(' ');
  return { board, text: rest === '' ? line : `${line}\n${rest}` };
}

/**
 * The team's board that a word means, by its connection's name.
 * @throws CardwireError a refusal with the nearest board and all there are.
 */
export function boardNamed(wanted: string, reading: Reading): string {
  const items = reading.boards.map((name) => ({ name }));
  const found = findByName(wanted, items);
  if (found) return found.name;
  const near = nearest(wanted, reading.boards);
  const values = { board: wanted, boards: reading.boards.join(', ') };
  throw near === undefined
    ? misread(reading, 'no-such-board', values)
    : misread(reading, 'no-such-board-near', { ...values, near });
}
