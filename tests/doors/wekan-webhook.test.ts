import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { activities } from '../../lib/boards/wekan/activities.ts';
import { parseWebhook } from '../../lib/boards/wekan/parse-webhook.ts';
import { judgeWebhook } from '../../lib/boards/wekan/webhook.ts';
import { type Address, sealAddress, webhookSecret } from '../../lib/domain/address.ts';
import { deriveKey, type Keys } from '../../lib/domain/keys.ts';
import { createDoor } from '../../lib/doors/door.ts';
import { createDoorLog } from '../../lib/doors/log.ts';
import { changeEvent, type Event } from '../../schemas/event.ts';
import { httpEvent } from './http-event.ts';

const keys: Keys = [deriveKey('new key', 'wekan-webhook'), deriveKey('old key', 'wekan-webhook')];
const address: Address = { source: 'wekan-webhook', team: 'ops', connection: 'board', generation: 2 };
const path = sealAddress(address, keys);
const token = webhookSecret(address, keys[0]);

function sample(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`../../events/wekan/${name}.json`, import.meta.url), 'utf8'));
}

function world() {
  const queued: Event[] = [];
  const lines: string[] = [];
  const door = createDoor({
    source: 'wekan-webhook',
    keys: keys.join(','),
    judge: judgeWebhook,
    enqueue: async (events) => {
      queued.push(...events);
    },
    now: () => 1_800_000_000_000,
    log: createDoorLog((line) => lines.push(line)),
  });
  const send = async (
    body: unknown,
    headers: Record<string, string> = { 'X-Wekan-Token': token },
    to = path,
  ) => {
    const text = typeof body === 'string' || body instanceof Buffer ? body : JSON.stringify(body);
    const { statusCode, body: answer } = await door(httpEvent({ path: to, headers, body: text }));
    return { statusCode, answer };
  };
  return { queued, lines, send };
}

const ann = { actor: { username: 'ann', name: 'Ann Lee' } };
const annById = { actor: { id: 'usr1', username: 'ann', name: 'Ann Lee' } };
const early = true;
const named = (name: string) => ({ subject: name, subjects: [name] });

/** What each recorded webhook says; undefined for those that are ignored. */
const meanings: Record<string, { change: object; id?: string } | undefined> = {
  'create-card': { change: { kind: 'create', ...ann }, id: 'act-createCard:crd1' },
  'move-card': { change: { kind: 'move', from: 'lstA', ...ann } },
  'move-card-attributes': { change: { kind: 'move', from: 'lstA', ...annById }, id: 'activity:act1' },
  'move-card-old-server': { change: { kind: 'move', from: 'lstA', actor: { name: 'Ann Lee' } } },
  'move-card-swimlane': undefined,
  'move-card-board': { change: { kind: 'move', ...ann } },
  'add-comment': {
    change: { kind: 'comment', step: 'added', comment: 'cmt1', ...ann },
    id: 'act-addComment:cmt1',
  },
  'edit-comment': { change: { kind: 'comment', step: 'edited', comment: 'cmt1', ...ann } },
  'delete-comment': {
    change: { kind: 'comment', step: 'removed', comment: 'cmt1', early, ...ann },
    id: 'act-deleteComment:cmt1',
  },
  'archived-card': { change: { kind: 'archive', ...ann } },
  'restored-card': { change: { kind: 'restore', ...ann } },
  'delete-card': { change: { kind: 'delete', early, ...ann }, id: 'act-deleteCard:crd1' },
  'join-member': { change: { kind: 'assign', step: 'added', early, ...ann } },
  'join-member-attributes': {
    change: { kind: 'assign', step: 'added', early, ...named('Bob'), ...annById },
    id: 'activity:act2',
  },
  'join-assignee': { change: { kind: 'assign', step: 'added', early, ...ann } },
  'added-label': { change: { kind: 'label', step: 'added', early, ...named('urgent'), ...ann } },
  'added-label-placeholder': { change: { kind: 'label', step: 'added', early, ...ann } },
  'add-attachment': { change: { kind: 'attachment', step: 'added', ...ann } },
  'checked-item': { change: { kind: 'checklist', step: 'ticked', ...ann } },
  'checked-item-attributes': {
    change: { kind: 'checklist', step: 'ticked', ...named('Step 1'), ...annById },
    id: 'activity:act3',
  },
  'due-at': { change: { kind: 'due', early, ...ann } },
  'changed-title': { change: { kind: 'edit', early, subject: 'title', ...ann } },
  'set-custom-field': { change: { kind: 'edit', early, ...named('Budget'), ...ann } },
  'create-list': undefined,
  'add-board-member': undefined,
  'card-selected': undefined,
};

