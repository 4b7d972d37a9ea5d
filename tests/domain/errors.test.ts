import { expect, test } from '@jest/globals';
import { CardwireError, hasCode, isRefusal, later, never, refuse } from '../../lib/domain/errors.ts';
import { say } from '../../lib/domain/say.ts';

const busy = new CardwireError('board-busy', { when: 'later', afterMs: 5 });

test('an error carries its code as its message, its retry class, its text and its cause', () => {
  const cause = new TypeError('far side');
  const error = new CardwireError('card-gone', never, say('card-gone'), { cause });
  expect(error).toMatchObject({
    ...{ name: 'CardwireError', message: 'card-gone', code: 'card-gone', cause },
    ...{ retry: { when: 'never' }, say: { key: 'card-gone', values: {} } },
  });
  expect(busy.say).toBeUndefined();
});

test('what a person asked for is refused for good, by the name of the text they get', () => {
  const error = refuse(say('mail-too-large', { limit: 25 }));
  expect(error).toMatchObject({
    ...{ code: 'refused-mail-too-large', retry: { when: 'never' } },
    say: { key: 'mail-too-large', values: { limit: 25 } },
  });
});

test.each([
  ['refused for good', new CardwireError('x', never), true],
  ['to be tried later', new CardwireError('x', later), false],
  ['to be tried at a time', busy, false],
  ['no error of ours', Object.assign(new Error('x'), { retry: never }), false],
  ['nothing', undefined, false],
])('a refusal or not: %s', (_name, error, is) => expect(isRefusal(error)).toBe(is));

test('a failure is known by its code, and only our own ones are', () => {
  expect(hasCode(busy, 'board-busy')).toBe(true);
  expect(hasCode(busy, 'board-away')).toBe(false);
  expect(hasCode(Object.assign(new Error('x'), { code: 'board-busy' }), 'board-busy')).toBe(false);
});
