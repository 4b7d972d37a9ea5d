import { describe, expect, test } from '@jest/globals';
import { mailPlace } from '../../../../lib/channels/email/place.ts';
import { multipart, rawMail, usualMail } from '../read/raw-mail.ts';
import { eventsOf, take } from './take.ts';

const one = async (...mail: Parameters<typeof eventsOf>) => {
  const [event] = await eventsOf(...mail);
  if (!event) throw new Error('no event');
  return event;
};
const fields = async (...mail: Parameters<typeof eventsOf>) => {
  const { input } = await one(...mail);
  return input.by === 'form' ? input.fields : {};
};

describe('a mail to a board', () => {
  test('is the event of a new card', async () => {
    expect(await one(usualMail(['References: <0@example.org>'], 'It is out of paper.'))).toMatchObject({
      ...{ team: 'ops', connection: 'post', generation: 3, board: 'main', direct: true },
      person: { id: 'tom@example.org', name: 'Tom' },
      input: { by: 'form', form: 'create', fields: { title: 'Printer', description: 'It is out of paper.' } },
      mail: { original: 'ses-id' },
      reply: {
        mail: {
          id: '1@example.org',
          references: ['0@example.org'],
          subject: 'Printer',
          to: 'ops@in.example.org',
        },
      },
    });
  });

  test('hangs from its Message-ID in a conversation with whoever sent it', async () => {
    const { conversation } = await one(usualMail([], 'x'));
    expect(mailPlace(conversation)).toEqual({
      connection: 'post',
      address: 'tom@example.org',
      root: '1@example.org',
    });
  });

  test.each([
    ['no Message-ID', usualMail(['Message-ID:'], 'x')],
    ['one beyond all measure', usualMail([`Message-ID: <${'é'.repeat(400)}@example.org>`], 'x')],
  ])('with %s gets a root that fits into a key, the same each time', async (_, raw) => {
    const [first, again] = [await one(raw), await one(raw)];
    expect(first.conversation).toBe(again.conversation);
    expect(first.id).toBe(again.id);
    expect(mailPlace(first.conversation).root).toMatch(/^[\w-]{22}@in\.example\.org$/);
  });

  test.each([
    ['Re: AW: Fwd: Printer', 'Printer'],
    ['[Ops] Printer', '[Ops] Printer'],
    ['', 'Out of paper!'],
    ['Re:', 'Re:'],
  ])('%j is called %j', async (subject, title) => {
    expect(
      (await fields(usualMail([`Subject: ${subject}`], '\r\n> \r\n\r\nOut of paper!\r\nAgain.'))).title,
    ).toBe(title);
  });

  test('keeps what a new mail quotes', async () => {
    const { description } = await fields(usualMail([], 'See:\r\n> the old one'));
    expect(description).toContain('> the old one');
  });

  test('reads lines only where it is proven who wrote them', async () => {
    const raw = usualMail(
      ['Subject: [urgent] Printer #office'],
      'Due: friday\r\nColumn: Doing\r\nAssign: me, Ann\r\n\r\nText',
    );
    const proven = { title: 'Printer', labels: 'office', priority: 'urgent', due: 'friday', column: 'Doing' };
    expect(await fields(raw)).toEqual({ ...proven, assignee: 'me, Ann', description: 'Text' });
    const unproven = await eventsOf(raw, undefined, { dmarc: 'GRAY', dkim: 'FAIL' });
    expect(unproven).toMatchObject([
      { unproven: true, input: { fields: { title: '[urgent] Printer #office' } } },
    ]);
  });

  test('passes names with commas on as one each', async () => {
    const raw = usualMail(
      ['Subject: Printer #office'],
      'Label: "Milk, eggs"\r\nAssign: "Berg, Anna", Ann\r\n\r\nText',
    );
    expect(await fields(raw)).toMatchObject({
      labels: 'office, "Milk, eggs"',
      assignee: '"Berg, Anna", Ann',
    });
  });

  test('names people in CC, but neither us nor its sender', async () => {
    const cc = 'Cc: Eva <Eva@example.net>, tom@example.org, ops@in.example.org, eva@example.net, nonsense';
    const { mail } = await one(usualMail([cc], 'x'));
    expect(mail?.copied?.map(({ person }) => person)).toEqual(['eva@example.net']);
  });

  test('brings its files, and names what it may not bring', async () => {
    const part = (name: string, body: string) => [
      `Content-Disposition: attachment; filename=${name}`,
      '',
      body,
    ];
    const raw = multipart(
      'mixed',
      ['Content-Type: text/plain', '', 'Two.'],
      part('a.txt', 'A'),
      part('b.exe', 'MZ'),
    );
    const { id, files, mail } = await one(raw);
    expect(files).toMatchObject([{ name: 'a.txt', size: 1, from: `files/${id}/0` }]);
    expect(mail?.dropped).toEqual([{ name: 'b.exe', why: 'dangerous' }]);
    expect(await take(raw)).toMatchObject({ stored: [{ key: `files/${id}/0` }] });
  });

  const without = (raw: Uint8Array) =>
    Buffer.from(Buffer.from(raw).toString('latin1').replace('Subject: Printer', 'Subject:'), 'latin1');
  const bringing = (...part: readonly string[]) => without(multipart('mixed', ['', ' '], part));

  test.each([
    ['nothing', usualMail(['Subject:'], ' \r\n\xA0\r\n'), ''],
    ['nothing in HTML', usualMail(['Subject:', 'Content-Type: text/html'], '<br><p>&nbsp;</p>'), ''],
    [
      'a signature that its program makes',
      bringing('Content-Type: application/pgp-signature; name=signature.asc', '', 'x'),
      '',
    ],
    ['a subject', usualMail([], ''), 'Printer'],
    ['a text', usualMail(['Subject:'], 'Out of paper!'), 'Out of paper!'],
    ['a sign', usualMail(['Subject:'], '?'), 'Tom'],
    ['a file', bringing('Content-Disposition: attachment; filename=a.txt', '', 'A'), 'a.txt'],
    [
      'a file that may not come',
      bringing('Content-Disposition: attachment; filename=b.exe', '', 'MZ'),
      'b.exe',
    ],
    ['a file that is not told of', bringing('Content-Type: application/ms-tnef', '', 'x'), 'Tom'],
  ])('that holds %s and nothing else has a title or, with nothing in it, none', async (_, raw, title) => {
    expect((await fields(raw)).title).toBe(title);
  });

  test('of a list is read and not answered', async () => {
    expect((await one(usualMail(['List-Id: <a.example.org>'], 'x'))).reply).toEqual({});
  });

  test.each([
    ['Content-Language: de', 'x', 'de'],
    ['X-None: x', 'Bitte kommt und seht euch das an, es ist kaputt.', 'de'],
    ['X-None: x', 'Please come and have a look, it is broken.', 'en'],
    ['Accept-Language: en-US', 'Hm.', 'en'],
    ['X-None: x', 'Il ne marche pas.', undefined],
  ])('%s, %j: is written in %s', async (header, text, language) => {
    expect((await one(usualMail([header], text))).mail?.language).toBe(language);
  });
});

test.each([
  ['spam', { spam: 'FAIL' }, 'spam'],
  ['a virus', { virus: 'FAIL' }, 'virus'],
  ['what its domain disowns', { dmarc: 'FAIL', dmarcPolicy: 'quarantine' }, 'dmarc'],
  ['a bounce', { source: '' }, 'bounce'],
])('%s is nothing', async (_, findings, code) => {
  expect(await take(usualMail([], 'x'), undefined, findings)).toEqual({ code });
});

test('a mail to nobody is nothing', async () => {
  expect(await take(rawMail(['From: tom@example.org'], 'x'), ['x@in.example.org'])).toEqual({
    code: 'no-recipient',
  });
});

test('of a mail that is too large its header is enough to say so', async () => {
  const [event, ...others] = await eventsOf(usualMail([], 'cut off'), undefined, {}, true);
  expect(event).toMatchObject({
    mail: { unread: 'too-large' },
    input: { by: 'form', form: 'unread', fields: {} },
  });
  expect(others).toEqual([]);
});
