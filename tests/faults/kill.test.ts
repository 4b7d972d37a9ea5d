import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { localCredentials } from '../../lib/local/credentials.ts';
import { createClosing } from '../../lib/local/demo/closing.ts';
import { type Fakes, rooms, startFakes } from '../../lib/local/demo/fakes.ts';
import { settled } from '../../lib/local/demo/queues.ts';
import { connectTeam } from '../../lib/local/demo/team.ts';
import type { LocalEndpoints } from '../../lib/local/stack-file.ts';
import { createStore } from '../../lib/store/store.ts';
import { createTable } from '../../lib/store/table.ts';
import { burstOn, columnsShown, type Doing, guests, wrong } from './burst.ts';
import { type KilledStack, prepareStack } from './killed-stack.ts';

/** A run that was killed is taken for dead when its lease of 70 s is over: the second start is so much later. Milliseconds. */
const LATER = 75_000;
const silent = { begin: () => undefined, end: () => undefined };

/** What time it is for everyone, the stack, the board and the chat. */
let ahead = 0;
const now = () => Date.now() + ahead;

let fakes: Fakes;
let stack: KilledStack;
let dataDir: string;
const closing = createClosing();
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'cardwire-'));
  stack = await prepareStack(dataDir);
  fakes = await startFakes(closing, now);
  for (const name of guests) fakes.mattermost.addUser(name);
});
afterAll(async () => {
  await stack.kill();
  await closing.closeAll();
  await rm(dataDir, { recursive: true, force: true });
});

test('28 kill -9 of everything in the middle of 200 commands and 400 changes: nothing lost, nothing twice', async () => {
  const first = await stack.start();
  await connectTeam(fakes, first, silent);
  const names = Array.from({ length: 20 }, (_, at) => `§card ${at}.`);
  for (const name of names) await fakes.mattermost.as('tom').command(rooms.open, `/card ${name}`);
  await settledPatiently(first);
  const cards = [...fakes.wekan.world.cards];
  expect(cards.map(({ title }) => title)).toEqual(names);

  const doings = burstOn(fakes, cards);
  const second = await sendAll(doings);
  expect(doings.filter(({ taken }) => taken).length).toBeGreaterThan(400);
  await settledPatiently(second);

  expect(
    wrong(fakes, [{ what: 'create', text: '§nobody said', act: async () => true, taken: true }]),
  ).toHaveLength(3);
  expect(wrong(fakes, doings)).toEqual([]);
  for (const { title, listId } of fakes.wekan.world.cards) {
    const column = fakes.wekan.world.lists.find(({ _id }) => _id === listId)?.title;
    expect([title, columnsShown(fakes, title)]).toEqual([title, [column, column]]);
  }
  expect(await deadIn(second)).toEqual([]);
}, 600_000);

/** serverless-offline answers 200 for a door that starts too slowly, on a busy machine: the doors start before anyone calls in earnest. */
async function warm({ url }: LocalEndpoints): Promise<void> {
  const call = async (door: string) => {
    for (let tries = 0; tries < 10; tries += 1) {
      const { status } = await fetch(`${url}/${door}/demo/none.1/unsealed`, { method: 'POST' });
      if (status === 401) return;
    }
  };
  const doors = ['wekan-webhook', 'mattermost-command'];
  await Promise.all(doors.flatMap((door) => Array.from({ length: 8 }, () => call(door))));
}

/** On a busy machine a minute does not do, and a run that took too long keeps its claim for another one. */
async function settledPatiently(endpoints: LocalEndpoints): Promise<void> {
  for (let minutes = 0; minutes < 6; minutes += 1) {
    const done = await settled(endpoints).then(
      () => true,
      () => false,
    );
    if (done) return;
  }
  throw new Error('the queues do not become empty');
}

/** Sends everything by eight at once, and kills the stack in the middle of it. */
async function sendAll(doings: readonly Doing[]): Promise<LocalEndpoints> {
  let next = 0;
  let again: Promise<LocalEndpoints> | undefined;
  const restart = async () => {
    await stack.kill();
    ahead = LATER;
    const endpoints = await stack.start(ahead);
    await warm(endpoints);
    return endpoints;
  };
  const sender = async () => {
    for (let doing = doings[next++]; doing; doing = doings[next++]) {
      doing.taken = await doing.act();
      if (next > doings.length / 2) again ??= restart();
      await again;
    }
  };
  await Promise.all(Array.from({ length: 8 }, sender));
  if (!again) throw new Error('it was not killed');
  return again;
}

async function deadIn({ dynamodb: endpoint, region, tableName }: LocalEndpoints) {
  const client = new DynamoDBClient({ endpoint, region, credentials: localCredentials });
  const dead = await createStore(createTable(client, tableName, now), now).graveyard.list('demo');
  client.destroy();
  return dead.map(({ reason }) => reason);
}
