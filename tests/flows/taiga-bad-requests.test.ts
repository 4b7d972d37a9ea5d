import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { webhookSecret } from '../../lib/domain/address.ts';
import { addMember, addUser } from '../sims/taiga/seed.ts';
import type { TaigaSim } from '../sims/taiga/sim.ts';
import { one, type SimStory } from '../sims/taiga/world.ts';
import { type House, keysFor } from './house.ts';
import { cardPost, look, replies, types } from './sight.ts';
import { openTaigaHouse, type TaigaHouse, taigaAddress } from './taiga-house.ts';

let all: TaigaHouse;
let taiga: TaigaSim;
let house: House;
let story: SimStory;

beforeAll(async () => {
  all = await openTaigaHouse();
  ({ taiga, house } = all);
  await types(house, 'tom', '/card Pump');
  await all.rest();
  story = one(taiga.world.stories, ({ subject }) => subject === 'Pump', 'story');
});
afterAll(() => all.stop());

describe('what Taiga’s signature does not cover gets in nowhere', () => {
  const body = () =>
    JSON.stringify({
      ...{ action: 'create', type: 'userstory', date: '2026-11-21T09:00:00.000Z' },
      by: { id: 1, username: 'jörg', full_name: 'Jörg ☃' },
      data: { id: story.id, project: { id: taiga.project.id } },
    });
  const signed = (text: string, key = all.webhook.key) => createHmac('sha1', key).update(text).digest('hex');
  const oneByteOff = (text: string) => text.replace('jörg', 'jorg');
  const keyOf = (change: object) =>
    webhookSecret({ ...taigaAddress, ...change }, keysFor('taiga-webhook')[0]);

  test.each<[string, number, () => { text: string; signature?: string }]>([
    ['no signature', 401, () => ({ text: body() })],
    ['an empty one', 401, () => ({ text: body(), signature: '' })],
    ['a wrong one', 401, () => ({ text: body(), signature: 'f'.repeat(40) })],
    ['a body with another byte', 401, () => ({ text: oneByteOff(body()), signature: signed(body()) })],
    ['a body with one byte more', 401, () => ({ text: `${body()}\n`, signature: signed(body()) })],
    ['a key of somebody’s own', 401, () => ({ text: body(), signature: signed(body(), 'secret-key') })],
    [
      'the key of another team',
      401,
      () => ({ text: body(), signature: signed(body(), keyOf({ team: 'other' })) }),
    ],
    [
      'the key before it was revoked',
      401,
      () => ({ text: body(), signature: signed(body(), keyOf({ generation: 0 })) }),
    ],
    ['a good signature over no JSON', 400, () => ({ text: '{', signature: signed('{') })],
    ['a good signature', 200, () => ({ text: body(), signature: signed(body()) })],
  ])('%s: %i', async (_what, status, request) => {
    const { text, signature } = request();
    const readsBefore = taiga.requests.length;
    const response = await fetch(all.webhook.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(signature === undefined ? {} : { 'x-taiga-webhook-signature': signature }),
      },
      body: text,
    });
    await house.settle();
    expect({ status: response.status, text: await response.text() }).toEqual({ status, text: '' });
    expect(taiga.requests.length > readsBefore).toBe(status === 200);
    expect(house.logged).toEqual([]);
  });
});

test('names beyond ASCII come through as they are', async () => {
  addUser(taiga.world, 'jörg', { fullName: 'Jörg ☃ Groß' });
  addMember(taiga.world, taiga.project, 'jörg');
  await taiga.asUser('ann').renameColumn('Ready', 'Bereit für Łódź 🚰');
  house.pass(5 * 60_000);
  await taiga.asUser('jörg').moveCard(story.id, 'Bereit für Łódź 🚰');
  await taiga.asUser('jörg').comment(story.id, 'Größe: 5 µm — „passt“ 👍');
  await all.rest();
  const post = cardPost(house, 'town-square', 'Pump');
  expect(look(post).fields.Column).toBe('Bereit für Łódź 🚰');
  expect(replies(house, post).join('\n')).toBe(
    'Jörg ☃ Groß moved it from **New** to **Bereit für Łódź 🚰**\nJörg ☃ Groß commented:\n> Größe: 5 µm — „passt“ 👍',
  );
});
