import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { linkIn, linksIn, type MailHouse, openMailHouse } from './mail-house.ts';

let mail: MailHouse;
const titles = () => mail.house.wekan.world.cards.map(({ title }) => title);
const last = (to: string) => mail.ses.to(to).at(-1);
const DAY = 86_400_000;

describe('where strangers have to confirm', () => {
  beforeAll(async () => {
    mail = await openMailHouse({ strangers: 'confirm' });
  });
  afterAll(() => mail.stop());

  test('a stranger gets a link, once a day, and no card before it is followed', async () => {
    for (const subject of ['First wish', 'Second wish']) {
      await mail.arrives({ from: 'Eva <eva@example.net>', subject, text: 'Please.' });
    }
    expect(titles()).toEqual([]);
    expect(mail.ses.to('eva@example.net')).toHaveLength(1);
    expect(last('eva@example.net')?.headers['auto-submitted']).toBe('auto-replied');
  });

  test('the link lets everything go that is proven to be theirs, and what they write from then on', async () => {
    await mail.presses(linkIn(last('eva@example.net'), 'confirm'));
    expect(titles().toSorted()).toEqual(['First wish', 'Second wish']);
    await mail.arrives({ from: 'Eva <eva@example.net>', subject: 'Third wish', text: 'Please.' });
    expect(titles()).toContain('Third wish');
    // One question, three cards.
    expect(mail.ses.to('eva@example.net')).toHaveLength(4);
  });

  test('following it again does nothing', async () => {
    const before = [titles().length, mail.ses.sent.length];
    await mail.presses(linkIn(mail.ses.to('eva@example.net')[0], 'confirm'));
    expect([titles().length, mail.ses.sent.length]).toEqual(before);
  });

  test('a member whose mail is not proven is a stranger, and each of their mails needs a yes of its own', async () => {
    const unproven = { dmarc: 'GRAY', dkim: 'FAIL' };
    for (const subject of ['Mine', 'Forged'])
      await mail.arrives({ from: 'tom@example.org', subject, text: 'move: Done\r\nHello.' }, unproven);
    expect(mail.ses.to('tom@example.org')).toHaveLength(1);
    await mail.presses(linkIn(last('tom@example.org'), 'confirm'));
    expect(titles()).toContain('Mine');
    expect(titles()).not.toContain('Forged');
    const question = mail.ses.to('tom@example.org').find(({ text }) => text.includes('Forged'));
    expect(linksIn(question, 'confirm')).toHaveLength(1);
  });

  test('a forged mail of somebody who confirmed their address is asked for all the same', async () => {
    await mail.house.lapse(DAY);
    await mail.arrives(
      { from: 'eva@example.net', subject: 'Not hers', text: 'x' },
      { dmarc: 'FAIL', dmarcPolicy: 'none' },
    );
    expect(titles()).not.toContain('Not hers');
    expect(linkIn(last('eva@example.net'), 'confirm')).toBeDefined();
  });

  test('what nobody confirmed is gone after a week', async () => {
    const link = linkIn(last('eva@example.net'), 'confirm');
    await mail.house.lapse(8 * DAY);
    await mail.presses(link);
    expect(titles()).not.toContain('Not hers');
  });

  test('whoever answers what was sent to their address is known', async () => {
    await mail.answers(
      mail.ses.to('eva@example.net').find(({ subject }) => subject.includes('Third')),
      { from: 'eva@example.net', text: 'It is urgent.' },
    );
    expect(mail.house.wekan.world.comments.map(({ text }) => text).join()).toContain('It is urgent.');
  });

  test('nothing is said to a list, a robot or nobody, and no card is opened for them', async () => {
    const before = [titles().length, mail.ses.sent.length];
    const from = 'someone@example.com';
    await mail.arrives({ from, subject: 'News', text: 'x', headers: ['List-Id: <news.example.com>'] });
    await mail.arrives({ from, subject: 'Robot', text: 'x', headers: ['Auto-Submitted: auto-generated'] });
    await mail.arrives({ from: 'no-reply@example.com', subject: 'Shop', text: 'x' });
    await mail.arrives({ from: 'x@in.example.org', subject: 'Own', text: 'x' });
    await mail.arrives({ from, subject: 'Spam', text: 'x' }, { spam: 'FAIL' });
    await mail.arrives({ from, subject: 'Virus', text: 'x' }, { virus: 'FAIL' });
    await mail.arrives({ from, subject: 'Forged', text: 'x' }, { dmarc: 'FAIL', dmarcPolicy: 'reject' });
    await mail.arrives({ from, subject: 'Bounce', text: 'x' }, { source: '' });
    expect([titles().length, mail.ses.sent.length]).toEqual(before);
  });
});

