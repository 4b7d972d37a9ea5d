import { describe, expect, test } from '@jest/globals';
import { sealAddress } from '../../lib/domain/address.ts';
import {
  address,
  application,
  keys,
  openDoor,
  path,
  publicKey,
  sample,
  signed,
  signedAt,
} from './discord-world.ts';
import { httpEvent } from './http-event.ts';
import { serveDoors } from './serve.ts';

const refused = { status: 401, json: undefined };
const good = sample('command').body ?? '';
const umlauts = sample('command-in-thread').body ?? '';

describe('what Discord has not signed', () => {
  const both = signed(good);
  const signature = both['X-Signature-Ed25519'] ?? '';
  const moment = both['X-Signature-Timestamp'] ?? '';
  const withSignature = (text: string) => ({ ...both, 'X-Signature-Ed25519': text });

  test.each<[string, Record<string, string>]>([
    ['no headers', {}],
    ['no signature', { 'X-Signature-Timestamp': moment }],
    ['no timestamp', { 'X-Signature-Ed25519': signature }],
    ['an empty signature', withSignature('')],
    ['one that is too short', withSignature(signature.slice(2))],
    ['one that is too long', withSignature(`${signature}00`)],
    ['one that is no hex', withSignature('z'.repeat(128))],
    ['another one', withSignature(`${signature.startsWith('0') ? '1' : '0'}${signature.slice(1)}`)],
    ['that of another body', signed(`${good} `)],
    ['that of another moment', { ...signed(good, String(signedAt - 1)), 'X-Signature-Timestamp': moment }],
    ['a moment that is none', signed(good, 'now')],
    ['a moment with a fraction', signed(good, `${signedAt}.5`)],
    ['an empty moment', signed(good, '')],
    ['301 seconds old', signed(good, String(signedAt - 301))],
    ['301 seconds ahead', signed(good, String(signedAt + 302))],
  ])('is an empty 401: %s', async (_, headers) => {
    const { queued, send, lines } = openDoor();
    expect(await send(good, headers)).toEqual(refused);
    expect(queued).toEqual([]);
    expect(lines.join('')).not.toMatch(/Ed25519|1179|pump/);
  });

  test('is a body of which one byte is another', async () => {
    const { queued, send } = openDoor();
    const bytes = Buffer.from(good);
    for (const at of [0, 17, Math.floor(bytes.length / 2), bytes.length - 1]) {
      const bent = Buffer.from(bytes);
      bent[at] = (bent[at] ?? 0) ^ 1;
      expect(await send(bent, signed(good))).toEqual(refused);
    }
    expect(await send(JSON.stringify(JSON.parse(good), null, 1), signed(good))).toEqual(refused);
    expect(queued).toEqual([]);
  });

  test('is what comes to an address of another application, team, connection or key', async () => {
    const { queued, send } = openDoor();
    const other = { ...address, caller: `${application}.${'0'.repeat(64)}` };
    const elsewhere = [
      sealAddress(other, keys),
      path.replace('/demo/', '/other/'),
      path.replace('discord.1', 'discord.2'),
      path.replace(publicKey, '0'.repeat(64)),
      path.replace(`${application}.`, '1179000000000000002.'),
      path.replace(`/${application}.${publicKey}`, ''),
      sealAddress({ ...address, caller: publicKey }, keys),
      sealAddress({ ...address, caller: `${application}.${publicKey.slice(2)}` }, keys),
      sealAddress({ source: address.source, team: 'demo', connection: 'discord', generation: 1 }, keys),
    ];
    for (const to of elsewhere) expect(await send(good, undefined, to)).toEqual(refused);
    expect(queued).toEqual([]);
  });

  test('is a well signed body of another application', async () => {
    const { queued, take } = openDoor();
    expect(await take(sample('command-of-another-application'))).toEqual(refused);
    expect(await take(sample('ping-badly-signed'))).toEqual(refused);
    expect(queued).toEqual([]);
  });
});

test('300 seconds either way are well', async () => {
  const { queued, send } = openDoor({ now: () => signedAt * 1000 });
  for (const at of [signedAt - 300, signedAt + 300])
    expect((await send(good, signed(good, String(at)))).status).toBe(200);
  expect(queued).toHaveLength(2);
});

test('a body that came as base64 keeps its bytes, and headers are found in any case', async () => {
  const { queued, send } = openDoor();
  const headers = Object.entries(signed(umlauts));
  const cased = [
    (name: string) => name,
    (name: string) => name.toLowerCase(),
    (name: string) => name.toUpperCase(),
  ].map((change) => Object.fromEntries(headers.map(([name, value]) => [change(name), value])));
  for (const each of cased) {
    expect((await send(Buffer.from(umlauts), each)).status).toBe(200);
    expect((await send(umlauts, each)).status).toBe(200);
  }
  const upper = {
    ...signed(umlauts),
    'X-Signature-Ed25519': signed(umlauts)['X-Signature-Ed25519']?.toUpperCase() ?? '',
  };
  expect((await send(umlauts, upper)).status).toBe(200);
  expect(queued).toHaveLength(7);
  for (const event of queued)
    expect(event).toMatchObject({ input: { options: { text: 'Has arrived, schön ☃' } } });
});

test('what is signed but no interaction is 400, a GET 401, too much 413', async () => {
  const { queued, send, take } = openDoor();
  const broken = Buffer.from([0x7b, 0xff, 0x7d]);
  const nobody = { application_id: application, id: '1', token: 'x', type: 2, channel: { id: '2', type: 0 } };
  for (const body of [
    '',
    '{',
    '[]',
    'null',
    '{}',
    '{"type":"2"}',
    '{"type":2}',
    broken,
    JSON.stringify(nobody),
  ])
    expect((await send(body)).status).toBe(400);
  expect(await take(httpEvent({ method: 'GET', path }))).toEqual(refused);
  expect((await send(JSON.stringify({ type: 1, pad: 'x'.repeat(257 * 1024) }))).status).toBe(413);
  expect(queued).toEqual([]);
});

test('a PING is answered over real HTTP as JSON, a bad signature with 401', async () => {
  const { door, queued } = openDoor();
  const { url, stop } = await serveDoors({ 'discord-interaction': door });
  try {
    const body = sample('ping').body ?? '';
    const answer = await fetch(`${url}${path}`, { method: 'POST', headers: signed(body), body });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'application/json; charset=utf-8',
    ]);
    expect(await answer.json()).toEqual({ type: 1 });
    const bad = await fetch(`${url}${path}`, { method: 'POST', headers: signed(`${body} `), body });
    expect([bad.status, await bad.text()]).toEqual([401, '']);
  } finally {
    await stop();
  }
  expect(queued).toEqual([]);
});
