import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { linkIn, type MailHouse, openMailHouse } from './mail-house.ts';
import { heard } from './sight.ts';

let mail: MailHouse;
beforeAll(async () => {
  mail = await openMailHouse();
});
afterAll(() => mail.stop());

const ask = async (name: string, text: string) => {
  await mail.house.mattermost.as(name).command('town-square', text);
  await mail.house.settle();
};
const card = (title: string) => mail.house.wekan.world.cards.find((each) => each.title === title);

describe('an address given with a card', () => {
  test('is asked first, and nothing else is sent to it', async () => {
    await ask('guest', '/card Water the plants notify:Me@Example.net');
    expect(card('Water the plants')).toBeDefined();
    expect(mail.ses.to('me@example.net')).toHaveLength(1);
    expect(heard(mail.house, 'guest').join()).toContain('me@example.net');
    await mail.house.lapse(60_000);
    await mail.house.wekan.asUser('ann').moveCard(card('Water the plants')?._id ?? '', 'Doing');
    await mail.house.lapse(60_000);
    expect(mail.ses.to('me@example.net')).toHaveLength(1);
    expect(mail.ses.to('me@example.net')[0]?.text).not.toContain('Water the plants');
  });

  test('follows the card once its owner has said yes, and answers become comments', async () => {
    await mail.presses(linkIn(mail.ses.to('me@example.net')[0], 'confirm'));
    expect(mail.ses.to('me@example.net')).toHaveLength(2);
    await mail.house.lapse(60_000);
    await mail.house.wekan.asUser('ann').moveCard(card('Water the plants')?._id ?? '', 'Done');
    await mail.house.lapse(60_000);
    expect(mail.ses.to('me@example.net').at(-1)?.text).toContain('Done');
    await mail.answers(mail.ses.to('me@example.net').at(-1), { from: 'me@example.net', text: 'Thank you.' });
    expect(mail.house.wekan.world.comments.at(-1)?.text).toContain('Thank you.');
  });

  test('ends it by one click', async () => {
    await mail.presses(linkIn(mail.ses.to('me@example.net').at(-1), 'unsubscribe'));
    const before = mail.ses.to('me@example.net').length;
    await mail.house.lapse(60_000);
    await mail.house.wekan.asUser('ann').moveCard(card('Water the plants')?._id ?? '', 'To Do');
    await mail.house.lapse(60_000);
    expect(mail.ses.to('me@example.net')).toHaveLength(before);
  });

  test('is asked three times a day at most, whoever gives it', async () => {
    for (const [name, title] of [
      ['tom', 'A'],
      ['ann', 'B'],
      ['other', 'C'],
      ['guest', 'D'],
    ] as const)
      await ask(name, `/card ${title} notify:often@example.net`);
    expect(mail.ses.to('often@example.net')).toHaveLength(3);
    expect(heard(mail.house, 'guest').at(-1)).toContain('tomorrow');
  });

  test('needs no asking when it is the person’s own', async () => {
    await ask('tom', '/card Sweep the yard notify:tom@example.org');
    expect(linkIn(mail.ses.to('tom@example.org')[0], 'confirm')).toBeUndefined();
    expect(mail.ses.to('tom@example.org')[0]?.text).toContain('Sweep the yard');
  });

  test('can be given later', async () => {
    const number = card('Sweep the yard')?.cardNumber;
    await ask('tom', `/card follow #${number} notify:late@example.net`);
    expect(mail.ses.to('late@example.net')).toHaveLength(1);
  });

  test('that is none is refused, and nothing is opened', async () => {
    await ask('tom', '/card Rake the leaves notify:nobody');
    expect(card('Rake the leaves')).toBeUndefined();
    expect(heard(mail.house, 'tom').at(-1)).toContain('notify:me@example.org');
  });
});
