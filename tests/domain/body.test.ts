import { describe, expect, test } from '@jest/globals';
import { readForm, readJson } from '../../lib/domain/body.ts';
import type { DoorRequest } from '../../lib/domain/door.ts';

const request = (more: Partial<DoorRequest>): DoorRequest => ({
  ...{ method: 'POST', path: '/', headers: {}, query: new URLSearchParams(), body: Buffer.from(''), id: '1' },
  ...more,
});

describe('a body as JSON', () => {
  test.each([
    ['an object', Buffer.from('{"a":"ü"}'), { a: 'ü' }],
    ['behind a byte order mark', Buffer.from('\uFEFF[1]'), [1]],
    ['null', Buffer.from('null'), null],
  ])('is read: %s', (_name, body, value) => expect(readJson(request({ body }))).toEqual(value));

  test.each([
    ['empty', Buffer.from('')],
    ['cut off', Buffer.from('{"a":')],
    ['broken UTF-8 within a string', Buffer.from([0x22, 0xc3, 0x28, 0x22])],
    ['UTF-16', Buffer.from('{}', 'utf16le')],
  ])('is none: %s', (_name, body) => expect(readJson(request({ body }))).toBeUndefined());
});

describe('a form', () => {
  const query = new URLSearchParams('text=from+the+query');

  test('is the body of a POST, repeated keys kept', () => {
    const form = readForm(request({ query, body: Buffer.from('text=a+b&text=%C3%BC') }));
    expect(form.getAll('text')).toEqual(['a b', 'ü']);
  });

  test('is the query of a GET', () => {
    const form = readForm(request({ method: 'GET', query, body: Buffer.from('text=no') }));
    expect(form.get('text')).toBe('from the query');
  });

  test('with one odd byte is still read', () => {
    const body = Buffer.concat([Buffer.from('text=Pump'), Buffer.from([0xff]), Buffer.from('&user=ann')]);
    expect(Object.fromEntries(readForm(request({ body })))).toEqual({ text: 'Pump\uFFFD', user: 'ann' });
  });
});
