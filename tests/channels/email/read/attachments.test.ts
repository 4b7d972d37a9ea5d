import { describe, expect, test } from '@jest/globals';
import { chooseFiles, fileLimits } from '../../../../lib/channels/email/read/attachments.ts';
import { isDangerous } from '../../../../lib/channels/email/read/dangerous.ts';
import type { MailFile } from '../../../../lib/channels/email/read/mail.ts';

const nothing = { kept: new Set<string>(), cut: new Set<string>() };
let made = 0;
const file = (name: string, more: Partial<MailFile> = {}): MailFile => ({
  name,
  mediaType: 'application/octet-stream',
  disposition: 'attachment',
  bytes: Buffer.from(`content ${made++}`),
  ...more,
});
const picture = (contentId: string, size: number, more: Partial<MailFile> = {}): MailFile =>
  file(`${contentId}.png`, {
    mediaType: 'image/png',
    disposition: 'inline',
    contentId,
    bytes: Buffer.alloc(size, contentId),
    ...more,
  });

const whyOf = (one: MailFile, seen = nothing) => chooseFiles([one], seen).dropped[0]?.why;
const bytes = (latin1: string) => Buffer.from(latin1.padEnd(64, '\0'), 'latin1');

describe('a dangerous file is named, not attached', () => {
  test.each([
    'virus.exe',
    'a.DLL',
    'a.js',
    'a.vbs',
    'a.lnk',
    'a.msi',
    'a.scr',
    'a.ps1',
    'a.bat',
    'a.hta',
    'a.iso',
    'report.docm',
    'a.xlsm',
    'photo.jpg.exe',
    'a.jar',
    'a.url',
  ])('%s', (name) => {
    expect(chooseFiles([file(name)], nothing)).toEqual({
      files: [],
      dropped: [{ name, why: 'dangerous', told: true }],
    });
  });

  test.each([
    ['a program of Windows', bytes('MZ\x90\0\x03')],
    ['a program of Linux', bytes('\x7FELF\x02')],
    ['a program of a Mac', bytes('\xCF\xFA\xED\xFE')],
    ['a script', bytes('#!/bin/sh\n')],
    ['a shortcut', bytes('L\0\0\0\x01\x14\x02\0')],
    ['compiled help', bytes('ITSF\x03')],
    ['a link', bytes('[InternetShortcut]\r\nURL=')],
  ])('%s under another name', (_, content) => {
    expect(whyOf(file('harmless.pdf', { bytes: content }))).toBe('dangerous');
  });

  test('an installer, by the class in its directory; an Office document of the same format is none', () => {
    const compound = (rootClass: string) => {
      const content = Buffer.alloc(2048);
      content.write('d0cf11e0a1b11ae1', 'hex');
      content.writeUInt16LE(9, 30);
      content.writeUInt32LE(1, 48);
      content.write(rootClass, 1024 + 80, 'hex');
      return content;
    };
    expect(isDangerous('a.doc', compound('84100c0000000000c000000000000046'))).toBe(true);
    expect(isDangerous('a.doc', compound('0609020000000000c000000000000046'))).toBe(false);
    expect(isDangerous('a.doc', compound('84100c0000000000c000000000000046').subarray(0, 520))).toBe(false);
  });

  test('what only looks a little like it is attached', () => {
    const names = ['a.pdf', 'a.docx', 'a.zip', 'a.7z', 'notes', 'exe', 'mail.eml', 'a.tar.gz'];
    expect(
      chooseFiles(
        names.map((name) => file(name)),
        nothing,
      ).files.map(({ name }) => name),
    ).toEqual(names.filter((name) => name !== 'exe'));
    expect(whyOf(file('table.csv', { bytes: Buffer.from('MZ;Name\n1;Tom') }))).toBeUndefined();
  });
});

describe('limits', () => {
  const limits = { bytes: 100, count: 2, bytesTogether: 150 };

  test('one too large, too many, too much together: each named', () => {
    const sized = (name: string, size: number) => file(name, { bytes: Buffer.alloc(size, name) });
    const choose = (...files: MailFile[]) => chooseFiles(files, nothing, limits);
    expect(choose(sized('a', 101), sized('b', 100)).dropped).toEqual([
      { name: 'a', why: 'too-large', told: true },
    ]);
    expect(choose(sized('a', 90), sized('b', 90), sized('c', 50)).dropped).toEqual([
      { name: 'b', why: 'too-much', told: true },
    ]);
    expect(choose(sized('a', 1), sized('b', 1), sized('c', 1)).dropped).toEqual([
      { name: 'c', why: 'too-many', told: true },
    ]);
  });

  test('are 10 MiB a file and 20 files', () => {
    expect(fileLimits).toMatchObject({ bytes: 10_485_760, count: 20 });
  });
});

describe('what nobody sent as a file is left out silently', () => {
  test.each([
    ['signature', file('signature.asc', { mediaType: 'application/pgp-signature' })],
    ['signature', file('smime.p7s', { mediaType: 'application/pkcs7-signature' })],
    ['outlook-data', file('winmail.dat', { mediaType: 'application/ms-tnef' })],
    ['contact-card', file('tom.vcf', { mediaType: 'text/x-vcard' })],
    ['empty', file('empty.txt', { bytes: Buffer.alloc(0) })],
  ])('%s', (why, one) => {
    expect(chooseFiles([one], nothing).dropped).toEqual([{ name: one.name, why, told: false }]);
  });

  test('logos: cut off, or small and in no text', () => {
    expect(whyOf(picture('logo', 9000), { kept: new Set(), cut: new Set(['logo']) })).toBe('decoration');
    expect(whyOf(picture('logo', 900))).toBe('decoration');
    expect(whyOf(picture('shot', 900), { kept: new Set(['shot']), cut: new Set(['shot']) })).toBeUndefined();
    expect(whyOf(picture('shot', 90_000))).toBeUndefined();
    expect(whyOf(picture('small', 900, { disposition: 'attachment' }))).toBeUndefined();
  });

  test('counting pixels, even where they stand in the text', () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
    const gif = Buffer.from('47494638396101000100800000', 'hex');
    const kept = { kept: new Set(['x']), cut: new Set<string>() };
    expect(whyOf(picture('x', 0, { bytes: png }), kept)).toBe('decoration');
    expect(whyOf(picture('x', 0, { bytes: gif }), kept)).toBe('decoration');
  });

  test('the same file twice, and a picture that the card has already', () => {
    const [one, two] = [picture('a', 9000), picture('b', 0, { bytes: picture('a', 9000).bytes })];
    const { files, dropped } = chooseFiles([one, two], nothing);
    expect(dropped).toEqual([{ name: 'b.png', why: 'repeated', told: false }]);
    const known = new Set(files.map(({ sha256 }) => sha256));
    expect(chooseFiles([one], nothing, fileLimits, known).dropped[0]?.why).toBe('repeated');
  });
});
