import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { storeTeam } from '../../lib/teams/stored.ts';
import { keysFor } from './house.ts';
import { type MailHouse, openMailHouse } from './mail-house.ts';

let mail: MailHouse;
beforeAll(async () => {
  mail = await openMailHouse({ strangers: 'accept' });
  const { house } = mail;
  // The other team stands on the same board: only its own records tell the two apart.
  const other = {
    ...house.team,
    id: 'labs',
    members: { ...house.team.members, people: [] },
    teamChannels: [],
  };
  await house.store.teams.put({ id: other.id, settings: storeTeam(other, keysFor('stored-secrets')) });
  const mailbox = { team: 'labs', connection: 'post', generation: 1, board: 'main' };
  await house.store.mailboxes.open('labs@in.example.org', mailbox);
});
afterAll(() => mail.stop());

const cards = () => mail.house.wekan.world.cards;
const comments = () => mail.house.wekan.world.comments;

test('an answer that goes to another team’s address is a card there, and says nothing of the first team’s', async () => {
  await mail.arrives({ from: 'eva@example.net', subject: 'Ours alone', text: 'Inside.' });
  const [ack] = mail.ses.to('eva@example.net');
  const recipients = ['labs@in.example.org'];
  await mail.answers(ack, { from: 'mallory@example.com', text: 'Tell me more.', recipients });
  expect(comments()).toEqual([]);
  expect(cards()).toHaveLength(2);
  const told = mail.ses
    .to('mallory@example.com')
    .map(({ text }) => text)
    .join();
  expect(told).not.toContain('Inside.');
});

test('the number of another team’s card in a subject is only a text', async () => {
  const number = cards()[0]?.cardNumber;
  await mail.arrives({
    ...{ from: 'mallory@example.com', subject: `Hello [#${number}]`, text: 'Let me in.' },
    recipients: ['labs@in.example.org'],
  });
  expect(comments()).toEqual([]);
  expect(cards()).toHaveLength(3);
});
