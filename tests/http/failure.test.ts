import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { failure, retryAfter } from '../../lib/http/failure.ts';

const now = Date.parse('2026-11-20T12:00:00Z');
const of = (status: number, after?: string) =>
  failure('wekan', { status, headers: after === undefined ? {} : { 'retry-after': after } }, now);

describe('a failed answer', () => {
  test.each([
    [429, 'wekan-busy', 'later'],
    [503, 'wekan-unavailable', 'later'],
    [500, 'wekan-unavailable', 'later'],
    [408, 'wekan-unavailable', 'later'],
    [401, 'wekan-unauthorized', 'never'],
    [403, 'wekan-forbidden', 'never'],
    [404, 'wekan-not-found', 'never'],
    [400, 'wekan-rejected', 'never'],
    [301, 'wekan-redirected', 'never'],
  ])('of status %i is %s and tried again %s', (status, code, when) => {
    expect(of(status)).toMatchObject({ code, retry: { when } });
  });

  test('says how long to wait, in seconds or as a date, and never more than half an hour', () => {
    expect(of(429, '30').retry).toEqual({ when: 'later', afterMs: 30_000 });
    expect(of(503, 'Fri, 20 Nov 2026 12:01:00 GMT').retry).toEqual({ when: 'later', afterMs: 60_000 });
    expect(of(429, '86400').retry).toEqual({ when: 'later', afterMs: 1_800_000 });
    expect(of(429, 'Fri, 20 Nov 2026 11:00:00 GMT').retry).toEqual({ when: 'later', afterMs: 0 });
    expect(of(429, 'soon').retry).toEqual({ when: 'later' });
    expect(of(400, '30').retry).toEqual({ when: 'never' });
  });

  test('never asks for a wait that is not a sane number', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const wait = retryAfter(text, now) ?? 0;
        expect(wait >= 0 && wait <= 1_800_000).toBe(true);
      }),
    );
  });
});
