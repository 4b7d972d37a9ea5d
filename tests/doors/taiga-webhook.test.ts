import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { judgeWebhook } from '../../lib/boards/taiga/webhook.ts';
import { type Address, sealAddress, webhookSecret } from '../../lib/domain/address.ts';
import { deriveKey, type Keys } from '../../lib/domain/keys.ts';
import { createDoor } from '../../lib/doors/door.ts';
import { createDoorLog } from '../../lib/doors/log.ts';
import { changeEvent, type Event, testEvent } from '../../schemas/event.ts';
import { httpEvent } from './http-event.ts';
import { meanings } from './taiga-meanings.ts';

const keys: Keys = [deriveKey('new key', 'taiga-webhook'), deriveKey('old key', 'taiga-webhook')];
const address: Address = { source: 'taiga-webhook', team: 'ops', connection: 'board', generation: 2 };
const path = sealAddress(address, keys);
const key = webhookSecret(address, keys[0]);

interface Sample {
  readonly headers: Record<string, string>;
  readonly key_valid: boolean;
  readonly raw: string;
}

function sample(name: string): Sample {
  return JSON.parse(readFileSync(new URL(`../../events/taiga/${name}.json`, import.meta.url), 'utf8'));
}

const hmac = (body: string | Buffer, by = key) => createHmac('sha1', by).update(body).digest('hex');

function world() {
  const queued: Event[] = [];
  const lines: string[] = [];
  const door = createDoor({
    source: 'taiga-webhook',
    keys: keys.join(','),
    judge: judgeWebhook,
    enqueue: async (events) => {
      queued.push(...events);
    },
    now: () => 1_800_000_000_000,
    log: createDoorLog((line) => lines.push(line)),
  });
  const send = async (body: string | Buffer, signature: string | undefined = hmac(body), to = path) => {
    const headers: Record<string, string> = { 'Content-Type': 'application/json' };
    if (signature !== '') headers['X-TAIGA-WEBHOOK-SIGNATURE'] = signature;
    const { statusCode, body: answer } = await door(httpEvent({ path: to, headers, body }));
    return { statusCode, answer };
  };
  return { queued, lines, send };
}

