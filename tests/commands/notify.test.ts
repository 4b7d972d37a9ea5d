import { expect, test } from '@jest/globals';
import { read, refusal } from './reading.ts';

const card = { by: 'number', number: 42 };

test.each([
  ['Fix the pump notify:Me@Example.org', 'me@example.org'],
  ['notify:me@example.org Fix the pump', 'me@example.org'],
  ['Fix the pump melde:me+x@mail.example.org.', 'me+x@mail.example.org'],
  ['Fix the pump notify:<mailto:me@example.org|me@example.org>', 'me@example.org'],
  ['Fix the pump notify:mailto:me@example.org', 'me@example.org'],
  ['Fix the pump notify:<me@example.org>,', 'me@example.org'],
  ['Fix the pump notify:me@example.org!!', 'me@example.org'],
])('%j tells an address', (text, notify) => {
  expect(read(text)).toMatchObject({ verb: 'create', title: 'Fix the pump', notify });
});

test.each(['Please notify: tom', 'notify the neighbours', 'Say "notify:me@example.org" twice'])(
  '%j is a title',
  (text) => {
    expect(read(text)).toMatchObject({ verb: 'create', title: text });
  },
);

test('a card can be followed by an address', () => {
  expect(read('follow #42 notify:me@example.org')).toEqual({
    verb: 'follow',
    card,
    here: false,
    notify: 'me@example.org',
  });
});

test.each([
  'Fix it notify:me',
  'Fix it notify:@tom',
  'Fix it notify:me@localhost',
  'Fix it notify:a@b@example.org',
  'Fix it notify:m<e@example.org',
  'Fix it notify:me@-example.org',
  'Fix it notify:me@example.o',
  `Fix it notify:${'x'.repeat(65)}@example.org`,
  'follow #42 notify:me',
])('%j is refused, with the text given back', (text) => {
  expect(refusal(text)).toMatchObject({ key: 'notify-unclear', text, value: text.split('notify:')[1] });
});
