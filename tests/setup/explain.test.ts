import { describe, expect, test } from '@jest/globals';
import { CardwireError, later, never } from '../../lib/domain/errors.ts';
import { say } from '../../lib/domain/say.ts';
import { explain, SetupProblem } from '../../lib/setup/explain.ts';

describe('what an operator is told', () => {
  test.each([
    [new SetupProblem('do this'), 'do this'],
    [
      new CardwireError('wekan-unauthorized', never),
      /^the credential was refused: .* \(wekan-unauthorized\)$/,
    ],
    [new CardwireError('secret-unreadable', never), /^the stored secrets need the CARDWIRE_KEY/],
    [new CardwireError('http-timeout', later), /^no answer within 8 seconds/],
    [
      new CardwireError('wekan-sign-in', never, say('board-sign-in-refused')),
      /^the board refuses this user and password: check/,
    ],
    [new CardwireError('wekan-odd', never), 'it failed (wekan-odd)'],
    [new CardwireError('x', never, say('not-found', { card: '#1\u001b[31m' })), /^I do not find #1 \[31m\. /],
  ])('%p', (error, text) => {
    expect(explain(error)).toEqual(typeof text === 'string' ? text : expect.stringMatching(text));
  });

  test('errors that are not ours go up as they are', () => {
    const error = new TypeError('secret');
    expect(() => explain(error)).toThrow(error);
  });
});
