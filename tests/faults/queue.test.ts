import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { openSecret, type SealedSecret } from '../../lib/teams/secrets.ts';
import { type ChangeEvent, EVENT_VERSION } from '../../schemas/event.ts';
import { type House, keysFor, openHouse } from '../flows/house.ts';
import { cardPost, cardTitled, look, opens, replies, types } from '../flows/sight.ts';
import { toldOn } from './scan.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.stop());
beforeEach(() => house.wekan.faults.clear());
const rest = async () => {
  for (let times = 0; times < 3; times += 1) await house.lapse(60_000);
};
const ann = () => house.wekan.asUser('ann');
const dead = () => house.store.graveyard.list('ops');
let sent = 0;
const put = (body: unknown, group: string, queue: 'events' | 'deliveries' = 'events') =>
  house.clients.sqs.send(
    new SendMessageCommand({
      ...{ QueueUrl: house.queueUrls[queue], MessageGroupId: group, MessageDeduplicationId: `put-${++sent}` },
      MessageBody: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );

test('10 one of ten messages is poisonous: nine are done, it dies at once with its reason, listed and whole', async () => {
  const poison: readonly (readonly [string, string])[] = [
    ['{"v":1,"team":"ops", "§', '-'],
    [JSON.stringify({ v: 1, kind: 'wonder', team: 'ops', id: 'x', text: '§secret' }), 'ops'],
  ];
  for (const [body, team] of poison) {
    const before = await house.store.graveyard.list(team);
    const tom = house.mattermost.as('tom');
    for (let count = 0; count < 9; count += 1) {
      if (count === 4) await put(body, 'the-same-group');
      await tom.command('town-square', `/card §Good ${sent}.${count}.`);
    }
    await house.settle();
    for (let count = 0; count < 9; count += 1) {
      const number = count < 4 ? sent - 1 : sent;
      expect(cardTitled(house, `§Good ${number}.${count}.`).archived).toBe(false);
    }
    const [one, ...more] = (await house.store.graveyard.list(team)).slice(before.length);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ reason: 'message-unreadable', group: 'the-same-group' });
    expect(one?.body).not.toContain('§');
    expect(openSecret(one?.body as SealedSecret, { team, field: 'dead' }, keysFor('stored-secrets'))).toBe(
      body,
    );
    expect(house.logged.splice(0)).toEqual(['message-unreadable']);
  }
});

test('11 A1 fails, A2 of the same group and B1 wait: B1 is done now, A2 only after A1', async () => {
  const [a, b] = [await opens(house, 'tom', '§A'), await opens(house, 'tom', '§B')];
  await house.lapse(60_000);
  house.wekan.faults.add({ kind: 'status', status: 503 }, { method: 'GET', path: new RegExp(a.card._id) });
  await ann().comment(a.card._id, '§A1');
  await ann().comment(a.card._id, '§A2');
  await ann().comment(b.card._id, '§B1');
  await house.settle();
  expect(replies(house, b.post)).toEqual(['ann commented:\n> §B1']);
  expect(replies(house, a.post)).toEqual([]);
  await rest();
  const told = replies(house, a.post).join('\n');
  expect([told.match(/§A1/g)?.length, told.match(/§A2/g)?.length]).toEqual([1, 1]);
  expect(told.indexOf('§A1')).toBeLessThan(told.indexOf('§A2'));
});

test('22 card deleted while messages wait: dropped, without an error', async () => {
  const { card, post } = await opens(house, 'tom', '§Short-lived');
  await house.lapse(60_000);
  house.wekan.faults.add(
    { kind: 'status', status: 503 },
    { method: 'GET', path: new RegExp(card._id), times: 3 },
  );
  await ann().comment(card._id, '§never told');
  await ann().moveCard(card._id, 'Doing');
  await types(house, 'tom', `/card comment #${card.cardNumber} §too late`);
  await ann().delete(card._id);
  await rest();
  await rest();
  expect(look(post).last).toContain('deleted');
  expect(replies(house, post).join()).not.toContain('§never told');
  expect(await dead()).toHaveLength(1);
  expect(house.logged).toEqual([]);
});

test('22 user unsubscribed while messages wait: nothing more is said there, without an error', async () => {
  const { card, ref, post } = await opens(house, 'tom', '§Unfollowed');
  await house.lapse(60_000);
  house.wekan.faults.add(
    { kind: 'status', status: 503 },
    { method: 'GET', path: /^\/api\/cards\//, times: 1 },
  );
  await ann().comment(card._id, '§not for tom');
  expect(await types(house, 'tom', `/card unfollow ${ref}`)).toEqual([expect.stringMatching(/is quiet now/)]);
  await rest();
  expect(replies(house, post).join()).not.toContain('§not for tom');
  expect(replies(house, cardPost(house, 'team', '§Unfollowed')).join()).toContain('§not for tom');
  expect(house.logged).toEqual([]);
});

test('26 deploy in mid-stream: what a newer worker queued waits for it, and is done once it is there', async () => {
  const before = (await dead()).length;
  const { card, post } = await opens(house, 'tom', '§Mid-stream');
  await house.lapse(60_000);
  const newer = { v: EVENT_VERSION + 1, kind: 'change', team: 'ops', shape: { of: 'tomorrow' } };
  for (const queue of ['events', 'deliveries'] as const) await put(newer, 'of-tomorrow', queue);
  // Sooner than the deploy is done nothing happens to it, and its group waits behind it.
  const event: ChangeEvent = {
    ...{ v: EVENT_VERSION, id: 'behind', at: house.now(), team: 'ops', connection: 'main', generation: 1 },
    ...{ kind: 'change', change: { kind: 'move', card: card._id } },
  };
  await put(event, 'of-tomorrow');
  await ann().moveCard(card._id, 'Doing');
  for (let hours = 0; hours < 3; hours += 1) await house.lapse(3_600_000);
  expect(look(post).fields.Column).toBe('Doing');
  expect(await dead()).toHaveLength(before);
  expect(house.lines.filter((line) => line.includes('message-too-new')).length).toBeGreaterThan(2);
  expect(house.logged).toEqual([]);
  // What an older one queued is understood by this one: fields it does not know of are let be.
  await put({ ...event, id: 'older', unheardOf: 'of today' }, 'of-yesterday');
  await house.settle();
  expect(await dead()).toHaveLength(before);
});

test('27 log scan during the rows above', () => {
  expect(toldOn(house)).toEqual([]);
});
