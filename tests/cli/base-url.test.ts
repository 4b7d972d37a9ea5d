import { describe, expect, test } from '@jest/globals';
import { baseUrlOf } from '../../lib/cli/base-url.ts';

describe('the public address of the doors', () => {
  test.each([
    ['https://cards.example.org', 'https://cards.example.org'],
    ['https://Cards.example.org/', 'https://cards.example.org'],
    ['https://cards.example.org:8443', 'https://cards.example.org:8443'],
  ])('%s', (written, url) => {
    expect(baseUrlOf(written, false)).toBe(url);
  });

  test.each([
    'cards.example.org',
    'http://cards.example.org',
    'ftp://cards.example.org',
    'https://cards.example.org/dev',
    'https://cards.example.org/?x',
    'https://me:pw@cards.example.org',
  ])('not %s', (written) => {
    expect(() => baseUrlOf(written, false)).toThrow('https:// and a host with nothing after it');
  });

  test('may be plain http on the local stack alone', () => {
    expect(baseUrlOf('http://127.0.0.1:4100', true)).toBe('http://127.0.0.1:4100');
  });

  test('is asked for when nobody knows it', () => {
    expect(() => baseUrlOf(undefined, false)).toThrow('give --url or set CARDWIRE_URL');
  });
});
