import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readFeedback } from '../../lib/channels/email/feedback-request.ts';
import { createFeedback } from '../../lib/doors/feedback.ts';
import type { SentMail } from '../sims/ses/sent-mail.ts';
import { captureLog } from './capture-log.ts';
import { linkIn, type MailHouse, openMailHouse } from './mail-house.ts';

let mail: MailHouse;
beforeEach(async () => {
  mail = await openMailHouse({ strangers: 'accept' });
});
afterEach(() => mail.stop());

const eva = 'eva@example.net';
const tom = 'tom@example.org';

/** What SES tells by SNS of a mail of ours. */
async function told(of: SentMail | undefined, kind: 'Bounce' | 'Complaint', bounceType = 'Permanent') {
  const recipients = [{ emailAddress: of?.to }];
  const message = {
    eventType: kind,
    mail: {
      messageId: of?.id,
      destination: of?.destinations,
      tags: Object.fromEntries(Object.entries(of?.tags ?? {}).map(([name, value]) => [name, [value]])),
    },
    ...(kind === 'Bounce' && { bounce: { bounceType, bouncedRecipients: recipients } }),
    ...(kind === 'Complaint' && { complaint: { complainedRecipients: recipients } }),
  };
  const { house } = mail;
  const { log } = captureLog();
  const parts = { source: 'mail-feedback', read: readFeedback, log };
  const feedback = createFeedback({ ...parts, enqueue: house.enqueue, now: house.now });
  await feedback({ Records: [{ Sns: { Message: JSON.stringify(message) } }] });
  await house.settle();
}

/** What the team's own channel was told. */
function teamHears(part: string): number {
  const { world, bot } = mail.house.mattermost;
  const posts = world.postsIn(world.channel('team').id);
  return posts.filter(({ user_id, message }) => user_id === bot.id && message.includes(part)).length;
}

async function moveOnBoard() {
  const { wekan, lapse } = mail.house;
  const [card] = wekan.world.cards;
  if (!card) throw new Error('there is no card');
  // A burst is over, and the first mail is long out.
  await lapse(60_000);
  await wekan.asUser('ann').moveCard(card._id, 'Doing');
  await lapse(60_000);
}

test.each(['Bounce', 'Complaint'] as const)(
  'after a %s nothing more is sent there, and the team hears of it once',
  async (kind) => {
    await mail.arrives({ from: eva, subject: 'The pump leaks', text: 'Please look' });
    const [sent] = mail.ses.to(eva);
    for (const _ of [1, 2]) await told(sent, kind);
    await moveOnBoard();
    // Anyone can write under a name: that proves no mailbox.
    await mail.arrives(
      { from: eva, subject: 'And the door', text: 'It squeaks' },
      { dmarc: 'FAIL', dmarcPolicy: 'none' },
    );
    expect(mail.ses.to(eva)).toHaveLength(1);
    expect(teamHears(eva)).toBe(1);
    expect(mail.house.logged).toEqual([]);
  },
);

test('the team hears of it also when its chat was away', async () => {
  await mail.arrives({ from: eva, subject: 'The pump leaks', text: 'Please look' });
  const [sent] = mail.ses.to(eva);
  mail.house.mattermost.faults.next({ on: /POST .*\/posts$/, kind: { status: 503 }, times: 2 });
  await told(sent, 'Bounce');
  for (let times = 0; times < 4; times++) await mail.house.lapse(60_000);
  expect(teamHears(eva)).toBe(1);
});

test('who writes again from an address that mail came back from is written to again', async () => {
  await mail.arrives({ from: eva, subject: 'The pump leaks', text: 'Please look' });
  await told(mail.ses.to(eva)[0], 'Bounce');
  await mail.arrives({ from: eva, subject: 'And the door', text: 'It squeaks' });
  expect(mail.ses.to(eva).map(({ subject }) => subject)).toEqual([
    expect.stringContaining('The pump leaks'),
    expect.stringContaining('And the door'),
  ]);
});

test('what SES refuses for good changes no thread: what comes later is told where it began', async () => {
  mail.ses.fail({ kind: 'refuse', how: 'sandbox' });
  await mail.arrives({ from: tom, subject: 'The pump leaks', text: 'Please look', id: 'pump@example.org' });
  expect(mail.ses.to(tom)).toEqual([]);
  await moveOnBoard();
  expect(mail.ses.to(tom)).toHaveLength(1);
  expect(mail.ses.to(tom)[0]?.headers['in-reply-to']).toBe('<pump@example.org>');
});

test('a full mailbox is written to again', async () => {
  await mail.arrives({ from: eva, subject: 'The pump leaks', text: 'Please look' });
  await told(mail.ses.to(eva)[0], 'Bounce', 'Transient');
  await moveOnBoard();
  expect(mail.ses.to(eva)).toHaveLength(2);
  expect(teamHears(eva)).toBe(0);
});

test('an unsubscribe link works also after the connection’s addresses were revoked', async () => {
  await mail.arrives({ from: tom, subject: 'The pump leaks', text: 'Please look' });
  const { team, store } = mail.house;
  const item = await store.teams.get(team.id);
  const raised = item?.settings.replace(/("id":"post","generation":)1/, '$12');
  await store.teams.put({ id: team.id, settings: raised ?? '' });
  expect(raised).toContain('"generation":2');
  mail.house.pass(10 * 60_000);
  await mail.presses(linkIn(mail.ses.to(tom)[0], 'unsubscribe'));
  await moveOnBoard();
  expect(mail.ses.to(tom)).toHaveLength(1);
});