describe('where strangers are refused', () => {
  beforeAll(async () => {
    mail = await openMailHouse({ strangers: 'refuse' });
  });
  afterAll(() => mail.stop());

  test('they hear why, once a day, and members come in', async () => {
    for (const subject of ['One', 'Two']) await mail.arrives({ from: 'eva@example.net', subject, text: 'x' });
    expect(titles()).toEqual([]);
    expect(mail.ses.to('eva@example.net')).toHaveLength(1);
    await mail.house.lapse(DAY);
    await mail.arrives({ from: 'eva@example.net', subject: 'Three', text: 'x' });
    expect(mail.ses.to('eva@example.net')).toHaveLength(2);
    await mail.arrives({ from: 'tom@example.org', subject: 'Four', text: 'x' });
    expect(titles()).toEqual(['Four']);
  });
});

describe('where strangers are accepted', () => {
  beforeAll(async () => {
    mail = await openMailHouse({ strangers: 'accept' });
  });
  afterAll(() => mail.stop());
  const card = (title: string) => mail.house.wekan.world.cards.find((each) => each.title === title);

  test('they open cards as guests, in their own language', async () => {
    await mail.arrives({
      ...{ from: 'Eva <eva@example.net>', subject: 'Die Heizung ist kalt' },
      text: 'Guten Tag,\r\n\r\nseit gestern ist die Heizung nicht warm. Bitte kommt vorbei und seht sie euch an.',
    });
    expect(card('Die Heizung ist kalt')?.description).toContain('seit gestern');
    expect(last('eva@example.net')?.text).toContain('Danke');
  });

  test('a guest’s line is a word of theirs like any other', async () => {
    await mail.answers(last('eva@example.net'), { from: 'eva@example.net', text: 'done\r\nDanke!' });
    const [comment] = mail.house.wekan.world.comments;
    expect(comment?.text).toContain('done');
    expect(comment?.text).toContain('Danke!');
    expect(mail.ses.to('eva@example.net')).toHaveLength(1);
  });

  test('whoever calls themselves like a member is told apart, and the board shows every guest’s address', async () => {
    await mail.arrives({ from: '"Tom" <eve@evil.example>', subject: 'Urgent payment', text: 'Please pay.' });
    expect(card('Urgent payment')?.description).toContain('Tom (eve@evil.example), E-mail');
    expect(last('eve@evil.example')?.text).toContain('Opened by: Tom (eve@evil.example)');
    const { text = '' } = last('eva@example.net') ?? {};
    expect(text).toContain('Angelegt von: Eva\n');
    expect(card('Die Heizung ist kalt')?.description).toContain('Eva (eva@example.net), E-mail');
  });

  test('what nothing proves says so on the card, and its lines mean nothing', async () => {
    const unproven = { dmarc: 'GRAY', dkim: 'FAIL' };
    await mail.arrives(
      { from: 'tom@example.org', subject: 'Is it Tom #urgent', text: 'Due: 2027-03-01\r\nHm.' },
      unproven,
    );
    const made = card('Is it Tom #urgent');
    expect(made?.description).toContain('Nothing proves');
    expect(made?.description).toContain('Due: 2027-03-01');
    expect(made?.dueAt ?? null).toBeNull();
  });

  test('nobody is flooded by mails that others write in their name: each is a card, three are acknowledged', async () => {
    const forged = { dmarc: 'FAIL', dmarcPolicy: 'none' };
    for (const subject of ['Spam 1', 'Spam 2', 'Spam 3', 'Spam 4', 'Spam 5'])
      await mail.arrives({ from: 'victim@example.com', subject, text: 'Buy this.' }, forged);
    expect(titles()).toEqual(expect.arrayContaining(['Spam 1', 'Spam 5']));
    expect(mail.ses.to('victim@example.com')).toHaveLength(3);
    await mail.house.lapse(60_000);
    await mail.house.wekan.asUser('ann').moveCard(card('Spam 5')?._id ?? '', 'Doing');
    await mail.house.lapse(60_000);
    expect(mail.ses.to('victim@example.com')).toHaveLength(3);
    await mail.arrives({ from: 'victim@example.com', subject: 'Really mine', text: 'Hello.' });
    expect(last('victim@example.com')?.subject).toContain('Really mine');
  });
});
