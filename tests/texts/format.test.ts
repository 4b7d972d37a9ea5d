import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fill, formatDate } from '../../lib/texts/format.ts';

const berlin = {
  language: 'en',
  timezone: 'Europe/Berlin',
  escape: (text: string, within: string) => `<${within}:${text}>`,
  now: new Date('2026-11-20T10:00:00Z'),
} as const;

describe('fill', () => {
  test('escapes what people wrote, by where it stands, and leaves links and numbers alone', () => {
    const template = '**{who}** moved [#{number}]({url}) `{who}`\n```\n{who}\n```\n{who}';
    expect(fill(template, { who: '*Tom*', number: 1042, url: 'https://b/c_d' }, berlin)).toBe(
      '**<text:*Tom*>** moved [#1042](https://b/c_d) `<code:*Tom*>`\n```\n<code:*Tom*>\n```\n<text:*Tom*>',
    );
  });

  test('a value is never a template', () => {
    expect(fill('{a} {b}', { a: '{b} $& $1', b: 'B' }, { ...berlin, escape: (text) => text })).toBe(
      '{b} $& $1 B',
    );
  });

  test('a name without a value stays', () => {
    expect(fill('{a} {toString}', {}, berlin)).toBe('{a} {toString}');
  });

  test('every string goes through the escape', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(fill('x{a}y', { a: text }, { ...berlin, escape: () => '!' })).toBe('x!y');
      }),
    );
  });
});

describe('formatDate', () => {
  const at = (iso: string, changed = {}) => formatDate(new Date(iso), { ...berlin, ...changed });

  test('shows day and time on the team’s clock, in its language', () => {
    expect(at('2026-11-27T13:00:00Z')).toBe('Fri 27 Nov, 14:00');
    expect(at('2026-11-27T13:00:00Z', { language: 'de' })).toBe('Fr 27. Nov., 14:00');
    expect(at('2026-07-01T12:00:00Z', { timezone: 'America/New_York' })).toBe('Wed 1 Jul, 08:00');
    expect(at('2026-11-27T23:05:00Z', { language: 'de' })).toBe('Sa 28. Nov., 00:05');
  });

  test('the end of a day is that day', () => {
    expect(at('2026-11-27T22:59:00Z')).toBe('Fri 27 Nov');
    expect(at('2026-11-27T22:59:00Z', { language: 'de' })).toBe('Fr 27. Nov.');
  });

  test('another year is named', () => {
    expect(at('2027-01-01T13:00:00Z')).toBe('Fri 1 Jan 2027, 14:00');
    expect(at('2027-01-01T22:59:00Z', { language: 'de' })).toBe('Fr 1. Jan. 2027');
    expect(at('2026-12-31T23:30:00Z')).toBe('Fri 1 Jan 2027, 00:30');
  });

  test('no date at all does not break the text around it', () => {
    expect(at('never')).toBe('–');
  });
});
