import { expect, test } from '@jest/globals';
import { readCardRef } from '../../lib/commands/card-ref.ts';

const boards = ['ops', 'web-shop'];
const link = 'https://b.example/c';

test.each([
  ['#42', { number: 42 }, ''],
  ['42 Doing', { number: 42 }, 'Doing'],
  ['#0042:  a\n b ', { number: 42 }, 'a\n b'],
  ['#42, please', { number: 42 }, 'please'],
  ['#42...', { number: 42 }, ''],
  ['#123456789', { number: 123_456_789 }, ''],
  ['OPS-42 Doing', { number: 42, board: 'ops' }, 'Doing'],
  ['ops-007: x', { number: 7, board: 'ops' }, 'x'],
  ['web-shop-7', { number: 7, board: 'web-shop' }, ''],
])('%j begins with the card %j', (text, card, rest) => {
  expect(readCardRef(text, boards)).toEqual({ card: { by: 'number', ...card }, rest });
});

test.each([
  [`${link} a`, link, 'a'],
  [`${link}, a`, link, 'a'],
  [`${link}/(x)?y=1#z.`, `${link}/(x)?y=1#z`, ''],
  ['HTTP://b/c', 'HTTP://b/c', ''],
  [`<${link}>: a`, link, 'a'],
  [`<${link}|Fix the <pump> a`, link, 'a'],
  [`<${link}|>`, link, ''],
  [`[Fix [the] pump](${link}) a`, undefined, ''],
  [`[Fix (the) pump](${link}). a`, link, 'a'],
  [`[](${link})`, link, ''],
  [`[${'x'.repeat(1100)}](${link})`, link, ''],
  [`[${'x'.repeat(1101)}](${link})`, undefined, ''],
])('%j begins with the link %j', (text, found, rest) => {
  const expected = found === undefined ? undefined : { card: { by: 'link', link: found }, rest };
  expect(readCardRef(text, boards)).toEqual(expected);
});

test.each([
  ...['', ' #42', 'a #42', '#', '#0', '0', '-42', '##42', '#42a', '#42-a', '#1234567890', '42€'],
  ...['covid-19', 'ops-', 'ops-0', 'ops-42a', 'ops42', 'ops--42', '-ops-42', 'ops-1234567890', 'shop-7'],
  ...[
    'ftp://b/c',
    'https://',
    'https://.,',
    `x${link}`,
    '<https://',
    `<${link}`,
    `[a]${link}`,
    `[a](${link}`,
  ],
  `[a\nb](${link})`,
])('%j begins with no card', (text) => {
  expect(readCardRef(text, boards)).toBeUndefined();
});
