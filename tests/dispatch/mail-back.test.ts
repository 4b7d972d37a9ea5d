import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { describe, expect, test } from '@jest/globals';
import type { BounceEvent } from '../../schemas/event.ts';
import { said } from '../flows/sight.ts';
import { queueUrl } from '../histories/fifo.ts';
import { outcomeOf } from './mail-event.ts';
import { type MailScene, openMailScene, put } from './mail-scene.ts';
import { eva, fromEva } from './mail-sight.ts';

const DAY = 86_400_000;
const told = /^Mail to eva@example\.net comes back, so I write there no more\./;
const blocked = async ({ house }: MailScene) => (await house.store.correspondents.get('ops', eva)).blocked;

const back = ({ house }: MailScene, id: string): BounceEvent => ({
  ...{ v: 1, kind: 'bounce', id, at: house.clock.now, team: 'ops', connection: 'post' },
  ...{ generation: 1, address: eva, why: 'bounce' },
});

/** SES says that a mail to Eva came back. */
async function comesBack(scene: MailScene, id: string, more: Partial<BounceEvent> = {}): Promise<void> {
  put(scene, { ...back(scene, id), ...more });
  await scene.settle();
}

describe('what SES says of a mail that came back', () => {
  test('twice is done once: by the second time its owner may have written again', async () => {
    const scene = await openMailScene({ strangers: 'accept' });
    await comesBack(scene, 'back');
    expect(await blocked(scene)).toBe('bounce');
    await scene.arrives({ ...fromEva, subject: 'Pump' });
    await comesBack(scene, 'back');
    expect([await blocked(scene), scene.house.queues.waiting]).toEqual([undefined, []]);
    expect(outcomeOf(scene, 'back')).toBe('done-block');
    expect(said(scene, 'team')).toEqual([expect.stringMatching(told)]);
  });

  test.each<[string, Partial<BounceEvent>]>([
    ['through a connection that there is not', { connection: 'gone' }],
    ['of a team that there is not', { team: 'gone' }],
  ])('%s is dropped', async (_what, more) => {
    const scene = await openMailScene();
    await comesBack(scene, 'back', more);
    expect([await blocked(scene), said(scene, 'team'), scene.house.queues.waiting]).toEqual([
      undefined,
      [],
      [],
    ]);
    expect(await scene.house.store.graveyard.list(more.team ?? 'ops')).toEqual([]);
  });

  test('of another mail is told again after a month', async () => {
    const scene = await openMailScene();
    for (const [id, days] of [
      ['one', 29],
      ['two', 2],
      ['three', 0],
    ] as const) {
      await comesBack(scene, id);
      scene.pass(days * DAY);
    }
    expect(said(scene, 'team')).toEqual([expect.stringMatching(told), expect.stringMatching(told)]);
  });

  test('that kills each of its runs is given up after five', async () => {
    const scene = await openMailScene();
    scene.fails(({ label }) => (label === 'UpdateItem MAILER' ? 'kill-before' : 'none'));
    put(scene, back(scene, 'back'));
    await scene.lapse(DAY);
    const killed = scene.house.workers.passed.filter(({ fault }) => fault === 'kill-before');
    expect([killed.length, scene.house.queues.waiting]).toEqual([5, []]);
    expect(await scene.house.store.graveyard.list('ops')).toMatchObject([
      { kind: 'bounce', reason: 'kills-its-run' },
    ]);
  });

  test('to a team that has no room of its own stops the mails, and nothing waits', async () => {
    const scene = await openMailScene({}, (team) => ({ ...team, teamChannels: [] }));
    await comesBack(scene, 'back');
    expect([await blocked(scene), scene.house.queues.waiting]).toEqual(['bounce', []]);
    expect(await scene.house.store.graveyard.list('ops')).toEqual([]);
  });

  test.each([
    ['when the address is noted', 'UpdateItem MAILER'],
    ['when the room has it', /POST.*posts/],
  ] as const)('is told once though the run dies %s', async (_when, call) => {
    const scene = await openMailScene();
    let left = 1;
    scene.fails(({ label }) =>
      (typeof call === 'string' ? label === call : call.test(label)) && left-- > 0 ? 'kill-done' : 'none',
    );
    await comesBack(scene, 'back');
    expect(left).toBeLessThan(1);
    expect([await blocked(scene), scene.house.queues.waiting]).toEqual(['bounce', []]);
    expect(said(scene, 'team')).toEqual([expect.stringMatching(told)]);
  });

  test('is left alone while another run may still be at it', async () => {
    const scene = await openMailScene();
    let left = 1;
    scene.fails(({ label }) => (label === 'UpdateItem MAILER' && left-- > 0 ? 'kill-before' : 'none'));
    for (const group of ['one', 'two']) {
      const MessageBody = JSON.stringify(back(scene, 'back'));
      const ids = { MessageGroupId: group, MessageDeduplicationId: group };
      scene.house.queues.execute(
        new SendMessageCommand({ QueueUrl: queueUrl('events'), MessageBody, ...ids }),
      );
    }
    await scene.lapse(60_000);
    expect(await blocked(scene)).toBe(undefined);
    await scene.lapse(20_000);
    expect(await blocked(scene)).toBe('bounce');
  });
});
