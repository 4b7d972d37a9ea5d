import { describe, expect, test } from '@jest/globals';
import { parseMail } from '../../../../lib/channels/email/read/parse.ts';
import { multipart, usualMail } from './raw-mail.ts';

const nameOf = (...header: readonly string[]) =>
  parseMail(multipart('mixed', [...header, '', 'x'])).attachments[0]?.name;

describe('the name of a file', () => {
  test.each([
    ['filename="a b.pdf"', 'a b.pdf'],
    ['filename=plain.pdf', 'plain.pdf'],
    ['filename="say \\"hi\\".pdf"', 'say _hi_.pdf'],
    ["filename*=utf-8''%e2%82%ac%20rates.pdf", '€ rates.pdf'],
    ['filename*0*=utf-8\'\'%e2%82; filename*1*=%ac; filename*2=" rates.pdf"', '€ rates.pdf'],
    ['filename*0="very long "; filename*1="name.pdf"', 'very long name.pdf'],
    ["filename*=iso-8859-1'de'Gr%FC%DFe.pdf; filename=fallback.pdf", 'Grüße.pdf'],
    ['filename="=?utf-8?Q?Gr=C3=BC=C3=9Fe.pdf?="', 'Grüße.pdf'],
    ['filename="Gr\xC3\xBC\xC3\x9Fe.pdf"', 'Grüße.pdf'],
    ['filename="Gr\xFC\xDFe.pdf"', 'Grüße.pdf'],
    ['filename="../../etc/passwd"', 'passwd'],
    ['filename="C:\\\\Users\\\\tom\\\\a.txt"', 'a.txt'],
    ['filename="virus.exe. . "', 'virus.exe'],
    ["filename*=utf-8''pdf%E2%80%AEexe.pdf%0D%0A", 'pdfexe.pdf'],
    ['filename=Invoice(1).pdf', 'Invoice(1).pdf'],
  ])('%s', (parameters, name) => {
    expect(nameOf('Content-Type: application/pdf', `Content-Disposition: attachment; ${parameters}`)).toBe(
      name,
    );
  });

  test('is found in Content-Type too, or made up', () => {
    expect(nameOf('Content-Type: application/pdf; name=a.pdf')).toBe('a.pdf');
    expect(nameOf('Content-Type: image/jpeg')).toBe('image-1.jpg');
    expect(nameOf('Content-Type: application/octet-stream')).toBe('file-1');
    expect(nameOf('Content-Type: text/calendar')).toBe('invitation-1.ics');
  });

  test('keeps its ending when it is cut', () => {
    const name = nameOf(`Content-Type: application/pdf; name="${'long '.repeat(100)}.pdf"`) ?? '';
    expect([name.length, name.endsWith('.pdf')]).toEqual([120, true]);
  });
});

test('signed mail is read, its signature is a part like any other', () => {
  const mail = parseMail(
    multipart(
      'signed; micalg=pgp-sha256; protocol="application/pgp-signature"; boundary=b',
      ['Content-Type: text/plain', '', 'signed words'],
      ['Content-Type: application/pgp-signature', '', '-----BEGIN PGP SIGNATURE-----'],
    ),
  );
  expect(mail).toMatchObject({ text: 'signed words', signed: true, encrypted: false });
});

test('text that is signed in place loses its armour, not a word', () => {
  const text = [
    '-----BEGIN PGP SIGNED MESSAGE-----',
    'Hash: SHA256',
    '',
    'My words',
    '- -- ',
    'Tom',
    '-----BEGIN PGP SIGNATURE-----',
    '',
    'iQEzBAEB',
    '-----END PGP SIGNATURE-----',
  ];
  expect(parseMail(usualMail([], text))).toMatchObject({ text: 'My words\n-- \nTom', signed: true });
});

test.each([
  [
    'PGP/MIME',
    multipart(
      'encrypted; protocol="application/pgp-encrypted"; boundary=b',
      ['Content-Type: application/pgp-encrypted', '', 'Version: 1'],
      ['Content-Type: application/octet-stream', '', '-----BEGIN PGP MESSAGE-----'],
    ),
  ],
  ['PGP in the text', usualMail([], ['-----BEGIN PGP MESSAGE-----', '', 'hQEM'])],
  ['S/MIME', usualMail(['Content-Type: application/pkcs7-mime; smime-type=enveloped-data'], 'x')],
  ['old S/MIME', usualMail(['Content-Type: application/x-pkcs7-mime; name=smime.p7m'], 'x')],
])('%s is known as encrypted', (_, raw) => {
  expect(parseMail(raw).encrypted).toBe(true);
});
