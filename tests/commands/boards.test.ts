import { describe, expect, test } from '@jest/globals';
import { takeBoardMark } from '../../lib/commands/board-mark.ts';
import { CardwireError } from '../../lib/domain/errors.ts';
import type { Say } from '../../lib/domain/say.ts';
import { languages, words } from '../texts/rendering.ts';
import { circumstances, refusal as misread, read } from './reading.ts';

const take = (text: string) => takeBoardMark({ ...circumstances, text });

function sayOf(act: () => unknown): Say {
  try {
    act();
  } catch (error) {
    if (error instanceof CardwireError && error.say) return error.say;
  }
  throw new Error('it was understood');
}

const refusal = (act: () => unknown) => sayOf(act).key;

describe('a board in a command', () => {
  test.each([
    ['board:ops Fix the pump', 'ops', 'Fix the pump'],
    ['Fix the pump board:OPS', 'ops', 'Fix the pump'],
    ['Fix board:web-shop the pump\nboard:ops stays\nhere', 'web-shop', 'Fix the pump\nboard:ops stays\nhere'],
    ['list mine board:web', 'web-shop', 'list mine'],
  ])('%j means %s', (text, board, left) => {
    expect(take(text)).toEqual({ board, text: left });
  });

  test('is none where none is named, and the text stays as it was', () => {
    expect(take('Fix  the   board: it hangs')).toEqual({ text: 'Fix  the   board: it hangs' });
    expect(take('Fix  the keyboard:ops')).toEqual({ text: 'Fix  the keyboard:ops' });
  });

  test('that there is not is refused with those there are', () => {
    expect(refusal(() => take('board:opps Fix'))).toBe('no-such-board-near');
    expect(refusal(() => take('board:garden Fix'))).toBe('no-such-board');
  });

  test('that there is not gives the text back in both languages', () => {
    for (const language of languages) {
      for (const text of ['board:opps Fix the pump', 'board:garden Fix the pump']) {
        expect(
          words(
            sayOf(() => take(text)),
            language,
          ),
        ).toContain(`/card ${text}`);
      }
    }
  });
});

describe('a card on a board', () => {
  test.each([
    ['move OPS-42 Doing', { by: 'number', number: 42, board: 'ops' }],
    ['move web-shop-7 Doing', { by: 'number', number: 7, board: 'web-shop' }],
    ['move #42 Doing', { by: 'number', number: 42 }],
  ])('%s', (text, card) => {
    expect(read(text)).toEqual({ verb: 'move', card, column: 'Doing' });
  });

  test('alone is shown; of a board that there is not, it is a title', () => {
    expect(read('OPS-42')).toEqual({ verb: 'show', card: { by: 'number', number: 42, board: 'ops' } });
    expect(read('COVID-19')).toMatchObject({ verb: 'create', title: 'COVID-19' });
  });
});

describe('the boards', () => {
  test('are shown, and one of them is chosen', () => {
    expect(read('boards')).toEqual({ verb: 'boards' });
    expect(read('board')).toEqual({ verb: 'boards' });
    expect(read('board Web-Shop')).toEqual({ verb: 'board', board: 'web-shop' });
  });

  test('are not taken out of a title', () => {
    expect(refusal(() => read('board meeting on friday'))).toBe('verb-or-title');
    expect(refusal(() => read('boards for the shed'))).toBe('verb-or-title');
    expect(misread('board gardn')).toMatchObject({
      ...{ key: 'no-such-board', board: 'gardn', boards: 'ops, web-shop' },
    });
    expect(misread('board opps')).toMatchObject({ key: 'no-such-board-near', board: 'opps', near: 'ops' });
  });
});
