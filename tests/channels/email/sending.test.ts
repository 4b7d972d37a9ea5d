import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { CardwireError } from '../../../lib/domain/errors.ts';
import type { sesRefusals } from '../../sims/ses/faults.ts';
import { type MailWorld, showing, startMailWorld } from './mail-world.ts';

let world: MailWorld;
beforeEach(async () => {
  world = await startMailWorld();
});
afterEach(() => world.stop());

const eva = 'eva@example.net';

async function failure(work: Promise<unknown>): Promise<CardwireError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof CardwireError)) throw new Error(`it did not fail as it should: ${String(error)}`);
  return error;
}

const codes: Readonly<Record<keyof typeof sesRefusals, readonly [string, 'later' | 'never']>> = {
  rate: ['mail-rate', 'later'],
  quota: ['mail-quota', 'later'],
  sandbox: ['mail-sandbox', 'never'],
  rejected: ['mail-rejected', 'never'],
  paused: ['mail-paused', 'later'],
  unverified: ['mail-from-not-verified', 'never'],
  noSet: ['mail-no-configuration-set', 'never'],
  denied: ['mail-denied', 'later'],
  parameter: ['mail-address-refused', 'never'],
  failure: ['mail-unavailable', 'later'],
};

test.each(Object.entries(codes))(
  '%s is %j, and what was not sent is sent when it may be',
  async (how, [code, when]) => {
    world.ses.fail({ kind: 'refuse', how: how as keyof typeof sesRefusals }, 3);
    const asked = showing(world.direct(eva));
    for (const _ of [1, 2, 3]) {
      const error = await failure(world.channel.deliver(asked, undefined));
      expect([error.code, error.retry.when]).toEqual([code, when]);
      expect(`${error.message} ${error.stack}`).not.toContain('example.net');
    }
    await world.channel.deliver(asked, undefined);
    expect(world.ses.sent).toHaveLength(1);
    expect(world.lines.join('\n')).not.toContain('mail-may-repeat');
  },
);

test('a rate clears in seconds, a daily quota not before tomorrow', async () => {
  world.ses.fail({ kind: 'refuse', how: 'rate' });
  world.ses.fail({ kind: 'refuse', how: 'quota' });
  const waits = [];
  for (const _ of [1, 2]) {
    const { retry } = await failure(world.channel.deliver(showing(world.direct(eva)), undefined));
    waits.push(retry.when === 'later' ? (retry.afterMs ?? 0) : 0);
  }
  expect(waits[0]).toBe(2_000);
  expect(waits[1]).toBeGreaterThanOrEqual(3_600_000);
  expect(waits[1]).toBeLessThanOrEqual(24 * 3_600_000);
});

test('a mail whose answer was lost is repeated once at most, and that is counted', async () => {
  world.ses.fail({ kind: 'hang-up-after' }, 5);
  const asked = showing(world.direct(eva));
  for (const _ of [1, 2]) {
    const error = await failure(world.channel.deliver(asked, undefined));
    expect([error.code, error.retry]).toEqual(['mail-unanswered', { when: 'later', afterMs: 60_000 }]);
  }
  const state = await world.channel.deliver({ ...asked, lookSince: new Date() }, undefined);
  expect(state.message).toBe('');
  expect(world.ses.sent).toHaveLength(2);
  const counted = world.lines.filter((line) => line.includes('mail-may-repeat'));
  expect(counted).toHaveLength(1);
  expect(world.lines.at(-1)).toContain('mail-taken-as-sent');
});

test('what SES said it took is not sent again, whatever died afterwards', async () => {
  const asked = showing(world.direct(eva));
  const state = await world.channel.deliver(asked, undefined);
  expect(await world.channel.deliver({ ...asked, lookSince: new Date() }, undefined)).toEqual(state);
  expect(world.ses.sent).toHaveLength(1);
});

test('nobody there to take it is no try that may have sent it', async () => {
  const { place } = world.ses;
  await world.ses.stop();
  const asked = showing(world.direct(eva));
  for (const _ of [1, 2, 3]) {
    expect((await failure(world.channel.deliver(asked, undefined))).code).toBe('mail-unreachable');
  }
  expect(place.endpoint).toContain('127.0.0.1');
});

test.each([
  'jörg@example.net',
  'a b@example.net',
  'eva@localhost',
  'a@b@',
  'x,y@example.net',
  '"a"@example.net',
])('an address that SES cannot write to is refused in words: %s', async (address) => {
  const error = await failure(world.channel.deliver(showing(world.direct(address)), undefined));
  expect([error.code, error.retry.when, error.say?.key]).toEqual([
    'mail-address-refused',
    'never',
    'mail-address-refused',
  ]);
});

test('a domain of other letters is written as DNS knows it', async () => {
  await world.channel.deliver(showing(world.direct('eva@müller.example')), undefined);
  expect(world.ses.sent[0]?.destinations).toEqual(['eva@xn--mller-kva.example']);
});

test('in us-east-1 the Message-ID that people see has a domain of its own', async () => {
  const there = await startMailWorld({ region: 'us-east-1' });
  const { message } = await there.channel.deliver(showing(there.direct(eva)), undefined);
  expect(message).toMatch(/@email\.amazonses\.com$/);
  expect(there.ses.sent[0]?.messageId).toBe(message);
  await there.stop();
});
