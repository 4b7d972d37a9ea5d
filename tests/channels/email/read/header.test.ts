import { describe, expect, test } from '@jest/globals';
import { parseMail } from '../../../../lib/channels/email/read/parse.ts';
import { rawMail, usualMail } from './raw-mail.ts';

const subjectOf = (value: string) => parseMail(usualMail([`Subject: ${value}`])).subject;

describe('a subject', () => {
  test.each([
    ['plain words', 'plain words'],
    ['=?utf-8?Q?Gr=C3=BC=C3=9Fe_an?= alle', 'Grüße an alle'],
    ['=?UTF-8?B?R3LDvMOfZQ==?=', 'Grüße'],
    ['=?iso-8859-1?Q?it=92s?=', 'it’s'],
    ['=?ks_c_5601-1987?B?vsiz5w==?=', '안녕'],
    ['=?iso-2022-jp?B?GyRCJDMkcxsoQg==?=', 'こん'],
    ['=?ISO-2022-JP?B?GyRCJUYlOSVIGyhC?= =?ISO-2022-JP?B?GyRCJUYlOSVIGyhC?=', 'テストテスト'],
    ['=?x-unknown?Q?=FC?=', 'ü'],
    ['=?utf-8*de?Q?=C3=BC?=', 'ü'],
    ['=?utf-8?Q?one?= =?utf-8?Q?_two?=', 'one two'],
    ['=?utf-8?Q?one?= and =?utf-8?Q?two?=', 'one and two'],
    ['a =?utf-8?Q?broken', 'a =?utf-8?Q?broken'],
    ['=?utf-8?Q?100=25_=zz?=', '100% =zz'],
  ])('%s', (written, read) => {
    expect(subjectOf(written)).toBe(read);
  });

  test('a character cut in two by two words, in either encoding', () => {
    expect(subjectOf('=?utf-8?Q?=E2=82?= =?utf-8?Q?=AC?=')).toBe('€');
    expect(subjectOf('=?utf-8?B?4oI=?=\r\n =?utf-8?B?rA==?=')).toBe('€');
    expect(subjectOf('=?utf-8?B?4oI=?= =?utf-8?Q?=AC_5?=')).toBe('€ 5');
  });

  test('folds are no text', () => {
    expect(subjectOf('one\r\n two\r\n\tthree')).toBe('one two three');
  });

  test('line breaks, NUL and turned text from encoded words are gone (no header of ours can be broken open)', () => {
    expect(subjectOf('=?utf-8?Q?a=0D=0ABcc:_x=40y.z?=')).toBe('a Bcc: x@y.z');
    expect(subjectOf('=?utf-8?Q?a=00b=E2=80=AEc=E2=81=A6d?=')).toBe('abcd');
    expect(subjectOf('=?utf-8?Q?a=E2=80=A8b=C2=85c?=')).toBe('a b c');
  });

  test('raw foreign bytes: UTF-8, else the charset of the mail, else windows-1252', () => {
    const raw = (subject: string, type: string) =>
      parseMail(usualMail([`Subject: ${subject}`, `Content-Type: ${type}`])).subject;
    expect(raw('Gr\xC3\xBC\xC3\x9Fe', 'text/plain')).toBe('Grüße');
    expect(raw('\xF0\xD2\xC9\xD7\xC5\xD4', 'text/plain; charset=koi8-r')).toBe('Привет');
    expect(raw('Gr\xFC\xDFe', 'text/plain')).toBe('Grüße');
    expect(raw('\x1B$B$3$s\x1B(B', 'text/plain')).toBe('こん');
    expect(raw('1+AOQ-', 'text/plain; charset=utf-7')).toBe('1+AOQ-');
  });

  test('is empty where there is none', () => {
    expect(parseMail(rawMail(['From: a@example.org'])).subject).toBe('');
  });
});

