import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { CardId } from '../../lib/domain/card.ts';
import { deriveKey } from '../../lib/domain/keys.ts';
import { type LocalAws, startAws } from '../../lib/local/aws.ts';
import { localCredentials } from '../../lib/local/credentials.ts';
import { createStore, type Store } from '../../lib/store/store.ts';
import { createTable } from '../../lib/store/table.ts';
import { sealSecret } from '../../lib/teams/secrets.ts';
import { readResources } from '../local/read-resources.ts';
import { runCli } from './run-cli.ts';

const deploymentKey = 'a key of at least thirty-two characters';
const hour = 3_600_000;

let aws: LocalAws;
let store: Store;
let env: Record<string, string>;
let sqs: SQSClient;
let dynamodb: DynamoDBClient;
beforeAll(async () => {
  aws = await startAws({ resources: readResources() });
  const place = { region: aws.region, credentials: localCredentials };
  dynamodb = new DynamoDBClient({ ...place, endpoint: aws.endpoints.dynamodb });
  sqs = new SQSClient({ ...place, endpoint: aws.endpoints.sqs });
  store = createStore(createTable(dynamodb, aws.tableName, Date.now), Date.now);
  env = { ...aws.environment, TABLE_NAME: aws.tableName, CARDWIRE_KEY: deploymentKey };
  await store.teams.put({
    id: 'ops',
    settings: JSON.stringify({ v: 1, id: 'ops', boards: { kanban: {}, roadmap: {} }, teamChannels: [] }),
  });
});
afterAll(async () => {
  dynamodb.destroy();
  sqs.destroy();
  await aws.stop();
});

let count = 0;
/** One dead letter of a team, so old, whose body says what it is. */
async function buries(what: string, { team = 'ops', group = 'g', age = hour, key = deploymentKey } = {}) {
  count += 1;
  const queue = 'cardwire-test-events.fifo';
  const raw = JSON.stringify({ v: 1, kind: 'change', team, what });
  const body = sealSecret(raw, { team, field: 'dead' }, [deriveKey(key, 'stored-secrets')]);
  const about = {
    team,
    id: `m${count}`,
    reason: 'wekan-sign-in-refused',
    queue,
    group,
    at: Date.now() - age,
  };
  await store.graveyard.bury({ ...about, body, kind: 'change', board: 'kanban', card: `c-${what}` });
}

/** What comes out of the queue, in order. */
async function queued(): Promise<readonly string[]> {
  const QueueUrl = aws.queueUrls.EventsQueue ?? '';
  const all: string[] = [];
  for (;;) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 1 }),
    );
    if (Messages.length === 0) return all;
    for (const { Body = '{}', ReceiptHandle } of Messages) {
      all.push(JSON.parse(Body).what);
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    }
  }
}

const cardwire = (...args: readonly string[]) => runCli(args, env);
const fast = ['--rate', '50'];

beforeEach(async () => {
  for (const team of ['ops', 'broken', '-']) {
    for (const dead of await store.graveyard.list(team)) await store.graveyard.raised(dead);
  }
});

