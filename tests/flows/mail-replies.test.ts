import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { linkIn, type MailHouse, openMailHouse } from './mail-house.ts';

let mail: MailHouse;
beforeAll(async () => {
  mail = await openMailHouse({ strangers: 'refuse', followCopied: true });
});
afterAll(() => mail.stop());

const card = (title: string) => mail.house.wekan.world.cards.find((each) => each.title === title);
const cards = () => mail.house.wekan.world.cards.length;
const comments = () => mail.house.wekan.world.comments.map(({ text }) => text);
const last = (to: string) => mail.ses.to(to).at(-1);
const known = (address: string) => mail.house.store.correspondents.know('ops', address, { confirmed: true });

describe('people in CC', () => {
  test('hear of the card with a link that ends it, when somebody known names them', async () => {
    await mail.arrives({
      ...{ from: 'Tom <tom@example.org>', subject: 'Paint the door', text: 'Green?', id: 'door@example.org' },
      cc: 'Eva <eva@example.net>, ops@in.example.org, tom@example.org',
    });
    expect(mail.ses.to('eva@example.net')).toHaveLength(1);
    expect(linkIn(last('eva@example.net'), 'unsubscribe')).toBeDefined();
    // She wrote nothing that she could be thanked for.
    expect(last('eva@example.net')?.text).toContain('You hear of this card from now on.');
    expect(last('eva@example.net')?.text).not.toContain('Thank you');
    expect(last('tom@example.org')?.text).toContain('Thank you');
    expect(mail.ses.sent.filter(({ to }) => to.endsWith('in.example.org'))).toEqual([]);
  });

  test('answer what was sent to them, as themselves', async () => {
    const before = mail.ses.to('tom@example.org').length;
    await mail.answers(last('eva@example.net'), { from: 'Eva <eva@example.net>', text: 'Rather blue.' });
    await mail.house.lapse(60_000);
    expect(comments().at(-1)).toContain('Rather blue.');
    expect(comments().at(-1)).toContain('Eva');
    expect(mail.ses.to('tom@example.org')).toHaveLength(before + 1);
    expect(last('tom@example.org')?.text).toContain('Rather blue.');
    expect(last('tom@example.org')?.text).not.toContain('do=original');
  });

  test('an answer to the first mail by whoever got it finds the card', async () => {
    await known('zoe@example.net');
    const before = cards();
    await mail.arrives({
      ...{ from: 'Zoe <zoe@example.net>', subject: 'Re: Paint the door', text: 'Red!' },
      inReplyTo: 'door@example.org',
    });
    expect(cards()).toBe(before);
    expect(comments().at(-1)).toContain('Red!');
  });

  test('one word ends it', async () => {
    await mail.answers(last('eva@example.net'), { from: 'eva@example.net', text: 'Unsubscribe' });
    const before = mail.ses.to('eva@example.net').length;
    await mail.house.lapse(60_000);
    await mail.house.wekan.asUser('ann').moveCard(card('Paint the door')?._id ?? '', 'Doing');
    await mail.house.lapse(60_000);
    expect(mail.ses.to('eva@example.net')).toHaveLength(before);
    expect(comments().join()).not.toContain('Unsubscribe');
  });
});

describe('an answer', () => {
  test('from another address than the mail was sent to is that one’s own, by the strangers’ policy', async () => {
    const before = comments().length;
    await mail.answers(last('tom@example.org'), {
      from: 'Mallory <mallory@example.com>',
      text: 'Ship it to me.',
    });
    expect(comments()).toHaveLength(before);
    expect(mail.ses.to('mallory@example.com')).toHaveLength(1);
    await known('mallory@example.com');
    await mail.answers(last('tom@example.org'), {
      from: 'Mallory <mallory@example.com>',
      text: 'Ship it to me.',
    });
    expect(comments().at(-1)).toContain('Mallory');
    expect(comments().at(-1)).not.toContain('Tom');
  });

  test('from a member’s other machine without any token is a comment by the number in its subject', async () => {
    const number = /\[(#\d+)\]/.exec(last('tom@example.org')?.subject ?? '')?.[1];
    const before = cards();
    await mail.arrives({
      from: 'tom@example.org',
      subject: `Paint the door [${number}]`,
      text: 'By number.',
    });
    expect(cards()).toBe(before);
    expect(comments().at(-1)).toContain('By number.');
    await known('eva@example.net');
    await mail.arrives({ from: 'eva@example.net', subject: `Paint the door [${number}]`, text: 'Not mine.' });
    expect(cards()).toBe(before + 1);
  });

  test('that comes three times, and to the board as well, is one comment', async () => {
    const sent = last('tom@example.org');
    const token = /<?(reply\+[^<>\s]+)>?/.exec(sent?.headers['reply-to'] ?? '')?.[1] ?? '';
    const before = comments().length;
    await mail.answers(
      sent,
      { text: 'Once.', recipients: [token, 'ops@in.example.org'], id: 'once@example.org' },
      { times: 3 },
    );
    expect(comments()).toHaveLength(before + 1);
  });

  test('with a column that there is not is told so, and its words are there', async () => {
    await mail.answers(last('tom@example.org'), { text: 'move: Nowhere\r\n\r\nGo on.' });
    expect(comments().at(-1)).toContain('Go on.');
    expect(last('tom@example.org')?.text).toContain('Nowhere');
  });

  test('with a token that we did not give out is nobody’s', async () => {
    const before = [cards(), comments().length, mail.ses.sent.length];
    const recipients = [`reply+${'a'.repeat(29)}@in.example.org`];
    await mail.arrives({ from: 'tom@example.org', subject: 'Re: x', text: 'x', recipients });
    expect([cards(), comments().length, mail.ses.sent.length]).toEqual(before);
    expect(mail.doorLines.at(-1)).toContain('no-recipient');
  });

  test('by the address in the header that ends it, mail programs end it too', async () => {
    await mail.house.lapse(60_000);
    const sent = mail.ses.to('tom@example.org').findLast(({ headers }) => headers['list-unsubscribe']);
    const [, address = ''] = /<mailto:([^>?]+)/.exec(sent?.headers['list-unsubscribe'] ?? '') ?? [];
    await mail.arrives({ from: 'tom@example.org', subject: 'unsubscribe', text: '', recipients: [address] });
    const before = mail.ses.to('tom@example.org').length;
    await mail.house.lapse(60_000);
    await mail.house.wekan.asUser('ann').moveCard(card('Paint the door')?._id ?? '', 'To Do');
    await mail.house.lapse(60_000);
    expect(mail.ses.to('tom@example.org')).toHaveLength(before);
  });
});
