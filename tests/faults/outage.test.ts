import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createDoor } from '../../lib/doors/door.ts';
import { localRegion } from '../../lib/local/credentials.ts';
import { createEnqueue, createSqs } from '../../lib/queue/enqueue.ts';
import { storeTeam } from '../../lib/teams/stored.ts';
import { serveDoors } from '../doors/serve.ts';
import { captureLog } from '../flows/capture-log.ts';
import { type DiscordHouse, openDiscordHouse } from '../flows/discord-house.ts';
import { keysFor } from '../flows/house.ts';
import { cardPost, cardPosts, look, opens, types } from '../flows/sight.ts';
import { calm, openHouse as openMemory } from '../histories/house.ts';
import { violationsOf } from '../histories/invariants.ts';
import { deadLetters, replayDead } from '../histories/operator.ts';
import { keysOf, senders } from './door-requests.ts';
import { toldOn } from './scan.ts';
import { dice } from './scripts.ts';

const deployment = 'the key of today';
/** A chat gives up a slash command after 3 s. Milliseconds. */
const patienceOfChats = 3_000;

describe('15 queue unavailable at the door', () => {
  let silent: Server;
  beforeAll(async () => {
    silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
  });
  afterAll(() => {
    silent.closeAllConnections();
    silent.close();
  });
  const endpoints: readonly (readonly [string, () => string])[] = [
    ['refuses every connection', () => 'http://127.0.0.1:9'],
    ['never answers', () => `http://127.0.0.1:${(silent.address() as AddressInfo).port}`],
  ];

  test.each(
    endpoints.flatMap(([how, url]) => senders.map((sender) => [sender.source, how, sender, url] as const)),
  )('%s, when it %s: no 2xx that loses anything, in time', async (source, _how, sender, url) => {
    process.env.AWS_ENDPOINT_URL_SQS = url();
    Object.assign(process.env, {
      AWS_REGION: localRegion,
      AWS_ACCESS_KEY_ID: 'x',
      AWS_SECRET_ACCESS_KEY: 'x',
    });
    const sqs = createSqs();
    const { log, lines } = captureLog();
    const door = createDoor({
      ...{ source, ...sender.parts, log, keys: keysOf(deployment, source)[0] },
      enqueue: createEnqueue(`${url()}/000000000000/events.fifo`, sqs),
    });
    const served = await serveDoors({ [source]: door });
    const { path, headers, body } = sender.good(deployment, Date.now());
    const began = Date.now();
    const answer = await fetch(`${served.url}${path}`, {
      method: 'POST',
      headers,
      body: new Uint8Array(body),
    });
    const text = await answer.text();
    expect(Date.now() - began).toBeLessThan(patienceOfChats);
    await served.stop();
    sqs.destroy();
    // Boards hear 503; people hear in words what to do, with what they wrote: a bare status would be a red error.
    if (source.endsWith('-webhook')) expect([answer.status, text]).toEqual([503, '']);
    else {
      expect(answer.status).toBe(200);
      expect(JSON.parse(text)).not.toMatchObject({ type: 5 });
      expect(text).toMatch(/again/);
      expect(text).toMatch(/☃/);
    }
    expect(lines.filter((line) => line.includes('"queue-failed"'))).toHaveLength(1);
    expect(lines.join()).not.toMatch(/§|☃/);
  });
});

