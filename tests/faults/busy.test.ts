import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { CardwireError, later } from '../../lib/domain/errors.ts';
import { noMeter } from '../../lib/domain/meter.ts';
import { createConsumer } from '../../lib/queue/consume.ts';
import { NotYet, waitBefore } from '../../lib/queue/waiting.ts';
import { type DiscordHouse, openDiscordHouse } from '../flows/discord-house.ts';
import type { House } from '../flows/house.ts';
import { cardPost, cardPosts, look, opens, replies } from '../flows/sight.ts';
import { silent } from '../histories/doors.ts';
import { FifoQueues, sqsThrough } from '../histories/fifo.ts';
import { firstRelease } from '../histories/release.ts';
import { toldOn } from './scan.ts';
import { type PutOff, watchPutOff } from './waiting.ts';

let all: DiscordHouse;
let house: House;
let putOff: PutOff[];
beforeAll(async () => {
  all = await openDiscordHouse();
  house = all.house;
  putOff = watchPutOff(house);
});
afterAll(() => all.stop());
afterEach(() => {
  house.mattermost.faults.clear();
  all.discord.faults.clear();
  putOff.length = 0;
});
const posts = /POST .*\/posts$/;
const onDiscord = (title: string) =>
  all.discord.messages('team').filter(({ text, buttons }) => buttons.length > 0 && text.includes(title));
const dead = async () => (await house.store.graveyard.list('ops')).map(({ reason }) => reason);

test('06 429 with Retry-After: 30 on target A of 3: B and C are posted now, A waits 30 s and a little', async () => {
  all.discord.faults.add({ kind: 'rate-limit', seconds: 30 }, { method: 'POST', path: /\/messages$/ });
  await house.mattermost.as('tom').command('town-square', '/card §One of three is busy');
  await house.settle();
  for (const room of ['town-square', 'team'])
    expect(look(cardPost(house, room, '§One of three')).fields.Column).toBe('To Do');
  expect(onDiscord('§One of three')).toEqual([]);
  expect(putOff).toEqual([{ queue: 'deliveries', seconds: 30 }]);
  // The jitter comes on top; this house's dice say 0.
  expect(waitBefore(1, 30_000, () => 1)).toBe(31_000);
  await house.lapse(29_000);
  expect(onDiscord('§One of three')).toEqual([]);
  await house.lapse(1_500);
  expect(onDiscord('§One of three')).toHaveLength(1);
  expect(await dead()).toEqual([]);
});

test('06 receives are no measure of death: sixty times busy, and posted in the end', async () => {
  const sixty = { on: posts, kind: { status: 429, headers: { 'Retry-After': '30' } }, times: 60 } as const;
  house.mattermost.faults.next(sixty);
  await house.mattermost.as('tom').command('town-square', '/card §Long busy');
  for (let times = 0; times < 40; times += 1) await house.lapse(31 * 60_000);
  expect(look(cardPost(house, 'town-square', '§Long busy')).fields.Column).toBe('To Do');
  expect(look(cardPost(house, 'team', '§Long busy')).fields.Column).toBe('To Do');
  expect(await dead()).toEqual([]);
});

test.each<[string, () => Record<string, string>, number, number]>([
  ['no header', () => ({}), 1, 2],
  ['an HTTP date', () => ({ 'Retry-After': new Date(house.now() + 41_000).toUTCString() }), 39, 42],
  ['86,400', () => ({ 'Retry-After': '86400' }), 1_800, 1_801],
])('07 429 with %s: a sane wait, then one post', async (how, headers, least, most) => {
  const { card, post } = await opens(house, 'tom', `§Busy with ${how}`);
  await house.lapse(60_000);
  putOff.length = 0;
  house.mattermost.faults.next({ on: posts, kind: { status: 429, headers: headers() }, times: 2 });
  await house.wekan.asUser('ann').comment(card._id, '§heard');
  await house.settle();
  const waits = putOff.map(({ seconds }) => seconds);
  expect(waits).toHaveLength(2);
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(least);
  expect(Math.max(...waits)).toBeLessThanOrEqual(most);
  for (let times = 0; times < 3; times += 1) await house.lapse(31 * 60_000);
  expect(replies(house, post)).toEqual(['ann commented:\n> §heard']);
});

