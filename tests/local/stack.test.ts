import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sealAddress } from '../../lib/domain/address.ts';
import { deriveKey } from '../../lib/domain/keys.ts';
import { localCredentials } from '../../lib/local/credentials.ts';
import { freePort } from '../../lib/local/demo/free-port.ts';
import { demoKey } from '../../lib/local/demo-key.ts';
import { type LocalEndpoints, localEndpoints } from '../../lib/local/stack-file.ts';

const root = join(import.meta.dirname, '../..');
const sample = readFileSync(join(root, 'events/wekan/create-card.json'), 'utf8');

let env: Record<string, string | undefined>;
beforeAll(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'cardwire-'));
  env = {
    ...{ PATH: process.env.PATH, CARDWIRE_DATA: dataDir },
    ...{ CARDWIRE_PORT: `${await freePort()}`, CARDWIRE_SMTP_PORT: `${await freePort()}` },
  };
});
const children = new Set<ChildProcess>();
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(env.CARDWIRE_DATA ?? '', { recursive: true });
});

test('one process runs the doors, the queues and the dispatcher; killed, it goes on where it was', async () => {
  const first = await start();
  expect(await post(sealed('board.1'))).toBe(200);
  expect(await post(`${sealed('board.1')}x`)).toBe(401);
  await untilQueuesAreEmpty();

  first.kill('SIGKILL');
  await once(first, 'exit');
  expect(localEndpoints(env)).toBeUndefined();

  const second = await start();
  expect(localEndpoints(env)?.key).toBe(demoKey);
  expect(await post(sealed('board.1'))).toBe(200);
  expect(await tableAnswers()).toBe(true);

  second.kill('SIGINT');
  expect(await once(second, 'exit')).toEqual([0, null]);
  expect(existsSync(join(env.CARDWIRE_DATA ?? '', 'stack.json'))).toBe(false);
}, 300_000);

test('a taken port is told in a line that names the way out', async () => {
  const squatter = createServer().listen(Number(env.CARDWIRE_PORT), '127.0.0.1');
  await once(squatter, 'listening');
  const child = launch();
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += text));
  const [code] = await once(child, 'close');
  squatter.close();
  expect(code).toBe(1);
  expect(said).toContain(`Port ${env.CARDWIRE_PORT} is in use`);
  expect(said).toContain('CARDWIRE_PORT=<port>');
  expect(said).not.toContain('    at ');
}, 300_000);

function launch(): ChildProcess {
  const child = spawn(process.execPath, [join(root, 'lib/local/start.ts')], { cwd: root, env });
  children.add(child);
  return child;
}

/** Resolves when the stack says that it runs. */
async function start(): Promise<ChildProcess> {
  const child = launch();
  const { promise, resolve, reject } = Promise.withResolvers<ChildProcess>();
  let said = '';
  const hear = (text: Buffer) => {
    said += text;
    if (said.includes(`Cardwire runs at http://127.0.0.1:${env.CARDWIRE_PORT}`)) resolve(child);
  };
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', hear);
  child.once('exit', () => reject(new Error(`the stack ended: ${said}`)));
  return promise;
}

function sealed(connection: string): string {
  const [name = '', generation = ''] = connection.split('.');
  const address = {
    source: 'wekan-webhook',
    team: 'nobody',
    connection: name,
    generation: Number(generation),
  };
  return sealAddress(address, [deriveKey(demoKey, 'wekan-webhook')]);
}

async function post(path: string): Promise<number> {
  const url = `http://127.0.0.1:${env.CARDWIRE_PORT}${path}`;
  const headers = { 'content-type': 'application/json' };
  return (await fetch(url, { method: 'POST', headers, body: sample })).status;
}

/** The dispatcher has taken what the door queued, whatever it made of it. */
async function untilQueuesAreEmpty(): Promise<void> {
  for (;;) {
    const answer = await fetch(`${endpoints().sqs}/_fauxqs/queues`);
    const queues = (await answer.json()) as Record<string, number>[];
    const count = (queue: Record<string, number>) =>
      (queue.approximateMessageCount ?? 0) + (queue.approximateInflightCount ?? 0);
    if (queues.every((queue) => count(queue) === 0)) return;
    await sleep(50);
  }
}

async function tableAnswers(): Promise<boolean> {
  const { dynamodb, region, tableName } = endpoints();
  const client = new DynamoDBClient({ endpoint: dynamodb, region, credentials: localCredentials });
  const { Items } = await client.send(new ScanCommand({ TableName: tableName, Limit: 1 }));
  client.destroy();
  return Items !== undefined;
}

function endpoints(): LocalEndpoints {
  const found = localEndpoints(env);
  if (!found) throw new Error('no stack runs');
  return found;
}
