import { describe, expect, test } from '@jest/globals';
import { parseMail } from '../../../../lib/channels/email/read/parse.ts';
import { multipart, usualMail } from './raw-mail.ts';

const plain = (text: string) => ['Content-Type: text/plain', '', text];
const html = (text: string) => ['Content-Type: text/html', '', text];
const inner = (type: string, ...parts: readonly (readonly string[])[]) => [
  `Content-Type: multipart/${type}; boundary="in ner"`,
  '',
  ...parts.flatMap((part) => ['--in ner', ...part]),
  '--in ner--',
];

describe('the body', () => {
  test('is text and HTML of an alternative, each whole', () => {
    const mail = parseMail(multipart('alternative', plain('hello'), html('<p>hello</p>')));
    expect(mail).toMatchObject({ text: 'hello', html: '<p>hello</p>', attachments: [] });
  });

  test('is put together from the pieces that Apple Mail cuts around a picture', () => {
    const picture = ['Content-Type: image/png; name=a.png', 'Content-Disposition: inline', '', 'x'];
    const mail = parseMail(multipart('mixed', plain('above'), picture, plain('below')));
    expect(mail.text).toBe('above\n\nbelow');
    expect(mail.html).toBeUndefined();
    expect(mail.attachments.map(({ name }) => name)).toEqual(['a.png']);
  });

  test('has no text form when a piece of it came as HTML only: nothing is left out', () => {
    const mail = parseMail(multipart('mixed', plain('a < b'), html('<p>c</p>')));
    expect(mail.text).toBeUndefined();
    expect(mail.html).toBe('<div>a &lt; b</div>\n<p>c</p>');
  });

  test('is found in nested parts', () => {
    const related = inner('related', html('<img src="cid:x">'), [
      'Content-Type: image/gif',
      'Content-ID: <x>',
      '',
      'GIF',
    ]);
    const mail = parseMail(multipart('alternative', plain('hello'), related));
    expect(mail).toMatchObject({ text: 'hello', html: '<img src="cid:x">' });
    expect(mail.attachments).toMatchObject([{ name: 'image-1.gif', contentId: 'x' }]);
  });

  test('is the whole mail where its multipart is broken', () => {
    const lost = usualMail(['Content-Type: multipart/mixed; boundary=nowhere'], 'still here');
    expect(parseMail(lost).text).toBe('still here');
    const none = usualMail(['Content-Type: multipart/mixed'], 'still here');
    expect(parseMail(none).text).toBe('still here');
    const open = usualMail(
      ['Content-Type: multipart/mixed; boundary=b'],
      ['--b', '', 'one', '--b', '', 'two'],
    );
    expect(parseMail(open).text).toBe('one\n\ntwo');
  });

  test('is no file that a person attached, and no attached mail', () => {
    const file = [
      'Content-Type: text/plain',
      'Content-Disposition: attachment; filename=log.txt',
      '',
      'a log',
    ];
    const mail = ['Content-Type: message/rfc822', '', 'From: x@example.org', '', 'somebody else'];
    const parsed = parseMail(multipart('mixed', plain('look'), file, mail));
    expect(parsed.text).toBe('look');
    expect(parsed.attachments.map(({ name }) => name)).toEqual(['log.txt', 'message-2.eml']);
  });

  test('has line feeds, no control characters', () => {
    expect(parseMail(usualMail([], 'a\r\nb\rc\x00\x07\td')).text).toBe('a\nb\nc\td');
  });

  test('a version for watches is neither text nor file', () => {
    const watch = ['Content-Type: text/watch-html', '', '<b>hi</b>'];
    expect(parseMail(multipart('alternative', plain('hi'), watch, html('<p>hi'))).attachments).toEqual([]);
  });
});

describe('what is encoded', () => {
  const body = (encoding: string, text: string) =>
    parseMail(usualMail([`Content-Transfer-Encoding: ${encoding}`], text)).text;

  test('quoted-printable, forgiving', () => {
    expect(body('quoted-printable', 'Gr=C3=BC=C3=9Fe =3D =\r\nok   \r\nnext =zz 5=')).toBe(
      'Grüße = ok\nnext =zz 5',
    );
    expect(body('Quoted-Printable', 'a=20\r\nb')).toBe('a \nb');
  });

  test('base64 with rubbish in it, padding in each line, or a footer below', () => {
    expect(body('base64', 'aGVs!bG8\r\ngd29y*bGQ=')).toBe('hello world');
    expect(body('base64', 'aGVsbG8=\r\nIHdvcmxk')).toBe('hello world');
    expect(body('base64', 'aGVsbG8=\r\n_____\r\nOur list: list@example.org')).toBe('hello');
  });

  test('broken base64 in one part leaves the others alone', () => {
    const broken = [
      'Content-Type: image/png; name=a.png',
      'Content-Transfer-Encoding: base64',
      '',
      '%%%=Zm9',
      '==',
    ];
    const mail = parseMail(multipart('mixed', plain('before'), broken, plain('after')));
    expect(mail.text).toBe('before\n\nafter');
    expect(mail.attachments).toHaveLength(1);
  });

  test('an unencoded file keeps its bytes', () => {
    const mail = parseMail(
      multipart('mixed', ['Content-Type: application/x-data; name=d', '', 'a\r\nb\x00\xFF']),
    );
    expect(Buffer.from(mail.attachments[0]?.bytes ?? []).toString('latin1')).toBe('a\r\nb\x00\xFF');
  });
});

describe('flowed text', () => {
  const flowed = (text: string, more = '') =>
    parseMail(usualMail([`Content-Type: text/plain; format=flowed${more}`], text)).text;

  test('is unwrapped, at each depth of quotes', () => {
    expect(flowed('one \r\ntwo\r\n\r\nthree')).toBe('one two\n\nthree');
    expect(flowed('> a \r\n> b\r\n>> c \r\n>> d\r\nmine')).toBe('> a b\n>> c d\nmine');
    expect(flowed('> a \r\nmine')).toBe('> a \nmine');
  });

  test('stuffed blanks go, the separator of a signature stays', () => {
    expect(flowed(' From me\r\n >no quote\r\n-- \r\nTom')).toBe('From me\n>no quote\n-- \nTom');
  });

  test('DelSp takes the blank away', () => {
    expect(flowed('\xE6\x97\xA5 \r\n\xE6\x9C\xAC', '; DelSp=yes')).toBe('日本');
    expect(flowed('won \r\nderful', '; DelSp=yes')).toBe('wonderful');
  });
});
