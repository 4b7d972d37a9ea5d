import { expect, test } from '@jest/globals';
import { parseMail } from '../../../../lib/channels/email/read/parse.ts';
import { rawMail } from './raw-mail.ts';

/** Mails made to break whoever reads them (contract 3.6). That each of these tests ends is half of what it says. */

const header = (type: string, ...more: readonly string[]) => [
  'From: a@example.org',
  'Subject: Hostile',
  `Content-Type: ${type}`,
  ...more,
];

test('2,000 multiparts in one another', () => {
  const nested = Array.from({ length: 2000 }, (_, at) => [
    `--${at}`,
    `Content-Type: multipart/mixed; boundary=${at + 1}`,
    '',
  ]);
  const mail = parseMail(rawMail(header('multipart/mixed; boundary=0'), nested.flat()));
  expect(mail).toMatchObject({ unreadable: 'depth', subject: 'Hostile', attachments: [] });
  expect(mail.from[0]?.address).toBe('a@example.org');
});

test('100,000 parts', () => {
  const parts = Array.from({ length: 100_000 }, () => '--b\r\n\r\nx');
  expect(parseMail(rawMail(header('multipart/mixed; boundary=b'), parts)).unreadable).toBe('parts');
});

test.each([
  ['one field of 5 MB', [`X-A: ${'a'.repeat(5e6)}`]],
  ['700,000 fields', Array.from({ length: 700 }, () => 'X-A: b\r\n'.repeat(1000).trim())],
  ['one field in 1,000,000 folds', [`X-A: b${'\r\n a'.repeat(1e6)}`]],
  ['100,000 recipients', [`To: ${'someone@example.org, '.repeat(1e5)}`]],
])('a header of %s', (_, more) => {
  expect(parseMail(rawMail(header('text/plain', ...more), 'x')).unreadable).toBe('headers');
});

test('a header spread over the parts', () => {
  const part = `--b\r\nX-A: ${'a'.repeat(100_000)}\r\n\r\nx`;
  const parts = Array.from({ length: 20 }, () => part);
  expect(parseMail(rawMail(header('multipart/mixed; boundary=b'), parts)).unreadable).toBe('headers');
});

test('nothing, and no header', () => {
  expect(parseMail(new Uint8Array()).unreadable).toBe('empty');
  expect(parseMail(Buffer.from('\r\n\r\nhello')).unreadable).toBe('empty');
  expect(parseMail(Buffer.from('no colon here\r\n'.repeat(50_000))).unreadable).toBe('empty');
});

test('40 MB in one file: its bytes are there once, the mail’s own are not copied', () => {
  const lines = `${'A'.repeat(76)}\r\n`.repeat(510_000);
  const part = [
    '--b',
    'Content-Type: application/pdf; name=a.pdf',
    'Content-Transfer-Encoding: base64',
    '',
    lines,
  ];
  const raw = rawMail(header('multipart/mixed; boundary=b'), [...part, '--b', '', 'hello', '--b--']);
  const before = process.memoryUsage().arrayBuffers;
  const mail = parseMail(raw);
  expect(raw.length).toBeGreaterThan(39_000_000);
  expect([mail.text, mail.attachments[0]?.bytes.length]).toEqual(['hello', (76 * 510_000 * 3) / 4]);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000);
});

test('40 MB of text: its beginning is read, up to the end of a line', () => {
  const { text = '' } = parseMail(rawMail(header('text/plain'), 'hällo wörld\n'.repeat(3_500_000)));
  expect(text.length).toBeLessThanOrEqual(1024 * 1024);
  expect(text.endsWith('hällo wörld')).toBe(true);
});

test.each([
  ['lines of dashes', '--\n'],
  ['almost boundaries', '--bb\n'],
  ['empty lines', '\n'],
  ['no line at all', '-'],
])('20 MB of %s', (_, unit) => {
  const body = `--b\r\n\r\n${unit.repeat(20_000_000 / unit.length)}`;
  expect(parseMail(rawMail(header('multipart/mixed; boundary=b'), body)).unreadable).toBeUndefined();
});

test.each([
  '<',
  '"',
  '(',
  ',',
  ' ',
  ':',
  '@',
  '=?a?q?',
  '\\',
  ';',
  '>',
  'a ',
  '=?utf-8?B?4oI=?= ',
  '\t',
  '=',
  "*0*=''",
])('header fields full of %j', (unit) => {
  const much = unit.repeat(200_000 / unit.length);
  const fields = ['To', 'Cc', 'Subject', 'References', 'Authentication-Results'].map(
    (name) => `${name}: ${much}`,
  );
  const mail = parseMail(rawMail(header(`text/plain; ${much.slice(0, 50_000)}`, ...fields), 'hello'));
  expect(mail.subject.length).toBeLessThanOrEqual(1000);
});

test.each(['=', '= ', '=\r\n', '=4', ' \r\n', '> ', '>> \n', '-- \n'])('bodies full of %j', (unit) => {
  const body = unit.repeat(1_000_000 / unit.length);
  const quoted = header(
    'text/plain; format=flowed; delsp=yes',
    'Content-Transfer-Encoding: quoted-printable',
  );
  expect(parseMail(rawMail(quoted, body)).unreadable).toBeUndefined();
  expect(parseMail(rawMail(header('text/calendar'), `BEGIN:VEVENT\r\n${body}`)).unreadable).toBeUndefined();
});
