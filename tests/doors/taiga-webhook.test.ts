import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { writeLocator } from '../../lib/boards/taiga/comment-locator.ts';
import { parseWebhook } from '../../lib/boards/taiga/parse-webhook.ts';
import { judgeWebhook, webhookKey } from '../../lib/boards/taiga/webhook.ts';
import { type Address, sealAddress } from '../../lib/domain/address.ts';
import { deriveKey, type Keys } from '../../lib/domain/keys.ts';
import { createDoor } from '../../lib/doors/door.ts';
import { createDoorLog } from '../../lib/doors/log.ts';
import { changeEvent, type Event } from '../../schemas/event.ts';
import { httpEvent } from './http-event.ts';
import { meanings } from './taiga-meanings.ts';

const keys: Keys = [deriveKey('new key', 'taiga-webhook'), deriveKey('old key', 'taiga-webhook')];
const address: Address = { source: 'taiga-webhook', team: 'ops', connection: 'board', generation: 2 };
const path = sealAddress(address, keys);
const key = webhookKey(address, keys[0]);

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
    expect(recorded).toHaveLength(76);
  });

  test.each(Object.entries(meanings))('understands %s', async (name, told) => {
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
  });

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

  test('says that a test came through, and queues nothing of it', async () => {
    const { queued, lines, send } = world();
    await send(sample('0001').raw);
    expect(queued).toEqual([]);
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { level: 'info', event: 'webhook-test', team: 'ops', connection: 'board' },
    ]);
  });

  test('accepts the signature of either key', async () => {
    const { queued, send } = world();
    const { raw } = sample('0003');
    const old = webhookKey(address, keys[1] ?? '');
    expect((await send(raw, hmac(raw, old))).statusCode).toBe(200);
    expect(queued).toHaveLength(1);
  });

  test('refuses a missing, a wrong and a stranger’s signature, without a word', async () => {
    const { queued, send } = world();
    const { raw } = sample('0003');
    const refused = { statusCode: 401, answer: '' };
    const elsewhere = webhookKey({ ...address, team: 'other' }, keys[0]);
    const earlier = webhookKey({ ...address, generation: 1 }, keys[0]);
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

describe('reading a webhook', () => {
  const hook = (more: object) => ({
    action: 'change',
    type: 'userstory',
    date: '2026-11-20T23:24:54.752Z',
    ...more,
  });
  const said = (more: object, date = '2026-11-20T23:24:54.752Z') => {
    const change = {
      comment: 'hello',
      delete_comment_date: null,
      edit_comment_date: null,
      diff: {},
      ...more,
    };
    const by = { id: 6, username: 'bot', full_name: 'Bot User' };
    return parseWebhook(hook({ data: { id: 1 }, by, change, date }))?.map(({ change: told }) => told);
  };
  const edited = { edit_comment_date: '2026-11-20T23:24:54.700Z' };
  const versions = (id: number) => ({ comment_versions: [{ comment: 'old', user: { id } }] });

  test('survives nobody, nothing, and a task without a story', () => {
    const change = { comment: '', diff: { status: { from: 'New', to: 'Ready' } } };
    expect(parseWebhook(hook({ by: null, data: null, change }))).toEqual([]);
    expect(parseWebhook(hook({ type: 'task', by: null, data: { id: 1, user_story: null }, change }))).toEqual(
      [],
    );
    const [news] = parseWebhook(hook({ by: null, data: { id: 1 }, change })) ?? [];
    expect(news?.change).toEqual({
      kind: 'move',
      fromName: 'New',
      card: '1',
      happened: Date.parse('2026-11-20T23:24:54.752Z'),
    });
  });

  test('knows no id without a date', () => {
    expect(parseWebhook({ action: 'create', type: 'userstory', data: { id: 1 } })).toEqual([
      { change: { kind: 'create', card: '1' }, id: undefined },
    ]);
  });

  test('accepts and ignores types it does not know', () => {
    for (const type of [
      'swimlane',
      'toString',
      '__proto__',
      'issue',
      'epic',
      'milestone',
      'wikipage',
      'project',
    ])
      expect(parseWebhook(hook({ type, data: { id: 1 } }))).toEqual([]);
  });

  test('names who edited a comment, and not its author for somebody else', () => {
    expect(said({ ...edited, ...versions(6) })).toMatchObject([
      { step: 'edited', actor: { id: '6', username: 'bot' } },
    ]);
    expect(said({ ...edited, ...versions(5) })?.[0]?.actor).toEqual({ id: '5' });
  });

  test('names nobody who may not have deleted or restored a comment', () => {
    const removed = said({ delete_comment_date: '2026-11-20T23:24:54.700Z' });
    expect(removed).toMatchObject([{ kind: 'comment', step: 'removed' }]);
    expect(removed?.[0]).not.toHaveProperty('actor');
    const restored = said({ ...edited, ...versions(6) }, '2026-11-20T23:24:58.000Z');
    expect(restored).toMatchObject([{ kind: 'comment', step: 'restored' }]);
    expect(restored?.[0]).not.toHaveProperty('actor');
  });

  test('does not tell the diff again with which an edited comment was written', () => {
    const diff = { status: { from: 'New', to: 'Ready' } };
    expect(said({ diff })?.map(({ kind }) => kind)).toEqual(['move', 'comment']);
    expect(said({ diff, ...edited })?.map(({ kind }) => kind)).toEqual(['comment']);
  });

  test.each<[string, object, object[]]>([
    ['points', { points: { UX: { from: '?', to: '3' } } }, [{ kind: 'edit', subject: 'points' }]],
    [
      'a block that is lifted',
      { is_blocked: { from: true, to: false } },
      [{ kind: 'edit', subject: 'unblocked' }],
    ],
    ['another reason', { blocked_note_diff: { from: 'a', to: 'b' } }, [{ kind: 'edit', subject: 'blocked' }]],
    [
      'no due date any more',
      { due_date: { from: '2026-12-24', to: null } },
      [{ kind: 'due', step: 'removed' }],
    ],
    [
      'somebody who leaves',
      { assigned_users: { from: 'Ann, Bob', to: 'Bob' } },
      [{ kind: 'assign', step: 'removed', subject: 'Ann' }],
    ],
    [
      'a tag that goes',
      { tags: { from: ['a'], to: [] } },
      [{ kind: 'label', step: 'removed', subject: 'a' }],
    ],
    [
      'a field that is called like a part of the card',
      { custom_attributes: { new: [{ name: 'title' }], changed: [], deleted: [] } },
      [{ kind: 'edit' }],
    ],
    [
      'files that come and go at once',
      {
        attachments: {
          new: [{ filename: 'a' }, { filename: 'b' }],
          changed: [],
          deleted: [{ filename: 'c' }],
        },
      },
      [
        { kind: 'attachment', step: 'added', subject: 'a, b' },
        { kind: 'attachment', step: 'removed', subject: 'c' },
      ],
    ],
    ['something nobody has foreseen', { horoscope: { from: 'lion', to: 'crab' } }, [{ kind: 'edit' }]],
    ['what tasks did to the story', { is_closed: { from: false, to: true } }, []],
  ])('tells %s', (_, diff, told) => {
    const news = parseWebhook(hook({ data: { id: 1 }, change: { comment: '', diff } })) ?? [];
    expect(news.map(({ change: { card: _card, happened: _at, ...change } }) => change)).toEqual(told);
  });

  test.each<[string, object, boolean, object]>([
    [
      'a state that is open',
      { status: { from: 'New', to: 'In progress' } },
      false,
      { step: 'edited', subject: 'Visit: New → In progress' },
    ],
    ['a closed state', { status: { from: 'New', to: 'Done' } }, true, { step: 'ticked', subject: 'Visit' }],
    ['another name', { subject: { from: 'x', to: 'Visit' } }, false, { step: 'edited', subject: 'Visit' }],
  ])('tells of a task with %s', (_, diff, is_closed, told) => {
    const data = { id: 3, subject: 'Visit', status: { is_closed }, user_story: { id: 1 } };
    const [news] = parseWebhook(hook({ type: 'task', data, change: { comment: '', diff } })) ?? [];
    expect(news).toMatchObject({
      id: 'task:3:2026-11-20T23:24:54.752Z',
      change: { kind: 'checklist', card: '1', ...told },
    });
  });

  test('tells a comment on a task on its card', () => {
    const data = { id: 3, subject: 'Visit', user_story: { id: 1 } };
    const [news] =
      parseWebhook(hook({ type: 'task', by: { id: 6 }, data, change: { comment: 'hello' } })) ?? [];
    const comment = writeLocator({ type: 'task', id: 3, author: 6 }, 'hello');
    expect(news?.change).toMatchObject({ kind: 'comment', step: 'added', card: '1', comment });
  });

  test('never throws and never gives an event that the queue would not take', () => {
    const field = fc.constantFrom(
      ...[
        'status',
        'tags',
        'assigned_users',
        'attachments',
        'custom_attributes',
        'is_blocked',
        'x',
        'due_date',
      ],
    );
    const change = fc.record(
      {
        comment: fc.oneof(fc.string(), fc.anything()),
        edit_comment_date: fc.anything(),
        comment_versions: fc.anything(),
        diff: fc.dictionary(field, fc.anything()),
      },
      { requiredKeys: [] },
    );
    const type = fc.constantFrom('userstory', 'task', 'relateduserstory', 'project');
    const data = fc.oneof(fc.anything(), fc.constant({ id: 1, user_story: { id: 2 } }));
    const made = fc.record({
      action: fc.constant('change'),
      type,
      by: fc.anything(),
      date: fc.anything(),
      data,
      change,
    });
    fc.assert(
      fc.property(fc.oneof(made, fc.anything()), (body) => {
        for (const { change: told } of parseWebhook(body) ?? []) {
          const event = {
            v: 1,
            kind: 'change',
            id: 'x',
            at: 1,
            team: 'ops',
            connection: 'board',
            generation: 1,
          };
          expect(changeEvent.safeParse({ ...event, change: told }).success).toBe(true);
        }
      }),
    );
  });
});
