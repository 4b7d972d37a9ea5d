import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type MailHouse, openMailHouse } from './mail-house.ts';
import { rawOf } from './write-mail.ts';

let mail: MailHouse;
beforeAll(async () => {
  const addresses = { ops: 'main', help: 'main', labs: 'labs' };
  mail = await openMailHouse({ addresses }, (team) => {
    const { main } = team.boards;
    // The same board once more, by another name: a card of its own is opened on it.
    return main ? { ...team, boards: { main, labs: { ...main, id: 'labs' } } } : team;
  });
});
afterAll(() => mail.stop());

const from = 'Tom <tom@example.org>';
const titles = () => mail.house.wekan.world.cards.map(({ title }) => title);
const description = (title: string) =>
  mail.house.wekan.world.cards.find((card) => card.title === title)?.description ?? '';
const last = () => mail.ses.sent.at(-1);
const board = ['ops@in.example.org'];
const counts = () => [titles().length, mail.ses.sent.length];

describe('who says they sent it', () => {
  test.each([
    ['two From headers', 'From: tom@example.org\r\nFrom: eva@example.net\r\nSubject: Two\r\n\r\nx'],
    ['no From', 'Subject: None\r\n\r\nx'],
    ['two senders in one', 'From: tom@example.org, eva@example.net\r\nSubject: Both\r\n\r\nx'],
    ['a From that is no address', 'From: Tom\r\nSubject: Nobody\r\n\r\nx'],
  ])('%s: nothing is opened and nobody is told', async (_, raw) => {
    const before = counts();
    await mail.takes(Buffer.from(raw), board);
    expect(counts()).toEqual(before);
  });

  test('forged findings in the header prove nothing', async () => {
    const headers = ['Authentication-Results: amazonses.com; dkim=pass header.i=@example.org; dmarc=pass'];
    await mail.arrives(
      {
        from,
        subject: 'Forged findings',
        text: 'x',
        headers: ['Received: from x', 'Received: from y', ...headers],
      },
      { dmarc: 'GRAY', dkim: 'PASS' },
    );
    expect(titles()).not.toContain('Forged findings');
  });
});

