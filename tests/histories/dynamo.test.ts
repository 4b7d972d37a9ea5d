import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { CardId } from '../../lib/domain/card.ts';
import { localCredentials, localRegion } from '../../lib/local/credentials.ts';
import { type LocalTable, startTable } from '../../lib/local/table.ts';
import { createStore, type Store } from '../../lib/store/store.ts';
import { createTable } from '../../lib/store/table.ts';
import type { CardFace } from '../../schemas/delivery.ts';
import { readResources } from '../local/read-resources.ts';
import { dynamoThrough, MemoryTable } from './dynamo.ts';

let local: LocalTable;
let real: DynamoDBClient;
beforeAll(async () => {
  local = await startTable(readResources(), {});
  real = new DynamoDBClient({
    ...{ endpoint: local.endpoint, region: localRegion, credentials: localCredentials },
  });
});
afterAll(async () => {
  real.destroy();
  await local.stop();
});

const key = { board: 'main', card: 'card' as CardId, conversation: 'mattermost:chat:room:' };
const owner = { connection: 'chat', person: 'u1', name: 'Tom', conversation: key.conversation };
const line = { at: 1, what: 'command-create', event: 'e' };
const face = (revision: number): CardFace => ({
  ...{ id: 'card', title: 'Pump', column: 'To Do', people: [], labels: [], url: '', state: 'open', revision },
});
const telling = (id: string) => ({ happening: { id, kind: 'move', at: 1 }, loudness: 'reply' }) as const;

const room = (team: string) => ({ team, where: key.conversation });
const missed = (n: number) => ({ board: key.board, card: `card${n % 2}` as CardId });

type Act = (store: Store, team: string, n: number, now: number) => Promise<unknown>;

/** Everything that a room of the table does, with as little as it takes. */
const acts: Readonly<Record<string, Act>> = {
  claim: ({ receipts }, team, n) => receipts.claim(team, `event${n}`),
  complete: ({ receipts }, team, n) => receipts.complete(team, `event${n}`, 'done'),
  release: ({ receipts }, team, n) => receipts.release(team, `event${n}`, 'busy'),
  own: ({ cards }, team, n) => cards.own({ ...key, team }, owner, n, line),
  follow: ({ cards }, team, n) => cards.follow({ ...key, team }, { conversation: `c${n}` }),
  unfollow: ({ cards }, team, n) => cards.unfollow({ ...key, team }, `c${n}`),
  meet: ({ cards }, team, n) => cards.meet({ ...key, team }, n),
  byNumber: ({ cards }, team, n) => cards.byNumber(team, 'main', n),
  ownedBy: ({ cards }, team) => cards.ownedBy(team, 'chat', 'u1'),
  card: ({ cards }, team) => cards.get({ ...key, team }),
  story: ({ cards }, team) => cards.addToStory({ ...key, team }, line),
  thread: ({ threads }, team) => threads.get({ ...key, team }),
  tell: ({ threads }, team, n, now) =>
    threads.claim({ ...key, team }, telling(`h${n}`), face(n), now - 10_000),
  pending: ({ threads }, team) => threads.claimPending({ ...key, team }),
  leftover: ({ threads }, team) => threads.claimLeftover({ ...key, team }),
  gather: ({ threads }, team, n, now) => threads.gather({ ...key, team }, telling(`h${n}`), face(n), now),
  giveBack: async ({ threads }, team) => {
    const before = await threads.get({ ...key, team });
    return before && threads.release({ ...key, team }, before, line);
  },
  shown: async ({ threads }, team, n) => {
    const before = await threads.get({ ...key, team });
    const state = { message: 'm', thread: 'm' };
    return (
      before && threads.complete({ ...key, team }, { before, state, face: face(n), last: undefined, line })
    );
  },
  ofCard: ({ threads }, team) => threads.ofCard({ ...key, team }),
  pause: ({ paused }, team) => paused.pause(room(team), 'mattermost-forbidden'),
  miss: async ({ paused }, team, n) => {
    const before = await paused.get(room(team));
    const comments = n > 1 ? [{ id: `c${n}`, step: 'added' as const }] : [];
    return before && paused.miss(room(team), before, { ...missed(n), comments });
  },
  caughtUp: async ({ paused }, team, n) => {
    const all = (await paused.get(room(team)))?.missed ?? [];
    const comments = all.find(({ card }) => card === missed(n).card)?.comments ?? [];
    // As it was read before the last ones were missed.
    return paused.caughtUp(room(team), { ...missed(n), comments: comments.slice(0, n) });
  },
  wake: ({ paused }, team) => paused.wake(room(team)),
  end: ({ paused }, team) => paused.end(room(team)),
  paused: ({ paused }, team) => paused.list(team),
  bury: ({ graveyard }, team, n) =>
    graveyard.bury({ team, id: `m${n}`, reason: 'r', queue: 'events', group: 'g', at: n, body: 'b' }),
  graves: ({ graveyard }, team) => graveyard.list(team),
};

const doing = fc.record({
  act: fc.constantFrom(...Object.keys(acts)),
  n: fc.nat(3),
  later: fc.constantFrom(0, 5_000, 80_000),
});

/** Runs everything and takes down what came of it, refusals too. */
async function play(client: DynamoDBClient, name: string, team: string, doings: readonly Doing[]) {
  let now = Date.UTC(2026, 10, 21, 9);
  const clock = () => now;
  const store = createStore(createTable(client, name, clock), clock);
  const seen: unknown[] = [];
  for (const { act, n, later } of doings) {
    now += later;
    const outcome = await acts[act]?.(store, team, n, now).catch((error: Error) => error.name);
    seen.push({ act, outcome });
  }
  return seen;
}

interface Doing {
  readonly act: string;
  readonly n: number;
  readonly later: number;
}

test('the table in memory answers as the embedded DynamoDB does', async () => {
  let teams = 0;
  const property = fc.asyncProperty(fc.array(doing, { maxLength: 40, size: 'max' }), async (doings) => {
    teams += 1;
    const team = `team${teams}`;
    const table = new MemoryTable();
    const memory = dynamoThrough(async (command) => table.execute(command));
    const [inMemory, embedded] = [
      await play(memory, 'table', team, doings),
      await play(real, local.tableName, team, doings),
    ];
    expect(inMemory).toEqual(embedded);
  });
  await fc.assert(property, { numRuns: 60, seed: 20_261_121 });
}, 120_000);
