import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sealAddress } from '../../lib/domain/address.ts';
import { readJson } from '../../lib/domain/body.ts';
import { accepted, type DoorRequest } from '../../lib/domain/door.ts';
import { deriveKey } from '../../lib/domain/keys.ts';
import { createDoor, type DoorParts } from '../../lib/doors/door.ts';
import { createDoorLog } from '../../lib/doors/log.ts';
import { readRequest } from '../../lib/doors/request.ts';
import type { Event } from '../../schemas/event.ts';
import { httpEvent } from './http-event.ts';

const key = deriveKey('a deployment key for tests', 'wekan-webhook');
const address = { source: 'wekan-webhook', team: 'ops', connection: 'board', generation: 1 };
const path = sealAddress(address, [key]);
const change: Event = {
  v: 1,
  kind: 'change',
  id: 'activity-1',
  at: 1,
  team: 'ops',
  connection: 'board',
  generation: 1,
  change: { kind: 'move', card: 'card-1' },
};

function world(parts: Partial<DoorParts> = {}) {
  const queued: Event[] = [];
  const lines: string[] = [];
  const seen: DoorRequest[] = [];
  const door = createDoor({
    source: 'wekan-webhook',
    keys: key,
    judge: (request) => {
      seen.push(request);
      return { events: [change], answer: accepted };
    },
    enqueue: async (events) => {
      queued.push(...events);
    },
    now: () => 1,
    log: createDoorLog((line) => lines.push(line)),
    ...parts,
  });
  return { door, queued, lines, seen };
}

describe('a door', () => {
  test('answers 200 once the queue has the event', async () => {
    const { door, queued } = world();
    expect((await door(httpEvent({ path }))).statusCode).toBe(200);
    expect(queued).toEqual([change]);
  });

  test('answers 503 and not 200 when the queue does not take it', async () => {
    const { door, lines } = world({
      enqueue: async () => {
        throw new Error('https://queue.example/with/a/secret');
      },
    });
    expect((await door(httpEvent({ path }))).statusCode).toBe(503);
    expect(lines.join('')).toContain('queue-failed');
    expect(lines.join('')).not.toContain('secret');
  });

  test.each([
    ['a path that is none of ours', '/wekan-webhook/ops'],
    ['no seal', '/wekan-webhook/ops/board.1/'],
    ['another generation under the same seal', path.replace('board.1', 'board.2')],
    ['another team under the same seal', path.replace('/ops/', '/hr/')],
    ['the address of another door', sealAddress({ ...address, source: 'mattermost-action' }, [key])],
  ])('answers an empty 401 to %s', async (_, called) => {
    const { door, queued, seen } = world();
    const answer = await door(httpEvent({ path: called }));
    expect([answer.statusCode, answer.body]).toEqual([401, '']);
    expect([queued, seen]).toEqual([[], []]);
  });

  test.each([undefined, '', 'not-hex', key.slice(1)])(
    'without a good key (%s) refuses even what was sealed',
    async (keys) => {
      const { door, lines } = world({ keys });
      expect((await door(httpEvent({ path }))).statusCode).toBe(401);
      expect(lines[0]).toContain('door-without-key');
    },
  );

  test('takes a previous key while keys are rotated', async () => {
    const { door } = world({ keys: `${deriveKey('the next one', 'wekan-webhook')},${key}` });
    expect((await door(httpEvent({ path }))).statusCode).toBe(200);
  });

  test('answers 413 to a body over 256 KB, plain or base64, and takes one of just 256 KB', async () => {
    const { door, seen } = world();
    const full = 'x'.repeat(256 * 1024);
    expect((await door(httpEvent({ path, body: `${full}x` }))).statusCode).toBe(413);
    expect((await door(httpEvent({ path, body: Buffer.from(`${full}x`) }))).statusCode).toBe(413);
    expect((await door(httpEvent({ path, body: 'ü'.repeat(128 * 1024) }))).statusCode).toBe(200);
    expect((await door(httpEvent({ path, body: Buffer.from(full) }))).statusCode).toBe(200);
    expect(seen).toHaveLength(2);
  });

  test('answers 500 when we break, and says nothing of it to the caller', async () => {
    const { door } = world({
      judge: () => {
        throw new Error('internal');
      },
    });
    expect(await door(httpEvent({ path }))).toMatchObject({ statusCode: 500, body: '' });
  });

  test('an empty answer does not call itself JSON: Mattermost would take it for a failure', async () => {
    const { door } = world();
    expect((await door(httpEvent({ path }))).headers?.['content-type']).toMatch(/^text\/plain/);
  });
});

describe('reading a request', () => {
  test('gives the very bytes, however they were carried', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        expect(readRequest(httpEvent({ path, body: Buffer.from(bytes) }))?.body).toEqual(Buffer.from(bytes));
      }),
    );
    expect(readRequest(httpEvent({ path, body: 'é ☃' }))?.body).toEqual(Buffer.from('é ☃'));
  });

  test('finds headers by lower-case names', () => {
    const request = readRequest(httpEvent({ path, headers: { 'X-Wekan-Token': 'x' } }));
    expect(request?.headers['x-wekan-token']).toBe('x');
  });

  test('takes no broken UTF-8 for JSON', () => {
    const broken = Buffer.concat([Buffer.from('"'), Buffer.from([0xff, 0xfe]), Buffer.from('"')]);
    const request = readRequest(httpEvent({ path, body: broken }));
    expect(request && readJson(request)).toBeUndefined();
  });
});

test('a door logs the agreed fields and nothing else it is handed', () => {
  const lines: string[] = [];
  const careless = { team: 'ops', text: 'a secret of a person' };
  createDoorLog((line) => lines.push(line)).info('accepted', careless);
  expect(JSON.parse(lines[0] ?? '')).toEqual({ level: 'info', event: 'accepted', team: 'ops' });
});