describe('what it is made of', () => {
  test('a line break in the subject stays in one line everywhere', async () => {
    await mail.arrives({ from, subject: '=?utf-8?Q?a=0D=0ABcc:_x=40example.com?=', text: 'x' });
    expect(titles()).toContain('a Bcc: x@example.com');
    expect(mail.ses.to('x@example.com')).toEqual([]);
    expect(mail.ses.faults).toEqual([]);
  });

  test('without a subject, a Message-ID and any text: said what to write, nothing opened', async () => {
    await mail.takes(Buffer.from('From: Tom <tom@example.org>\r\n\r\n'), board);
    expect(titles()).not.toContain('Tom');
    expect(last()?.text).toContain('nothing to make a card of');
  });

  test('too large: said politely, nothing opened', async () => {
    const huge = Buffer.alloc(26 * 1024 * 1024, 'x\r\n');
    await mail.takes(Buffer.concat([rawOf({ from, subject: 'Huge', text: '' }), huge]), board);
    expect(titles()).not.toContain('Huge');
    expect(last()?.text).toContain('25 MB');
  });

  test('2,000 parts deep: said politely, nothing opened', async () => {
    const deep = Array.from(
      { length: 2000 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
    );
    await mail.takes(Buffer.from(`From: ${from}\r\nSubject: Deep\r\n${deep.join('')}`), board);
    expect(titles()).not.toContain('Deep');
    expect(last()?.text).toContain('cannot read');
  });

  test('100 kB of newlines, dashes or angle brackets is a card', async () => {
    for (const [subject, sign] of [
      ['Newlines', '\r\n'],
      ['Dashes', '-'],
      ['Brackets', '>'],
    ] as const) {
      await mail.arrives({ from, subject, text: sign.repeat(100_000) });
      expect(titles()).toContain(subject);
    }
  });

  test('a long text goes on in the original', async () => {
    await mail.arrives({ from, subject: 'Long', text: 'Many words. 😀\r\n'.repeat(4000) });
    expect(description('Long')).toContain('the rest is in the original');
    expect(description('Long')).toContain('do=original');
  });

  test('encrypted: a card that says so, and the sender hears it', async () => {
    await mail.arrives({
      from,
      subject: 'Secret',
      text: '-----BEGIN PGP MESSAGE-----\r\n\r\nhQ==\r\n-----END PGP MESSAGE-----',
    });
    expect(description('Secret')).toContain('encrypted');
    expect(description('Secret')).not.toContain('hQ==');
    expect(
      mail.ses.sent
        .slice(-2)
        .map(({ text }) => text)
        .join(),
    ).toContain('unencrypted');
  });

  test('an invitation is told in words', async () => {
    const text =
      'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Tea\r\nDTSTART:20271124T100000Z\r\nLOCATION:Kitchen\r\nEND:VEVENT\r\nEND:VCALENDAR';
    await mail.arrives({
      from,
      subject: 'Meet',
      text: 'See you',
      files: [{ name: 'invite.ics', type: 'text/calendar; method=REQUEST', text }],
    });
    expect(description('Meet')).toContain('Tea');
    expect(description('Meet')).toContain('Kitchen');
  });

  test('dangerous files are named, others are attached', async () => {
    const files = [
      { name: 'plan.txt', type: 'text/plain', text: 'a plan' },
      { name: 'game.exe', type: 'application/octet-stream', text: 'MZ' },
    ];
    await mail.arrives({ from, subject: 'Files', text: 'Two.', files });
    expect(description('Files')).toContain('game.exe');
    const names = mail.house.wekan.world.files.map(({ name }) => name);
    expect(names).toContain('plan.txt');
    expect(names).not.toContain('game.exe');
    expect(
      mail.ses.sent
        .slice(-2)
        .map(({ text }) => text)
        .join(),
    ).toContain('game.exe');
  });

  test('what its lines ask for and the board has not stays on the card and is told', async () => {
    const text = 'Due: someday maybe\r\nLabel: nonsense\r\nColumn: Nowhere\r\nAssign: nobody\r\n\r\nText.';
    await mail.arrives({ from, subject: 'Lines [urgent]', text });
    for (const each of [
      'Due: someday maybe',
      'Label: nonsense',
      'Column: Nowhere',
      'Assign to: nobody',
      'Text.',
    ])
      expect(description('Lines')).toContain(each);
    expect(
      mail.ses.sent
        .slice(-2)
        .map((sent) => sent.text)
        .join(),
    ).toContain('someday maybe');
  });

  test('a passed on mail names whom it says it is from, as not proven', async () => {
    const text = [
      'Can somebody look?',
      '',
      '---------- Forwarded message ---------',
      'From: Bob <bob@example.com>',
      'Date: Fri, Nov 20, 2026 at 10:00 AM',
      'Subject: Broken lamp',
      'To: Tom <tom@example.org>',
      '',
      'The lamp is broken.',
    ].join('\r\n');
    await mail.arrives({ from, subject: 'Fwd: Broken lamp', text });
    const said = description('Broken lamp');
    expect(said).toContain('Can somebody look?');
    expect(said).toMatch(/tom passed this mail on\. It says that it is from Bob.*nothing proves/);
    expect(said).toContain('> The lamp is broken.');
  });
});

describe('how often it comes', () => {
  test('the same mail to three addresses, three times, is one card on each of their two boards', async () => {
    const recipients = ['ops@in.example.org', 'help@in.example.org', 'labs@in.example.org'];
    await mail.arrives(
      { from, subject: 'Twins', text: 'x', recipients, id: 'twins@example.org' },
      { times: 3 },
    );
    expect(titles().filter((title) => title === 'Twins')).toHaveLength(2);
  });

  test('called again days later, the door opens nothing twice', async () => {
    const id = await mail.arrives({ from, subject: 'Again', text: 'x' });
    const before = counts();
    await mail.house.lapse(3 * 86_400_000);
    await mail.replays(id);
    expect(counts()).toEqual(before);
  });

  test('a mail of ours that comes back opens nothing and is not answered', async () => {
    const [ours] = mail.ses.sent;
    const before = counts();
    await mail.takes(Buffer.from(ours?.raw ?? '', 'latin1'), board, { source: 'somebody@example.net' });
    expect(counts()).toEqual(before);
    expect(mail.doorLines.at(-1)).toContain('own-loop');
  });

  test('somebody else’s mail with the same Message-ID is a mail of its own', async () => {
    await mail.house.store.correspondents.know('ops', 'eva@example.net', { confirmed: true });
    await mail.arrives({ from: 'eva@example.net', subject: 'Hers', text: 'x', id: 'twins@example.org' });
    expect(titles()).toContain('Hers');
  });

  test('to whom the header says it is does not matter, and other addresses are nobody’s', async () => {
    await mail.arrives({ from, subject: 'Blind copy', text: 'x', to: 'someone@example.com' });
    expect(titles()).toContain('Blind copy');
    const before = counts();
    await mail.arrives({ from, subject: 'Lost', text: 'x', recipients: ['nobody@in.example.org'] });
    expect(counts()).toEqual(before);
  });

  test('a hundred out-of-office answers bring out no mail', async () => {
    await mail.arrives({ from, subject: 'Away', text: 'x' });
    const ack = last();
    const before = counts();
    for (let count = 0; count < 100; count++) {
      const subject = ['Automatic reply: Away', 'Abwesenheitsnotiz: Away', 'Re: Away'][count % 3] ?? '';
      const headers = count % 3 === 2 ? ['Auto-Submitted: auto-replied'] : [];
      await mail.answers(ack, { from, subject, text: 'I am away.', headers });
    }
    expect(counts()).toEqual(before);
  });
});

test('no address, name or text of anybody is in any log line', () => {
  const lines = [...mail.house.lines, ...mail.doorLines].join('\n');
  expect(lines).toContain('mail-accepted');
  expect(lines).not.toMatch(/@|Tom|eva|Printer|Twins|reply\+/i);
});