describe("Wekan's door", () => {
  test('has a meaning for every recorded webhook', () => {
    const recorded = readdirSync(new URL('../../events/wekan/', import.meta.url));
    expect(recorded.map((file) => file.replace('.json', '')).sort()).toEqual(Object.keys(meanings).sort());
  });

  test.each(Object.entries(meanings))('understands %s', async (name, meaning) => {
    const { queued, send } = world();
    expect(await send(sample(name))).toEqual({ statusCode: 200, answer: '' });
    const envelope = {
      v: 1,
      kind: 'change',
      at: 1_800_000_000_000,
      team: 'ops',
      connection: 'board',
      generation: 2,
    };
    const id = meaning?.id ?? 'request:request-1';
    const events = meaning ? [{ ...envelope, id, change: { card: 'crd1', ...meaning.change } }] : [];
    expect(queued).toEqual(events);
    for (const event of queued) expect(changeEvent.safeParse(event).success).toBe(true);
  });

  test('passes on neither the sentence nor the comment nor the title', async () => {
    const { queued, send, lines } = world();
    await send(sample('add-comment'));
    expect(JSON.stringify(queued) + lines.join()).not.toMatch(/hello|pump|commented/i);
  });

  test('accepts and ignores types it does not know', async () => {
    const { queued, send } = world();
    const unknown = { cardId: 'crd1', description: 'act-somethingNew' };
    expect((await send(unknown)).statusCode).toBe(200);
    expect((await send({ ...unknown, description: 'toString' })).statusCode).toBe(200);
    expect(queued).toEqual([]);
  });

  test('accepts the token of either key', async () => {
    const { queued, send } = world();
    const old = webhookSecret(address, keys[1] ?? '');
    expect((await send(sample('move-card'), { 'x-wekan-token': old })).statusCode).toBe(200);
    expect(queued).toHaveLength(1);
  });

  test('accepts a missing token, counts it and says so', async () => {
    for (const headers of [{}, { 'x-wekan-token': '' }] as Record<string, string>[]) {
      const { queued, lines, send } = world();
      expect((await send(sample('move-card'), headers)).statusCode).toBe(200);
      expect(queued).toMatchObject([{ unsigned: true }]);
      expect(lines.map((line) => JSON.parse(line))).toEqual([
        { level: 'warn', event: 'webhook-without-token', team: 'ops', connection: 'board' },
      ]);
    }
  });

  test('refuses a wrong token and a wrong address, without a word', async () => {
    const { queued, send } = world();
    const other = webhookSecret({ ...address, team: 'other' }, keys[0]);
    const refused = { statusCode: 401, answer: '' };
    for (const wrong of ['x', other, `${token}x`, token.slice(1), 'ü']) {
      expect(await send(sample('move-card'), { 'x-wekan-token': wrong })).toEqual(refused);
    }
    const elsewhere = sealAddress({ ...address, source: 'mattermost-command' }, keys);
    const stranger = sealAddress(address, [deriveKey('no key of ours', 'wekan-webhook')]);
    for (const to of [
      `${path}x`,
      path.replace('/ops/', '/other/'),
      elsewhere,
      stranger,
      '/wekan-webhook/ops/board.2',
    ]) {
      expect(await send(sample('move-card'), { 'x-wekan-token': token }, to)).toEqual(refused);
    }
    expect(queued).toEqual([]);
  });

  test('refuses what is no webhook and what is too large', async () => {
    const { queued, send } = world();
    for (const body of [
      '',
      '{',
      '[]',
      'null',
      '"act-moveCard"',
      '{"cardId":"crd1"}',
      Buffer.from([0x7b, 0xff, 0x7d]),
    ]) {
      expect((await send(body)).statusCode).toBe(400);
    }
    expect((await send({ ...sample('move-card'), text: 'a'.repeat(257 * 1024) })).statusCode).toBe(413);
    // A wrong token is told before the body is looked at.
    expect((await send('{', { 'x-wekan-token': 'x' })).statusCode).toBe(401);
    expect(queued).toEqual([]);
  });

  test('reads umlauts, and a body that came as base64', async () => {
    const { queued, send } = world();
    const body = Buffer.from(JSON.stringify({ ...sample('move-card'), user: 'Jörg Groß' }));
    expect((await send(body)).statusCode).toBe(200);
    expect(queued).toMatchObject([{ change: { actor: { name: 'Jörg Groß' } } }]);
  });
});

describe('reading a webhook', () => {
  /** A1.6: the types that are sent before the write is stored, as far as they are about a card. */
  const sentEarly =
    'a-dueAt a-startAt a-endAt a-receivedAt a-changedTitle a-changedDescription joinMember unjoinMember joinAssignee unjoinAssignee addedLabel removedLabel setCustomField unsetCustomField deleteCard deleteComment removeChecklist removedChecklistItem'
      .split(' ')
      .map((type) => `act-${type}`);

  test.each(Object.entries(activities))('%s is early exactly when the contract says so', (type, meaning) => {
    const news = parseWebhook({ description: type, cardId: 'crd1', commentId: 'cmt1' });
    if ('ignored' in meaning) expect(news).toEqual([]);
    else expect(news?.[0]?.change.early ?? false).toBe(sentEarly.includes(type));
  });

  test('never throws and never gives an event that the queue would not take', () => {
    const field = fc.constantFrom(
      'cardId',
      'listId',
      'oldListId',
      'commentId',
      'userId',
      'username',
      'user',
      'activityId',
      'label',
      'member',
    );
    const type = fc.constantFrom(...Object.keys(activities));
    const hook = fc
      .tuple(fc.dictionary(field, fc.anything()), type)
      .map(([fields, description]) => ({ ...fields, description }));
    fc.assert(
      fc.property(fc.oneof(hook, fc.anything()), (body) => {
        for (const { change } of parseWebhook(body) ?? []) {
          const event = {
            v: 1,
            kind: 'change',
            id: 'x',
            at: 1,
            team: 'ops',
            connection: 'board',
            generation: 1,
            change,
          };
          expect(changeEvent.safeParse(event).success).toBe(true);
        }
      }),
    );
  });
});
