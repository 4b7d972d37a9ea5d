import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type MailHouse, openMailHouse } from '../flows/mail-house.ts';
import { toldOn } from './scan.ts';

let mail: MailHouse;
beforeAll(async () => {
  mail = await openMailHouse({ strangers: 'confirm' });
});
afterAll(() => mail.stop());
const titles = () => mail.house.wekan.world.cards.map(({ title }) => title);
const counts = () => [titles().length, mail.house.wekan.world.comments.length, mail.ses.sent.length];
const last = (to: string) => mail.ses.to(to).at(-1);
const tom = 'Tom <tom@example.org>';
const board = ['ops@in.example.org'];
const commentsOn = (title: string) => {
  const card = mail.house.wekan.world.cards.find((each) => each.title === title);
  return mail.house.wekan.world.comments.filter(({ cardId }) => cardId === card?._id).map(({ text }) => text);
};

test('24 forged From: what DMARC refuses opens nothing and is not answered; what proves nothing has to be confirmed', async () => {
  await mail.arrives({ from: tom, subject: '§Real', text: '§It drips.' });
  expect(titles()).toEqual(['§Real']);
  const before = counts();
  await mail.arrives({ from: tom, subject: '§Forged', text: '§x' }, { dmarc: 'FAIL', dmarcPolicy: 'reject' });
  expect(counts()).toEqual(before);
  for (const findings of [
    { dmarc: 'FAIL', dmarcPolicy: 'none' },
    { dmarc: 'GRAY', dkim: 'FAIL' },
  ]) {
    await mail.arrives({ from: tom, subject: '§Unproven', text: 'move: Done' }, findings);
    expect(titles()).toEqual(['§Real']);
  }
  // One question to the real owner of the address, not one for each forgery.
  expect(mail.ses.sent.length - (before[2] ?? 0)).toBe(1);
});

test('24 auto-replies and robots are ignored: no card, no comment, no answer', async () => {
  const before = counts();
  const own = last('tom@example.org');
  for (const headers of [
    ['Auto-Submitted: auto-replied'],
    ['Auto-Submitted: auto-generated'],
    ['X-Autoreply: yes'],
    ['Precedence: bulk'],
    ['X-Auto-Response-Suppress: All', 'X-MS-Exchange-Inbox-Rules-Loop: tom@example.org'],
  ]) {
    await mail.arrives({ from: tom, subject: '§Out of office', text: '§I am away.', headers });
    await mail.answers(own, { from: tom, text: '§I am away.', headers });
  }
  await mail.arrives({ from: tom, subject: '§Bounce', text: '§x' }, { source: '' });
  expect(counts()).toEqual(before);
  // What a person wrote to a list is read, and not answered.
  await mail.arrives({
    from: tom,
    subject: '§To a list',
    text: '§x',
    headers: ['List-Id: <all.example.com>'],
  });
  expect(mail.ses.sent.length).toBe(before[2]);
});

test('24 loop: our own mails that come back, as they are or through another bridge, start nothing', async () => {
  const before = counts();
  for (const sent of [...mail.ses.sent]) {
    await mail.takes(Buffer.from(sent.raw, 'latin1'), board);
    // Another deployment writes just such mails, from a domain of its own.
    const foreign = sent.raw.replaceAll('in.example.org', 'in.example.net');
    await mail.takes(Buffer.from(foreign, 'latin1'), board);
  }
  expect(counts()).toEqual(before);
});

test('24 a mail of more than 25 MB: the answer says the limit, and nothing of it is kept on the board', async () => {
  const before = counts();
  const line = `${'A'.repeat(76)}\r\n`;
  const head = [
    `From: ${tom}`,
    'To: ops@in.example.org',
    'Subject: =?utf-8?Q?=C2=A7Heavy?=',
    'Message-ID: <heavy@mail.example.org>',
    'MIME-Version: 1.0',
    'Content-Type: application/octet-stream; name="plan.bin"',
    'Content-Transfer-Encoding: base64',
  ];
  const raw = Buffer.concat([
    Buffer.from(`${head.join('\r\n')}\r\n\r\n`),
    Buffer.alloc(36 * 1024 * 1024, line),
  ]);
  await mail.takes(raw, board);
  expect(counts()).toEqual([before[0], before[1], (before[2] ?? 0) + 1]);
  expect(last('tom@example.org')?.text).toMatch(/25/);
});

test('24 two cards quoted: the reply token decides, not what stands in subject or text', async () => {
  await mail.arrives({ from: tom, subject: '§Second', text: '§Another one.' });
  const { sent } = mail.ses;
  const first = sent.find(({ subject }) => subject.includes('Real'));
  const second = sent.find(
    ({ subject, destinations }) => subject.includes('Second') && destinations.length > 0,
  );
  const quoted = (second?.text ?? '').replaceAll(/^/gm, '> ');
  await mail.answers(first, {
    ...{ from: tom, subject: second?.subject ?? '', text: `§For the first one.\r\n\r\n${quoted}` },
    headers: [`X-Other: ${second?.messageId}`],
  });
  expect(commentsOn('§Real').join()).toContain('§For the first one.');
  expect(commentsOn('§Second').join()).not.toContain('§For the first one.');
});

test('27 log scan during the rows above', () => {
  const marks = { 'an address': 'tom@', 'a domain of a person': 'example.org>' };
  expect(toldOn(mail.house, marks)).toEqual([]);
  expect(mail.doorLines.join('\n')).not.toMatch(/§|tom@|drips/);
  expect(mail.house.logged).toEqual([]);
});