test('08 target 500 five times, then fine: jittered waits, one post, five retries counted', async () => {
  const { card, ref } = await opens(house, 'tom', '§Five times');
  await house.lapse(60_000);
  all.discord.faults.add({ kind: 'status', status: 500 }, { method: 'POST', path: /\/messages$/, times: 5 });
  const before = house.lines.length;
  await house.wekan.asUser('ann').comment(card._id, `§about ${ref}`);
  for (let times = 0; times < 7; times += 1) await house.lapse(120_000);
  const thread = all.discord.messages(onDiscord('§Five times')[0]?.thread ?? '');
  expect(thread.filter(({ text }) => text.includes('§about'))).toHaveLength(1);
  const retries = house.lines
    .slice(before)
    .filter((line) => line.includes('"message-waits"') && line.includes('discord'))
    .map((line) => JSON.parse(line) as { attempt: number; milliseconds: number });
  expect(retries.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 5]);
  // This house's dice say 0, so each is the shortest that it can be.
  expect(
    retries.map(({ attempt, milliseconds }) => milliseconds - waitBefore(attempt, undefined, () => 0)),
  ).toEqual([0, 0, 0, 0, 0]);
  for (const attempt of [1, 2, 3, 4, 5]) {
    const [least, most] = [0, 1].map((random) => waitBefore(attempt, undefined, () => random));
    expect((most ?? 0) / (least ?? 1)).toBe(2);
  }
});

test('08 each of them is a retry in the metrics, and waiting for one’s moment is none', async () => {
  const counted: string[] = [];
  let tries = 0;
  const consume = createConsumer({
    handle: async () => {
      tries += 1;
      if (tries <= 5) throw new CardwireError('chat-unavailable', later);
      if (tries === 6) throw new NotYet(1_000);
    },
    meter: { ...noMeter, count: (name) => void counted.push(name) },
    bury: async () => undefined,
    sqs: sqsThrough(firstRelease, async () => ({})),
    queueUrl: () => '',
    log: silent,
    ...{ now: Date.now, random: Math.random },
  });
  const queue = new FifoQueues(Date.now);
  queue.execute(
    new SendMessageCommand({
      QueueUrl: '',
      MessageBody: '{}',
      MessageGroupId: '',
      MessageDeduplicationId: '',
    }),
  );
  const [message] = queue.receivable();
  for (let times = 0; message && times < 7; times += 1) await consume(queue.receive(message));
  expect([tries, counted.filter((name) => name === 'Retried').length, counted.includes('Dead')]).toEqual([
    7,
    5,
    false,
  ]);
});

// The last one: the queue's own clock does not run ahead with the house's, so that from here on everything is old.
test('07 what is busy for thirteen days lies with the dead, with its reason', async () => {
  const { card } = await opens(house, 'tom', '§Busy for ever');
  await house.lapse(60_000);
  const busy = { status: 429, headers: { 'Retry-After': '86400' } };
  house.mattermost.faults.next({ on: /posts/, kind: busy, times: 1_000 });
  await house.wekan.asUser('ann').moveCard(card._id, 'Doing');
  await house.lapse(11 * 24 * 3_600_000);
  expect(await dead()).toEqual([]);
  await house.lapse(3 * 24 * 3_600_000);
  expect(await dead()).toEqual(['mattermost-busy', 'mattermost-busy']);
  expect(house.logged.splice(0)).toEqual(['mattermost-busy', 'mattermost-busy']);
});

test('27 log scan during the rows above', () => {
  expect(toldOn(house, { 'the Discord bot’s token': all.discord.application.token })).toEqual([]);
  expect(house.logged).toEqual([]);
  expect(cardPosts(house, 'town-square').length).toBeGreaterThan(4);
});
