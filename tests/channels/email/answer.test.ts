import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { ReplyTo } from '../../../lib/channels/channel.ts';
import { type Say, say } from '../../../lib/domain/say.ts';
import { type MailWorld, startMailWorld } from './mail-world.ts';

let world: MailWorld;
beforeEach(async () => {
  world = await startMailWorld();
});
afterEach(async () => {
  await world.stop();
  expect(world.ses.faults).toEqual([]);
});

const eva = 'eva@example.net';
const mail = { id: 'asked@example.net', references: ['before@example.net'], subject: 'The pump' };

function to(handle: ReplyTo['handle'] = { mail }, address = eva): ReplyTo {
  return { handle, conversation: world.direct(address), person: address, at: 0 };
}

test('answers a mail in its thread, as an answer that no robot answers', async () => {
  await world.channel.answer(
    to(),
    [say('title-empty'), say('you-wrote', { text: 'due: **never**\n`x`' })],
    'a',
  );
  const [answer] = world.ses.sent;
  expect(answer).toMatchObject({ source: 'support@in.example.org', subject: 'Re: The pump', to: eva });
  expect(answer?.headers).toMatchObject({
    'in-reply-to': '<asked@example.net>',
    references: '<before@example.net> <asked@example.net>',
    'auto-submitted': 'auto-replied',
    'reply-to': 'support@in.example.org',
  });
  expect(answer?.headers).not.toHaveProperty('list-unsubscribe');
  expect(answer?.text).toContain('A card needs a title.\n\nYou wrote:\n    due: **never**\n    `x`');
  expect(answer?.html).toMatch(/<pre[^>]*>due: \*\*never\*\*\n`x`<\/pre>/);
});

test('comes from the address that was written to', async () => {
  await world.channel.answer(
    to({ mail: { ...mail, to: 'support@in.example.org' } }),
    [say('title-empty')],
    'a',
  );
  expect(world.ses.sent[0]?.headers.from).toBe('"support (ops)" <support@in.example.org>');
});

test('says nothing where nothing may be answered, or there is nothing to say', async () => {
  await world.channel.answer(to({}), [say('title-empty')], 'a');
  await world.channel.answer(to(), [], 'b');
  expect(world.ses.sent).toEqual([]);
});

test('begins a thread where there is no mail to answer', async () => {
  await world.channel.answer(
    to({ mail: { id: '', references: [], subject: 'Confirm' } }),
    [say('kept')],
    'a',
  );
  expect(world.ses.sent[0]?.subject).toBe('Confirm');
  expect(world.ses.sent[0]?.headers).not.toHaveProperty('in-reply-to');
  expect(world.ses.sent[0]?.headers).not.toHaveProperty('references');
});

test('says the same to one address once a day, of each card', async () => {
  const answer = (id: string, card: string, address = eva) =>
    world.channel.answer(to({ mail }, address), [say('not-found', { card })], id);
  await answer('a', '#1');
  await answer('b', '#1');
  await answer('c', '#2');
  await answer('d', '#1', 'tom@example.net');
  expect(world.ses.sent.map(({ to: address }) => address)).toEqual([eva, eva, 'tom@example.net']);
  world.memory.nextDay();
  await answer('e', '#1');
  expect(world.ses.sent).toHaveLength(4);
});

test('tells whoever gets two things wrong of both, but asks once, however often its link and its cause change', async () => {
  const answer = (id: string, line: Say) => world.channel.answer(to(), [line], id);
  await answer('a', say('line-unclear', { line: 'label: #' }));
  await answer('b', say('line-unclear', { line: 'assign: @' }));
  await answer('c', say('line-unclear', { line: 'label: #' }));
  expect(world.ses.sent).toHaveLength(2);
  const asks = ['d', 'e'].map((subject) => ({ subject, url: `https://cards.example.org/${subject}` }));
  for (const values of asks) await answer(values.subject, say('mail-confirm-unproven', values));
  expect(world.ses.sent).toHaveLength(3);
});

test('goes on with an answer whose try failed', async () => {
  world.ses.fail({ kind: 'refuse', how: 'rate' });
  await world.channel.answer(to(), [say('kept')], 'a').catch(() => undefined);
  await world.channel.answer(to(), [say('kept')], 'a');
  await world.channel.answer(to(), [say('kept')], 'a');
  expect(world.ses.sent).toHaveLength(1);
});

test('a robot that answers every answer is left alone', async () => {
  for (let at = 0; at < 120; at += 1) {
    await world.channel.answer(to(), [say('not-found', { card: `#${at}` })], `robot-${at}`);
  }
  expect(world.ses.sent).toHaveLength(50);
});
