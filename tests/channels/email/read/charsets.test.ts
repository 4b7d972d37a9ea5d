import { expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import { decodeBytes } from '../../../../lib/channels/email/read/mime/charset.ts';
import { parseMail } from '../../../../lib/channels/email/read/parse.ts';
import { usualMail } from './raw-mail.ts';

/** What mail programs call the charset, the bytes in hexadecimal, and what people read. */
const charsets: readonly (readonly [string, string, string])[] = [
  ['windows-1252', '497492732080203520979385', 'It’s € 5 —“…'],
  ['iso-8859-1', '6974927320e4', 'it’s ä'],
  ['us-ascii', '936f6b94', '“ok”'],
  ['latin1', '80', '€'],
  ['iso-8859-15', 'a4', '€'],
  ['utf-8', 'e282ac20c3a4', '€ ä'],
  ['utf8', 'c3a4', 'ä'],
  ['utf8mb4', 'f09f9880', '😀'],
  ['"utf-8"', 'c3a4', 'ä'],
  ['utf-7', '48692c202b494b772d202b414f512d', 'Hi, € ä'],
  ['cp850', '848194', 'äüö'],
  ['ibm437', '8481', 'äü'],
  ['unknown-8bit', 'e282ac', '€'],
  ['unknown-8bit', '80', '€'],
  ['x-unknown', 'fc', 'ü'],
  ['x-user-defined', 'c3a4', 'ä'],
  ['gb2312', 'c4e3bac3', '你好'],
  ['gbk', '8140', '丂'],
  ['big5', 'a741a66e', '你好'],
  ['ks_c_5601-1987', 'bec8b3e7', '안녕'],
  ['ks_c_5601-1987', '8c63', '똠'],
  ['euc-kr', 'bec8b3e7', '안녕'],
  ['iso-2022-jp', '1b244224332473244b1b2842', 'こんに'],
  ['shift_jis', '82b182f1', 'こん'],
  ['cp932', '8740', '①'],
  ['euc-jp', 'a4b3a4f3', 'こん'],
  ['iso-8859-8-i', 'f9ece5ed', 'שלום'],
  ['windows-1255', 'f9ece5ed', 'שלום'],
  ['windows-1256', 'e3d1cdc8c7', 'مرحبا'],
  ['koi8-r', 'f0d2c9d7c5d4', 'Привет'],
  ['koi8-u', 'f0d2c9d7a6d4', 'Привіт'],
  ['windows-1251', 'cff0e8e2e5f2', 'Привет'],
  ['iso-8859-2', 'b1e6ea', 'ąćę'],
  ['windows-1250', 'b9e6ea', 'ąćę'],
  ['iso-8859-7', 'e3e5e9e1', 'γεια'],
  ['iso-8859-9', 'fdfef0', 'ışğ'],
  ['tis-620', 'cac7d1', 'สวั'],
  ['macintosh', '8a9f8ea5', 'äüé•'],
  ['x-mac-roman', '8a', 'ä'],
  ['utf-16le', '4800e400', 'Hä'],
  ['no-such-charset', 'c3a4', 'ä'],
];

test.each(charsets)('%s %s is %s', (label, hex, text) => {
  expect(decodeBytes(Buffer.from(hex, 'hex'), label)).toBe(text);
});

test.each(charsets.filter(([label]) => label !== 'utf-16le'))(
  'a mail in %s %s says %s',
  (label, hex, text) => {
    const body = Buffer.from(hex, 'hex').toString('latin1');
    expect(parseMail(usualMail([`Content-Type: text/plain; charset=${label}`], body)).text).toBe(text);
    const encoded = Buffer.from(body, 'latin1').toString('base64');
    const mail = usualMail(
      [`Content-Type: text/plain; charset=${label}`, 'Content-Transfer-Encoding: base64'],
      encoded,
    );
    expect(parseMail(mail).text).toBe(text);
  },
);

test('every byte from 80 to 9F of windows-1252 is what Windows shows', () => {
  const bytes = Buffer.from(Array.from({ length: 32 }, (_, at) => 0x80 + at));
  expect(decodeBytes(bytes, 'windows-1252')).toBe(iconv.decode(bytes, 'windows-1252'));
  expect(decodeBytes(bytes, 'iso-8859-1').slice(0, 1)).toBe('€');
});

test('without a label: UTF-8 if it is that, else windows-1252', () => {
  expect(decodeBytes(Buffer.from('ä€😀'))).toBe('ä€😀');
  expect(decodeBytes(Buffer.from('e4f6fc', 'hex'))).toBe('äöü');
});

test('labels lie: UTF-8 under the name of another charset is read as UTF-8', () => {
  for (const label of ['us-ascii', 'iso-8859-1', 'windows-1252', 'windows-1251', 'koi8-r']) {
    expect(decodeBytes(Buffer.from('Grüße für Zoë'), label)).toBe('Grüße für Zoë');
  }
});

test('labels lie: what is declared UTF-8 and is not, is windows-1252', () => {
  expect(decodeBytes(Buffer.from('4772fcdf65', 'hex'), 'utf-8')).toBe('Grüße');
});

test('one broken character does not garble the rest', () => {
  const broken = Buffer.concat([Buffer.from('Grüße für Zoë, schöne Tage'), Buffer.from([0xc3])]);
  expect(decodeBytes(broken, 'utf-8')).toBe('Grüße für Zoë, schöne Tage\uFFFD');
  expect(decodeBytes(broken)).toBe('Grüße für Zoë, schöne Tage\uFFFD');
});

test('no label turns text into something that is no text', () => {
  for (const label of ['hex', 'base64', 'binary', '', ' ', 'x'.repeat(5000), '__proto__', 'constructor']) {
    expect(decodeBytes(Buffer.from('plain'), label)).toBe('plain');
  }
});
