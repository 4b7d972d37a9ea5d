import { describe, expect, test } from '@jest/globals';
import { readLine } from '../../lib/local/demo/keep/read-line.ts';

const chat = { at: 'chat', who: 'tom', room: undefined };

describe('the prompt understands', () => {
  test.each([
    ['tom /card Fix it', { ...chat, command: '/card Fix it' }],
    ['tom> /card Fix it', { ...chat, command: '/card Fix it' }],
    ['@tom: /card Fix it\\nIt drips', { ...chat, command: '/card Fix it\nIt drips' }],
    ['tom in ~ops-board /card list', { ...chat, room: 'ops-board', command: '/card list' }],
    ['ann clicks Done 1', { at: 'button', who: 'ann', button: 'Done', card: '1', value: '' }],
    ['ann clicks assign me #12', { at: 'button', who: 'ann', button: 'assign me', card: '12', value: '' }],
    [
      'ann clicks Move 1 In review',
      { at: 'button', who: 'ann', button: 'Move', card: '1', value: 'In review' },
    ],
    ['ann fills It is done', { at: 'dialog', who: 'ann', values: {}, text: 'It is done' }],
    ['bob opens Order valves', { at: 'opens', who: 'bob', title: 'Order valves' }],
    ['bob moves #1 In review', { at: 'board', who: 'bob', deed: 'moves', card: '1', rest: 'In review' }],
    ['bob archives 1', { at: 'board', who: 'bob', deed: 'archives', card: '1', rest: '' }],
    ['help', { at: 'prompt', word: 'help' }],
    ['quit', { at: 'prompt', word: 'quit' }],
  ])('%s', (line, typed) => {
    expect(readLine(line)).toEqual(typed);
  });

  test('the fields of a dialog', () => {
    const values = { title: 'Paint the door', column: 'Doing' };
    expect(readLine('ann fills title=Paint the door; column=Doing')).toMatchObject({ at: 'dialog', values });
  });

  test.each(['', 'tom', 'nonsense', 'tom dances', '/card Fix it'])('and not “%s”', (line) => {
    expect(readLine(line)).toBeUndefined();
  });
});