describe('cardwire dead', () => {
  test('lists reason, team, card and age, of all teams and of nobody, and no body', async () => {
    await buries('first', { age: 50 * hour });
    await buries('second', { team: '-' });
    const { code, out } = await runCli(['dead'], { ...env, CARDWIRE_KEY: undefined });
    expect(code).toBe(0);
    expect(out).toMatch(/ops +wekan-sign-in-refused +change +kanban +c-first +2 d/);
    expect(out).toMatch(/- +wekan-sign-in-refused +change +kanban +c-second +60 min/);
    expect(out).toContain('2 dead letters');
    expect(out).not.toContain('v1.');
  });

  test('names a card by its number, where that is known, as people do', async () => {
    await store.cards.meet({ team: 'ops', board: 'kanban', card: 'c-known' as CardId }, 42);
    await buries('known');
    await buries('unknown');
    const { out } = await cardwire('dead');
    expect(out).toMatch(/ops +wekan-sign-in-refused +change +kanban +KANBAN-42 +60 min/);
    expect(out).not.toContain('c-known');
    expect(out).toContain('c-unknown');
    expect((await cardwire('replay', '--dry-run')).out).toContain('KANBAN-42');
    expect((await cardwire('trace', 'ops', 'KANBAN-42')).out).toMatch(
      /^Card KANBAN-42 on kanban[\s\S]*now: dead/,
    );
  });

  test('lists those of a team whose settings nobody can read, too', async () => {
    await store.teams.put({ id: 'broken', settings: '{' });
    await buries('hidden', { team: 'broken' });
    await buries('other');
    const { code, out } = await cardwire('dead');
    expect([code, out.includes('c-hidden'), out.includes('c-other')]).toEqual([0, true, true]);
  });

  test('says so when there are none, and refuses a team that there is not', async () => {
    expect((await cardwire('dead')).out).toContain('No dead letters');
    expect((await cardwire('dead', '--team', 'nobodys')).err).toContain('there is no team nobodys');
  });

  test('lists what came since a moment', async () => {
    await buries('old', { age: 50 * hour, team: '-' });
    await buries('new', { age: hour, team: '-' });
    for (const since of ['2h', '1d', new Date(Date.now() - 2 * hour).toISOString().slice(0, 16)]) {
      const { out } = await cardwire('dead', '--team', '-', '--since', since);
      expect([out.includes('c-new'), out.includes('c-old')]).toEqual([true, false]);
      expect(out).toContain(`cardwire -- replay --team - --since ${since}\n`);
    }
    expect((await cardwire('dead')).out).toContain('cardwire -- replay\n');
    const none = await cardwire('dead', '--team', 'ops', '--since', '30m');
    expect(none.out).toMatch(/^No dead letters of ops since 30m on /);
    expect((await cardwire('replay', '--team', '-', '--since', '30m')).out).toMatch(
      /^No dead letters of no team/,
    );
    expect((await cardwire('dead', '--since', 'yesterday')).err).toContain('--since yesterday');
  });
});

describe('cardwire replay', () => {
  test('puts them back in order, once', async () => {
    for (const what of ['a', 'b', 'c']) await buries(what, { age: hour - count });
    const { code, out } = await cardwire('replay', ...fast);
    expect([code, out]).toEqual([0, '3 dead letters brought back.\n']);
    expect(await queued()).toEqual(['a', 'b', 'c']);
    expect((await cardwire('replay')).out).toContain('No dead letters');
    expect(await queued()).toEqual([]);
  });

  test('shows what it would do, and does nothing', async () => {
    await buries('would');
    const { out } = await cardwire('replay', '--dry-run');
    expect(out).toMatch(/c-would[\s\S]*1 dead letter would be brought back/);
    expect(await store.graveyard.list('ops')).toHaveLength(1);
    expect(await queued()).toEqual([]);
  });

  test('leaves what another run has in hand, and what comes behind it in its group', async () => {
    await buries('held', { group: 'one', age: 3 * hour });
    await buries('behind', { group: 'one', age: 2 * hour });
    await buries('beside', { group: 'other' });
    const [held] = await store.graveyard.list('ops');
    expect(held && (await store.graveyard.claim(held))).toBe(true);
    const { code, out, err } = await cardwire('replay', ...fast);
    expect([code, out]).toEqual([1, '1 dead letter brought back.\n']);
    expect(err).toContain('2 left: another replay has them in hand');
    expect(await queued()).toEqual(['beside']);
  });

  test('leaves what no key opens, and says which key may be missing', async () => {
    await buries('sealed', { key: 'another key of at least thirty-two characters', group: 'one' });
    const { code, err } = await cardwire('replay', ...fast);
    expect([code, err]).toEqual([1, expect.stringContaining('CARDWIRE_KEY_PREVIOUS')]);
    expect(await store.graveyard.list('ops')).toHaveLength(1);
  });

  test.each(['0', '-1', '1000', 'fast'])('a rate of %s is refused', async (rate) => {
    expect((await cardwire('replay', `--rate=${rate}`)).err).toContain(`--rate ${rate}`);
  });
});