describe("Taiga's door", () => {
  test('has a meaning for every recorded webhook', () => {
    const recorded = readdirSync(new URL('../../events/taiga/', import.meta.url));
    expect(recorded.map((file) => file.replace('.json', '')).sort()).toEqual(Object.keys(meanings).sort());
    expect(recorded).toHaveLength(81);
  });

  test('passes a test of the webhook on, so that set-up can wait for it', async () => {
    const { queued, send } = world();
    await send(sample('0001').raw);
    const test = { v: 1, kind: 'test', id: 'request:request-1', at: 1_800_000_000_000 };
    expect(queued).toEqual([{ ...test, team: 'ops', connection: 'board', generation: 2 }]);
    for (const event of queued) expect(testEvent.safeParse(event).success).toBe(true);
  });

  test.each(Object.entries(meanings).filter(([name]) => name !== '0001'))(
    'understands %s',
    async (name, told) => {
      const { raw } = sample(name);
      const hook = JSON.parse(raw);
      const { queued, send } = world();
      expect(await send(raw)).toEqual({ statusCode: 200, answer: '' });
      const envelope = { v: 1, kind: 'change', at: 1_800_000_000_000, team: 'ops', connection: 'board' };
      const id = `${hook.type}:${hook.data?.id}:${hook.date}`;
      expect(queued).toEqual(
        told.map((change, place) => ({
          ...envelope,
          generation: 2,
          id: place === 0 ? id : `${id}:${place}`,
          change: { board: '1', happened: Date.parse(hook.date), ...change },
        })),
      );
      for (const event of queued) expect(changeEvent.safeParse(event).success).toBe(true);
    },
  );

  test('holds against the signatures that the real server made', () => {
    const recorded = Object.keys(meanings).map((name) => sample(name));
    for (const { headers, raw, key_valid } of recorded) {
      const good = headers['X-TAIGA-WEBHOOK-SIGNATURE'] === hmac(raw, 'secret-key');
      expect(good).toBe(key_valid);
    }
  });

  test('passes on no text of a comment, a description or a title', async () => {
    const { queued, lines, send } = world();
    for (const name of ['0005', '0025', '0046', '0068']) await send(sample(name).raw);
    expect(queued.length).toBeGreaterThan(4);
    expect(JSON.stringify(queued) + lines.join()).not.toMatch(/stale comment|new desc|human subject|alert/);
  });

  test('gives a webhook that is sent again the same id, whatever the order of its keys', async () => {
    const { queued, send } = world();
    await send(sample('0029').raw);
    await send(sample('0033').raw);
    expect(queued).toHaveLength(2);
    expect(queued[1]).toEqual(queued[0]);
  });

  test('accepts the signature of either key', async () => {
    const { queued, send } = world();
    const { raw } = sample('0003');
    const old = webhookSecret(address, keys[1] ?? '');
    expect((await send(raw, hmac(raw, old))).statusCode).toBe(200);
    expect(queued).toHaveLength(1);
  });

  test('refuses a missing, a wrong and a stranger’s signature, without a word', async () => {
    const { queued, send } = world();
    const { raw } = sample('0003');
    const refused = { statusCode: 401, answer: '' };
    const elsewhere = webhookSecret({ ...address, team: 'other' }, keys[0]);
    const earlier = webhookSecret({ ...address, generation: 1 }, keys[0]);
    const good = hmac(raw);
    const wrong = [hmac(raw, elsewhere), hmac(raw, earlier), hmac(raw, ''), hmac(raw, 'secret-key')];
    for (const signature of ['', 'x', 'ü', `${good}0`, good.toUpperCase(), `sha1=${good}`, ...wrong])
      expect(await send(raw, signature)).toEqual(refused);
    expect(queued).toEqual([]);
  });

  test('refuses a body in which one byte is another, or that was written anew', async () => {
    const { queued, send } = world();
    const { raw } = sample('0011');
    const bytes = Buffer.from(raw);
    const signature = hmac(raw);
    for (const at of [0, 10, bytes.length - 1]) {
      const bent = Buffer.from(bytes);
      bent[at] = (bent[at] ?? 0) ^ 1;
      expect((await send(bent, signature)).statusCode).toBe(401);
    }
    expect((await send(JSON.stringify(JSON.parse(raw)), signature)).statusCode).toBe(401);
    expect((await send(`${raw} `, signature)).statusCode).toBe(401);
    expect(queued).toEqual([]);
  });

  test('refuses a wrong address, also with a good signature', async () => {
    const { queued, send } = world();
    const { raw } = sample('0003');
    const elsewhere = sealAddress({ ...address, source: 'wekan-webhook' }, keys);
    for (const to of [`${path}x`, path.replace('/ops/', '/other/'), path.replace('.2/', '.3/'), elsewhere])
      expect((await send(raw, hmac(raw), to)).statusCode).toBe(401);
    expect(queued).toEqual([]);
  });

  test('refuses what is no webhook and what is too large', async () => {
    const { queued, send } = world();
    for (const body of ['', '{', '[]', 'null', '{"action": "change"}', Buffer.from([0x7b, 0xff, 0x7d])])
      expect((await send(body)).statusCode).toBe(400);
    expect((await send(`{"action": "${'a'.repeat(257 * 1024)}"}`)).statusCode).toBe(413);
    expect(queued).toEqual([]);
  });

  test('reads names beyond ASCII, also from a body that came as base64', async () => {
    const { queued, send } = world();
    const raw = sample('0023').raw.replaceAll('Bot User', 'Jörg ☃ Groß').replaceAll('Human User', 'Łukasz');
    expect((await send(Buffer.from(raw))).statusCode).toBe(200);
    expect(queued).toMatchObject([{ change: { subject: 'Łukasz', actor: { name: 'Jörg ☃ Groß' } } }]);
  });
});
