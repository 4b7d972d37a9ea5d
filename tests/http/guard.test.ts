import { describe, expect, test } from '@jest/globals';
import { ADDRESS_REFUSED, guardedLookup, isCallable, type Resolve } from '../../lib/http/guard.ts';

/** A resolver that knows one answer. */
function resolver(...addresses: string[]): Resolve {
  const answers = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  const resolve = (_name: string, _options: unknown, callback: (e: null, a: typeof answers) => void) =>
    callback(null, answers);
  return resolve as unknown as Resolve;
}

function lookUp(resolve: Resolve, all: boolean): Promise<unknown> {
  return new Promise((done) => {
    guardedLookup(resolve)('board.example.org', { all }, (error, address) => done(error?.code ?? address));
  });
}

describe('a guarded look-up', () => {
  test('gives the addresses it has checked, in the form that is asked for', async () => {
    const resolve = resolver('93.184.216.34', '2a01:4f8::1');
    expect(await lookUp(resolve, false)).toBe('93.184.216.34');
    expect(await lookUp(resolve, true)).toEqual([
      { address: '93.184.216.34', family: 4 },
      { address: '2a01:4f8::1', family: 6 },
    ]);
  });

  test('fails when any one address is private', async () => {
    expect(await lookUp(resolver('93.184.216.34', '::ffff:10.0.0.1'), true)).toBe(ADDRESS_REFUSED);
    expect(await lookUp(resolver('169.254.169.254'), false)).toBe(ADDRESS_REFUSED);
    expect(await lookUp(resolver(), true)).toBe(ADDRESS_REFUSED);
  });
});

describe('a URL', () => {
  const refused = [
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:169.254.169.254]/',
    'http://user:secret@example.org/',
    'file:///etc/passwd',
    'gopher://example.org/',
    'example.org',
    '',
  ];
  test.each(refused)('is not callable: %s', (url) => {
    expect(isCallable(url, false)).toBe(false);
  });

  test('with a name or a public address is callable', () => {
    expect(isCallable('https://board.example.org/api', false)).toBe(true);
    expect(isCallable('http://93.184.216.34:8080/', false)).toBe(true);
  });

  test('of a private network is callable when the team says so, other schemes never', () => {
    expect(isCallable('http://127.0.0.1:8080/', true)).toBe(true);
    expect(isCallable('file:///etc/passwd', true)).toBe(false);
  });
});