describe('on the wire', () => {
  let all: DiscordHouse;
  /** So many calls to the table fail as throttled ones do. */
  let throttled = 0;
  beforeAll(async () => {
    all = await openDiscordHouse();
    all.house.clients.dynamodb.middlewareStack.add(
      (next) => async (args) => {
        if (throttled === 0) return next(args);
        throttled -= 1;
        const name = 'ProvisionedThroughputExceededException';
        throw Object.assign(new Error('The level of configured provisioned throughput was exceeded.'), {
          name,
        });
      },
      { step: 'initialize' },
    );
  });
  afterAll(() => all.stop());
  afterEach(() => {
    throttled = 0;
  });

  test('16 DynamoDB throttled: doors answer, nothing is lost, retries are bounded', async () => {
    const { house, discord } = all;
    const { card } = await opens(house, 'tom', '§Before the storm');
    throttled = 60;
    const began = Date.now();
    expect(await house.mattermost.as('tom').command('town-square', '/card §In the storm')).toEqual({
      shown: [],
    });
    expect(
      await house.mattermost.as('ann').command('town-square', `/card comment #${card.cardNumber} §heard`),
    ).toEqual({
      shown: [],
    });
    const typing = discord
      .as('tom')
      .autocompletes('general', '/card move', { card: '#1', column: '' }, 'column');
    expect(await typing).toMatchObject({ choices: [] });
    expect(Date.now() - began).toBeLessThan(3 * patienceOfChats);
    await house.wekan.asUser('ann').moveCard(card._id, 'Doing');
    for (let minutes = 0; minutes < 60 && throttled > 0; minutes += 1) await house.lapse(60_000);
    for (let times = 0; times < 4; times += 1) await house.lapse(120_000);
    expect(throttled).toBe(0);
    expect(look(cardPost(house, 'town-square', '§In the storm')).fields.Column).toBe('To Do');
    expect(look(cardPost(house, 'town-square', '§Before the storm')).fields.Column).toBe('Doing');
    expect(house.wekan.world.comments.filter(({ text }) => text.startsWith('§heard'))).toHaveLength(1);
    expect(cardPosts(house, 'town-square')).toHaveLength(2);
    expect(await house.store.graveyard.list('ops')).toEqual([]);
  });

  test('14 a board’s password changed while twenty events are in flight: signed in for once, no storm', async () => {
    const { house } = all;
    const cards = [];
    for (let count = 0; count < 10; count += 1)
      cards.push((await opens(house, 'tom', `§Flight ${count}`)).card);
    await house.lapse(60_000);
    const self = house.wekan.world.users.find(({ username }) => username === 'cardwire');
    if (self) self.password = 'the new password';
    house.wekan.faults.revokeTokens();
    const { main } = house.team.boards;
    if (main?.product !== 'wekan') throw new Error('no board');
    const team = { ...house.team, boards: { main: { ...main, password: 'the new password' } } };
    await house.store.teams.put({ id: 'ops', settings: storeTeam(team, keysFor('stored-secrets')) });
    const logins = () => house.wekan.requests.filter(({ path }) => path === '/users/login').length;
    const before = logins();
    const ann = house.wekan.asUser('ann');
    await Promise.all(
      cards.flatMap(({ _id }) => [ann.moveCard(_id, 'Doing'), ann.comment(_id, '§in flight')]),
    );
    for (let times = 0; times < 5; times += 1) await house.lapse(60_000);
    // The old one is tried for as long as settings are remembered, which is a minute; then the new one, once.
    expect(logins() - before).toBeLessThanOrEqual(4);
    for (const { title } of cards)
      expect(look(cardPost(house, 'town-square', title)).fields.Column).toBe('Doing');
    expect(await house.store.graveyard.list('ops')).toEqual([]);
    expect(await types(house, 'tom', '/card list')).toEqual([expect.stringContaining('Flight')]);
  });

  test('27 log scan during the rows above', () => {
    expect(toldOn(all.house, { 'the new password': 'the new password' })).toEqual([]);
    expect(all.house.logged).toEqual([]);
  });
});

test('16 a storm of failed and unheard calls to the table, in memory: bounded, nothing lost, nothing twice', async () => {
  for (let seed = 1; seed <= 12; seed += 1) {
    const house = await openMemory();
    let left = 150;
    const { choose } = dice(seed);
    const script = {
      choose,
      faultFor: ({ side }: { side: string }) => {
        if (side !== 'table' || left === 0 || choose(3) % 3 === 0) return 'none' as const;
        left -= 1;
        return left % 4 === 0 ? ('error-done' as const) : ('error' as const);
      },
    };
    const tom = house.hands[0].chat('tom');
    await tom.command('square', '/card §OPS pump');
    await house.play(script, house.clock.now + 200);
    await house.hands[0].chat('ann').command('dev', '/card comment #1 §OPS drips');
    void house.hands[0].board('ann').moveCard('theSameCardOfBoth', 'Doing');
    await house.play(script);
    // A run that hears of no write at all counts as dead: what was given up for it is kept, and brought back.
    await replayDead(house, await deadLetters(house), 'whole');
    await house.play(calm);
    expect({ seed, violations: violationsOf(house) }).toEqual({ seed, violations: [] });
    expect(left).toBeLessThan(75);
  }
});