describe('people', () => {
  const fromOf = (value: string) => parseMail(usualMail([`From: ${value}`])).from;

  test.each([
    ['Tom <Tom@Example.ORG>', 'tom@example.org', 'Tom'],
    ['tom@example.org (Tom)', 'tom@example.org', 'Tom'],
    ['"Miller, Tom" <tom@example.org>', 'tom@example.org', 'Miller, Tom'],
    ['=?utf-8?Q?Zo=C3=AB?= <zoe@example.org>', 'zoe@example.org', 'Zoë'],
    ['=?gb2312?B?xOO6ww==?= <li@example.org>', 'li@example.org', '你好'],
    ['Tom <tom@xn--mnchen-3ya.example>', 'tom@xn--mnchen-3ya.example', 'Tom'],
    ['Tom <tom@m\xC3\xBCnchen.example>', 'tom@xn--mnchen-3ya.example', 'Tom'],
  ])('%s', (written, address, name) => {
    expect(fromOf(written)).toEqual([{ address, name }]);
  });

  test('a name can hold no second address', () => {
    expect(
      fromOf('=?utf-8?Q?boss=40example.org,_=22x=22_=3Cceo=40example.org=3E?= <tom@example.org>'),
    ).toEqual([{ address: 'tom@example.org', name: 'boss@example.org, "x" <ceo@example.org>' }]);
    expect(fromOf('=?utf-8?Q?a=0D=0AFrom:_b?= <tom@example.org>')[0]?.name).toBe('a From: b');
  });

  test('what is no address has none', () => {
    for (const written of ['Tom', 'tom@', '@example.org', 'tom@localhost', '<>', 'tom@exa mple.org']) {
      expect(fromOf(written).map(({ address }) => address)).not.toContain('tom@example.org');
      expect(fromOf(written).every(({ address }) => address === '')).toBe(true);
    }
  });

  test('From fields are counted however they are written', () => {
    const count = (...header: string[]) =>
      parseMail(rawMail([...header, 'Subject: x'], 'From: body@example.org')).fromFields;
    expect(count()).toBe(0);
    expect(count('From: a@example.org')).toBe(1);
    expect(count('From: a@example.org', 'From: b@example.org')).toBe(2);
    expect(count('from : a@example.org', 'FROM:b@example.org')).toBe(2);
    expect(count('From: a@example.org', 'X-A: b\rFrom: b@example.org')).toBe(2);
    expect(count('From: a@example.org', 'X-A: b', ' From: b@example.org')).toBe(1);
    expect(count('From a@example.org Fri Nov 20 10:00:00 2026', 'From: a@example.org')).toBe(1);
  });
});

test('ids come without brackets, folds and comments', () => {
  const mail = parseMail(
    usualMail([
      'Message-ID:  <One@Example.org> (x)',
      'In-Reply-To: Your message of Friday <two@example.org>',
      'References: <two@example.org>\r\n\t<three@\r\n example.org> four@example.org',
    ]),
  );
  expect(mail).toMatchObject({
    messageId: 'One@Example.org',
    inReplyTo: 'two@example.org',
    references: ['two@example.org', 'three@example.org'],
  });
  expect(parseMail(usualMail(['Message-ID: a@b'])).messageId).toBe('a@b');
  const many = Array.from({ length: 1000 }, (_, at) => `<${at}@x>`).join(' ');
  const { references } = parseMail(usualMail([`References: ${many}`]));
  expect([references.length, references[0], references.at(-1)]).toEqual([200, '0@x', '999@x']);
});

test('a date is a moment, or absent', () => {
  const dateOf = (value: string) => parseMail(usualMail([`Date: ${value}`])).date?.toISOString();
  expect(dateOf('Fri, 20 Nov 2026 11:15:00 +0100')).toBe('2026-11-20T10:15:00.000Z');
  expect(dateOf('20 Nov 2026 11:15 +0100 (CET)')).toBe('2026-11-20T10:15:00.000Z');
  expect(dateOf('whenever')).toBeUndefined();
});
