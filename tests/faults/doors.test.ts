import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createDoor } from '../../lib/doors/door.ts';
import type { Event } from '../../schemas/event.ts';
import { signed } from '../doors/discord-world.ts';
import { type ServedDoors, serveDoors } from '../doors/serve.ts';
import { captureLog } from '../flows/capture-log.ts';
import { keysOf, type Request, type Sender, senders } from './door-requests.ts';

const now = 1_795_217_040_000;
const [old, current, foreign] = ['the key before', 'the key of today', 'the key of somebody else'];
const queued: Event[] = [];
const { log, lines } = captureLog();
let served: ServedDoors;
const open = ({ source, parts }: Sender, deployments: readonly string[]) =>
  createDoor({
    ...{ source, ...parts, now: () => now, log },
    keys: deployments.map((each) => keysOf(each, source)[0]).join(','),
    enqueue: async (events) => void queued.push(...events),
  });
beforeAll(async () => {
  served = await serveDoors(Object.fromEntries(senders.map((each) => [each.source, open(each, [current])])));
});
afterAll(() => served.stop());

async function send({ path, headers, body }: Request, to = served.url) {
  const before = queued.length;
  const answer = await fetch(`${to}${path}`, { method: 'POST', headers, body: new Uint8Array(body) });
  return { status: answer.status, text: await answer.text(), queued: queued.length - before };
}

const without = (name: string, { headers, ...rest }: Request): Request => ({
  ...rest,
  headers: Object.fromEntries(Object.entries(headers).filter(([each]) => each !== name)),
});
const having = (name: string, value: string, request: Request): Request => ({
  ...request,
  headers: { ...request.headers, [name]: value },
});
const bent = ({ path, headers, body }: Request, where: number): Request => {
  const bytes = Buffer.from(body);
  bytes[where] = (bytes[where] ?? 0) ^ 1;
  return { path, headers, body: bytes };
};
const other = (text: string) => `${text.slice(0, -1)}${text.endsWith('0') ? '1' : '0'}`;

describe.each(senders)('$source', (sender) => {
  const { proof, signs } = sender;
  const good = sender.good(current, now);
  const shown = good.headers[proof] ?? '';
  /** The secret is made of our key; the others’ is theirs. */
  const ownSecret = sender.source.endsWith('-webhook');

  const refused: readonly (readonly [string, Request])[] = [
    ['a wrong proof', having(proof, other(shown), good)],
    ['a proof that is too short', having(proof, shown.slice(0, -2), good)],
    ['a proof that is too long', having(proof, `${shown}00`, good)],
    ['everything made with a wrong key', sender.good(foreign, now)],
    ...(ownSecret
      ? ([['a proof of a wrong key', { ...good, headers: sender.good(foreign, now).headers }]] as const)
      : []),
    ['an address of a wrong key', { ...good, path: sender.good(foreign, now).path }],
    ['an address without its seal', { ...good, path: good.path.replace(/[^/]+$/, '') }],
    ['an address for another team', { ...good, path: good.path.replace(/^(\/[^/]+)\/[^/]+/, '$1/other') }],
    ...(signs
      ? ([
          ['no proof', without(proof, good)],
          ['its first byte changed', bent(good, 0)],
          ['a byte in the middle changed', bent(good, good.body.length >> 1)],
          ['its last byte changed', bent(good, good.body.length - 1)],
        ] as const)
      : []),
  ];
  test.each(refused)('12 refused with an empty 401, nothing queued: %s', async (_what, request) => {
    expect(await send(request)).toEqual({ status: 401, text: '', queued: 0 });
  });

  test('12 the good one is accepted: UTF-8, as base64, header names in any case', async () => {
    const cases = [
      (name: string) => name,
      (name: string) => name.toLowerCase(),
      (name: string) => name.toUpperCase(),
    ];
    for (const change of cases) {
      const headers = Object.fromEntries(
        Object.entries(good.headers).map(([name, value]) => [change(name), value]),
      );
      expect(await send({ ...good, headers })).toMatchObject({ status: 200, queued: 1 });
    }
    if (sender.source === 'mattermost-command' || sender.source === 'discord-interaction')
      expect(JSON.stringify(queued.at(-1))).toMatch(/☃/);
  });

  test('14 while the secret is rotated, what was made with the old one and with the new one is accepted; after it, the new one alone', async () => {
    for (const [deployments, statuses] of [
      [[old], [200, 401, 401]],
      [
        [current, old],
        [200, 200, 401],
      ],
      [[current], [401, 200, 401]],
    ] as const) {
      const during = await serveDoors({ [sender.source]: open(sender, deployments) });
      const seen = [];
      for (const made of [old, current, foreign])
        seen.push((await send(sender.good(made, now), during.url)).status);
      await during.stop();
      expect({ deployments, seen }).toEqual({ deployments, seen: statuses });
    }
  });
});

test('13 a signed timestamp 301 s old or 301 s ahead is refused, 299 s are not', async () => {
  const sender = senders.find(({ source }) => source === 'discord-interaction');
  if (!sender) throw new Error('no such door');
  for (const [seconds, status] of [
    [-301, 401],
    [301, 401],
    [-299, 200],
    [299, 200],
  ] as const) {
    const request = sender.good(current, now);
    const headers = { ...request.headers, ...signed(request.body, String(now / 1000 + seconds)) };
    expect({ seconds, status: (await send({ ...request, headers })).status }).toEqual({ seconds, status });
  }
});

test('27 log scan during the rows above', () => {
  const all = lines.join('\n');
  expect(lines.length).toBeGreaterThan(20);
  for (const sender of senders) {
    const { path, headers } = sender.good(current, now);
    for (const secret of [path.split('/').at(-1) ?? '', headers[sender.proof] ?? ''])
      expect(all).not.toContain(secret);
  }
  expect(all).not.toMatch(/§|☃/);
});
