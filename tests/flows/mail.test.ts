import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { linkIn, type MailHouse, openMailHouse } from './mail-house.ts';

let mail: MailHouse;
beforeAll(async () => {
  mail = await openMailHouse();
});
afterAll(() => mail.stop());

const cards = () => mail.house.wekan.world.cards;
const cardTitled = (title: string) => cards().find((card) => card.title === title);
const commentsOf = (title: string) =>
  mail.house.wekan.world.comments
    .filter(({ cardId }) => cardId === cardTitled(title)?._id)
    .map(({ text }) => text);
const last = (to: string) => mail.ses.to(to).at(-1);

describe('a mail of a member', () => {
  test('becomes a card with what its lines say, is acknowledged once, and links the mail as it came', async () => {
    await mail.arrives({
      ...{ from: 'Tom <tom@example.org>', subject: 'Fix the pump #urgent', id: 'pump@example.org' },
      text: 'Due: 2027-03-01\r\n\r\nIt drips.\r\n-- \r\nTom',
      headers: [],
    });
    const card = cardTitled('Fix the pump');
    expect(card?.description).toContain('It drips.');
    expect(card?.description).toContain('do=original');
    expect(card?.description).not.toContain('Due:');
    expect(card?.dueAt).toBeDefined();
    expect(mail.ses.to('tom@example.org')).toHaveLength(1);
    expect(last('tom@example.org')?.headers['in-reply-to']).toBe('<pump@example.org>');
    expect(last('tom@example.org')?.subject).toContain('Fix the pump');
    expect(mail.house.logged).toEqual([]);
  });

  test('whoever has the link gets the mail as it came', async () => {
    const { description = '' } = cardTitled('Fix the pump') ?? {};
    const [, link = ''] = /\]\((http[^)]+do=original[^)]+)\)/.exec(description) ?? [];
    const original = await fetch(link);
    expect(await original.text()).toContain('Due: 2027-03-01');
    expect((await fetch(link.replace(/.$/, 'x'))).status).toBe(404);
  });

  test('an answer becomes a comment without what it quotes, and is not told to whoever wrote it', async () => {
    const before = mail.ses.sent.length;
    await mail.answers(last('tom@example.org'), { text: 'The part has arrived.' });
    const [comment = ''] = commentsOf('Fix the pump');
    expect(comment).toContain('The part has arrived.');
    expect(comment).not.toContain('wrote:');
    expect(mail.ses.sent.length).toBe(before);
  });

  test('a move on the board comes back in the same thread', async () => {
    await mail.house.lapse(60_000);
    await mail.house.wekan.asUser('ann').moveCard(cardTitled('Fix the pump')?._id ?? '', 'Doing');
    await mail.house.lapse(60_000);
    const told = last('tom@example.org');
    expect(told?.text).toContain('Doing');
    expect(told?.headers.references).toContain('<pump@example.org>');
  });

  test('lines of an answer are done, and its words are a comment', async () => {
    await mail.answers(last('tom@example.org'), {
      text: 'move: Done\r\nassign: me\r\n\r\nAll is well again.',
    });
    const done = mail.house.wekan.world.lists.find(({ title }) => title === 'Done');
    expect(cardTitled('Fix the pump')?.listId).toBe(done?._id);
    expect(cardTitled('Fix the pump')?.assignees).toHaveLength(1);
    expect(commentsOf('Fix the pump').at(-1)).toContain('All is well again.');
    expect(commentsOf('Fix the pump').join()).not.toContain('move: Done');
  });

  test('one click on the link ends it', async () => {
    const page = await mail.presses(linkIn(mail.ses.to('tom@example.org')[0], 'unsubscribe'));
    expect(page).toContain('<html');
    const before = mail.ses.sent.length;
    await mail.house.lapse(60_000);
    await mail.house.wekan.asUser('ann').moveCard(cardTitled('Fix the pump')?._id ?? '', 'To Do');
    await mail.house.lapse(60_000);
    expect(mail.ses.sent.length).toBe(before);
  });
});

describe('a mail that asks for no automatic answer', () => {
  test('is not acknowledged, and its sender hears of the card when something happens', async () => {
    const before = mail.ses.to('tom@example.org').length;
    const headers = ['X-Auto-Response-Suppress: DR, OOF, AutoReply'];
    await mail.arrives({ from: 'tom@example.org', subject: 'Quiet please', text: 'x', headers });
    expect(mail.ses.to('tom@example.org')).toHaveLength(before);
    await mail.house.lapse(60_000);
    await mail.house.wekan.asUser('ann').moveCard(cardTitled('Quiet please')?._id ?? '', 'Doing');
    await mail.house.lapse(60_000);
    expect(mail.ses.to('tom@example.org')).toHaveLength(before + 1);
    expect(last('tom@example.org')?.headers.references).toContain('written-');
  });
});

describe('when things are away', () => {
  test('a mail waits for the board, which its sender is told once, and is then a card', async () => {
    mail.house.wekan.faults.add(
      { kind: 'status', status: 503 },
      { method: 'POST', path: /\/cards$/, times: 2 },
    );
    const before = mail.ses.to('tom@example.org').length;
    await mail.arrives({ from: 'tom@example.org', subject: 'Wait for it', text: 'x' });
    expect(mail.ses.to('tom@example.org')).toHaveLength(before + 1);
    for (let times = 0; times < 3; times++) await mail.house.lapse(60_000);
    expect(cardTitled('Wait for it')).toBeDefined();
    expect(mail.ses.to('tom@example.org')).toHaveLength(before + 2);
  });

  test('two programs that answer by themselves and do not say so stop after a while', async () => {
    await mail.house.store.correspondents.know('ops', 'eva@example.net', { confirmed: true });
    await mail.arrives({ from: 'eva@example.net', subject: 'Ping', text: 'x' });
    const ack = mail.ses.to('eva@example.net').at(-1);
    for (let count = 0; count < 60; count++)
      await mail.answers(ack, { from: 'eva@example.net', text: `I am away until ${count}.` });
    const said = commentsOf('Ping').filter((text) => text.includes('away'));
    expect(said).toHaveLength(50);
    expect(mail.ses.to('eva@example.net').filter(({ text }) => text.includes('Too many'))).toHaveLength(1);
  });
});
