import { expect, test } from '@jest/globals';
import { spellOptions } from '../../lib/dispatch/input/spell-options.ts';

test.each<[string, Record<string, string>, string]>([
  ['boards', {}, 'boards'],
  ['move', { card: '#42', column: 'To do' }, 'move card:#42 column:To do'],
  [
    'create',
    { description: 'It drips.\nA lot.', title: 'Pump', text: '1\n2' },
    'create title:Pump\nIt drips.\nA lot.\n1\n2',
  ],
  ['link', { code: 'K7QF-2MXD-9TRA', board: 'ops' }, 'link board:ops'],
])('%s %j is given back as a text, but for a code', (verb, options, text) => {
  expect(spellOptions({ by: 'options', verb, options })).toBe(text);
});
