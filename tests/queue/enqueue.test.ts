import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterEach, expect, test } from '@jest/globals';
import { createEnqueue, createSqs, type SqsSender } from '../../lib/queue/enqueue.ts';
import { deduplicationOf, groupOf } from '../../lib/queue/group.ts';
import type { ChangeEvent, CommandEvent, Event } from '../../schemas/event.ts';

const envelope = { v: 1, id: 'e1', at: 1, team: 'ops', connection: 'chat', generation: 1 } as const;
const command: CommandEvent = {
  ...envelope,
  kind: 'command',
  conversation: 'mattermost:chat:room:',
  direct: false,
  person: { id: 'p1', name: 'tom' },
  input: { by: 'text', text: 'Fix the pump', mentions: {} },
  reply: {},
};
const change: ChangeEvent = { ...envelope, kind: 'change', change: { kind: 'move', card: 'c1' } };

test('commands are grouped by conversation and person, changes by card, both by team', () => {
  expect(groupOf({ ...command, id: 'e2', person: { id: 'p1', name: 'tommy' } })).toBe(groupOf(command));
  expect(groupOf({ ...command, person: { id: 'p2', name: 'eva' } })).not.toBe(groupOf(command));
  expect(groupOf({ ...command, conversation: 'mattermost:chat:other:' })).not.toBe(groupOf(command));
  expect(groupOf({ ...command, team: 'hr' })).not.toBe(groupOf(command));
  expect(groupOf({ ...change, id: 'e2' })).toBe(groupOf(change));
  expect(groupOf({ ...change, change: { kind: 'move', card: 'c2' } })).not.toBe(groupOf(change));
  expect(groupOf({ ...change, team: 'hr' })).not.toBe(groupOf(change));
});

test('suggestions, mail that came back and tests wait for nobody else', () => {
  const choices: Event = {
    ...{ ...envelope, kind: 'choices', conversation: command.conversation, person: command.person },
  };
  const bounce: Event = { ...envelope, kind: 'bounce', address: 'eva@example.net', why: 'bounce' };
  const trial: Event = { ...envelope, kind: 'test' };
  const others: readonly Event[] = [
    ...[command, change, choices, bounce, trial],
    { ...choices, conversation: 'mattermost:chat:other:' },
    { ...bounce, address: 'ann@example.net' },
    { ...trial, connection: 'other' },
    ...[choices, bounce, trial].map((each) => ({ ...each, team: 'hr' })),
  ];
  expect(new Set(others.map(groupOf)).size).toBe(others.length);
  expect(groupOf({ ...choices, person: { id: 'p2', name: 'eva' } })).toBe(groupOf(choices));
  expect(groupOf({ ...bounce, why: 'complaint', connection: 'other' })).toBe(groupOf(bounce));
});

test('an event is told apart by its id within its connection', () => {
  const others: readonly Event[] = [
    ...[command, { ...command, id: 'e2' }, { ...command, team: 'hr' }, { ...command, connection: 'x' }],
  ];
  expect(new Set(others.map(deduplicationOf)).size).toBe(4);
  expect(deduplicationOf({ ...command, at: 2, generation: 2 })).toBe(deduplicationOf(command));
});

test('no name or id of anyone stands in a group or deduplication id', () => {
  for (const id of [groupOf(command), groupOf(change), deduplicationOf(command)]) {
    expect(id).toMatch(/^[\w-]{22}$/);
  }
});

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function queueThat(answer: 'hangs' | 'takes', bodies: string[] = []): Promise<string> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      bodies.push(body);
      if (answer === 'takes') {
        const checksum = createHash('md5')
          .update(String(JSON.parse(body).MessageBody))
          .digest('hex');
        response.setHeader('content-type', 'application/x-amz-json-1.0');
        response.end(JSON.stringify({ MessageId: 'm1', MD5OfMessageBody: checksum }));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The doors' own client, and the queue's address. */
function clientOf(endpoint: string) {
  process.env.AWS_ENDPOINT_URL_SQS = endpoint;
  process.env.AWS_REGION = 'eu-central-1';
  process.env.AWS_ACCESS_KEY_ID = 'test';
  process.env.AWS_SECRET_ACCESS_KEY = 'test';
  const sqs = createSqs();
  closing.push(() => sqs.destroy());
  return { sqs, url: `${endpoint}/000000000000/events.fifo` };
}

test('sends one message per event, in order, grouped', async () => {
  const bodies: string[] = [];
  const { sqs, url } = clientOf(await queueThat('takes', bodies));
  await createEnqueue(url, sqs)([command, change]);
  const sent = bodies.map((body) => JSON.parse(body));
  expect(sent.map(({ MessageBody }) => JSON.parse(MessageBody))).toEqual([command, change]);
  expect(sent[0]).toMatchObject({
    MessageGroupId: groupOf(command),
    MessageDeduplicationId: deduplicationOf(command),
  });
});

test('the client by itself gives up on a queue that does not answer', async () => {
  const { sqs, url } = clientOf(await queueThat('hangs'));
  const message = new SendMessageCommand({ QueueUrl: url, MessageBody: '{}' });
  await expect(sqs.send(message)).rejects.toThrow();
});

test('all tries of all events have one patience, so that the door still can answer', async () => {
  const given: unknown[] = [];
  const send = async (_message: unknown, options?: { readonly abortSignal?: unknown }) =>
    void given.push(options?.abortSignal);
  await createEnqueue('http://queue', { send } as unknown as SqsSender)([command, change]);
  expect(given).toEqual([expect.any(AbortSignal), given[0]]);
});
