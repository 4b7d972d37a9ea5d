import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chooseFiles } from '../../../../lib/channels/email/read/attachments.ts';
import { judgeAutomatic } from '../../../../lib/channels/email/read/automatic.ts';
import { readAttributes, readCommands, readSubject } from '../../../../lib/channels/email/read/mail-lines.ts';
import { parseMail } from '../../../../lib/channels/email/read/parse.ts';
import { judgeSender } from '../../../../lib/channels/email/read/sender.ts';

/** The pieces that mails are made of, in any order and number, between any bytes. */
const piece = fc.oneof(
  fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
  fc.constantFrom(
    '\r\n',
    '\r\n\r\n',
    '\n',
    ' ',
    '--b',
    '--b--',
    '--c',
    '--c--',
    'From: Tom <tom@example.org>',
    'from : x',
    'Subject: =?utf-8?Q?a=0Ab?=',
    'Subject: =?utf-8?B?4oI=?= =?gb2312?B?xOO6ww==?=',
    'Content-Type: multipart/mixed; boundary=b',
    'Content-Type: multipart/alternative; boundary="c"',
    'Content-Type: text/plain; charset=utf-7; format=flowed; delsp=yes',
    'Content-Type: text/html; charset=iso-2022-jp',
    'Content-Type: text/calendar; method=REQUEST',
    'Content-Type: message/rfc822',
    "Content-Disposition: attachment; filename*0*=utf-8''%e2; filename*1*=%82",
    'Content-Transfer-Encoding: base64',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-ID: <x@y>',
    'BEGIN:VEVENT\r\nDTSTART:20261124T100000Z\r\nSUMMARY:x',
    'Authentication-Results: amazonses.com; dkim=pass header.i=@example.org',
    'Auto-Submitted: auto-replied',
    'Due: friday',
  ),
);
const mail = fc.array(piece, { maxLength: 60 }).map((pieces) => Buffer.from(pieces.join(''), 'latin1'));
const rest = { source: 'x@y.example', ownDomains: new Set(['in.example.org']) };
const verdicts = { spam: 'PASS', virus: 'PASS', spf: 'GRAY', dkim: 'PASS', dmarc: 'GRAY' } as const;
// biome-ignore lint/suspicious/noControlCharactersInRegex: none of these may be left.
const unclean = /[\x00-\x1F\x7F-\x9F\u2028\u2029\u202A-\u202E\u2066-\u2069]/;

test('any bytes are read, and what is shown as one line is one clean line', () => {
  fc.assert(
    fc.property(mail, (raw) => {
      const read = parseMail(raw);
      const lines = [
        read.subject,
        ...[...read.from, ...read.to, ...read.cc].flatMap(({ name, address }) => [name, address]),
      ];
      for (const line of [...lines, ...read.attachments.map(({ name }) => name)]) {
        expect(line).not.toMatch(unclean);
        expect(line.isWellFormed()).toBe(true);
      }
      expect(read.text ?? '').not.toMatch(/[\0\r\u202E]/);
      judgeAutomatic(read, rest);
      judgeSender(read, verdicts);
      const { files, dropped } = chooseFiles(read.attachments, { kept: new Set(), cut: new Set() });
      expect(files.length + dropped.length).toBe(read.attachments.length);
    }),
    { numRuns: 3000 },
  );
});

test('reading a mail does not change it, and reads it the same again', () => {
  fc.assert(
    fc.property(mail, (raw) => {
      const before = Buffer.from(raw);
      expect(parseMail(raw)).toEqual(parseMail(before));
      expect(raw.equals(before)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('only a sender with an address is ever named, and only by one From field', () => {
  fc.assert(
    fc.property(mail, (raw) => {
      const read = parseMail(raw);
      const judged = judgeSender(read, { ...verdicts, dmarc: 'PASS' });
      if ('sender' in judged) {
        expect(judged.sender.address).toMatch(/^[^@\s]+@[^@\s]+\.[^@\s]+$/);
        expect(read.fromFields).toBe(1);
      }
    }),
    { numRuns: 1000 },
  );
});

test('lines at the top: what is not taken stays, word for word', () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom('Due: friday', 'done', '', 'Label: a, b', '**Column:** To do', 'move: x'),
  );
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = lines.join('\n');
      expect(text.endsWith(readAttributes(text).rest)).toBe(true);
      expect(text.endsWith(readCommands(text).rest)).toBe(true);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (subject) => {
      const { title } = readSubject(subject);
      expect(title === '' && subject.trim() !== '').toBe(false);
    }),
  );
});
