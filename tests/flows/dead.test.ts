import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openSecret, type SealedSecret } from '../../lib/teams/secrets.ts';
import { type House, keysFor, openHouse } from './house.ts';
import { cardTitled, columnOf, heard, opens, types } from './sight.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.stop());

let sent = 0;
const put = (queue: 'events' | 'deliveries', body: string, group = 'some-group') =>
  house.clients.sqs.send(
    new SendMessageCommand({
      QueueUrl: house.queueUrls[queue],
      MessageBody: body,
      MessageGroupId: group,
      MessageDeduplicationId: `test-${++sent}`,
    }),
  );
const opened = (team: string, sealed: string) =>
  openSecret(sealed as SealedSecret, { team, field: 'dead' }, keysFor('stored-secrets'));

describe('what cannot be done lies in the table', () => {
  test.each<[string, string, string]>([
    ['no JSON', '{"v":1, "kind":', '-'],
    ['nothing', ' ', '-'],
    [
      'a kind that there is not',
      JSON.stringify({ v: 1, kind: 'dance', team: 'ops', secret: 'MARKED' }),
      'ops',
    ],
    [
      'an event without its person',
      JSON.stringify({ v: 1, kind: 'command', id: 'x', at: 1, team: 'ops' }),
      'ops',
    ],
    ['a delivery without its card', JSON.stringify({ v: 1, kind: 'delivery', team: 'ops', at: 1 }), 'ops'],
  ])(
    '%s: with its reason, its body encrypted, and the rest of its group goes on',
    async (_what, body, team) => {
      const before = (await house.store.graveyard.list(team)).map(({ id }) => id);
      await put('events', body);
      await put('deliveries', body);
      await house.settle();
      const dead = (await house.store.graveyard.list(team)).filter(({ id }) => !before.includes(id));
      expect(dead.map(({ reason }) => reason)).toEqual(['message-unreadable', 'message-unreadable']);
      expect(dead.map(({ queue }) => queue.includes('vents')).toSorted()).toEqual([false, true]);
      for (const each of dead) {
        expect(each.group).toBe('some-group');
        expect(each.body).not.toContain('kind');
        expect(opened(team, each.body)).toBe(body);
      }
      expect(house.logged.splice(0)).toEqual(['message-unreadable', 'message-unreadable']);
    },
  );

  test('a command behind a dead message of its own group is done', async () => {
    const { card } = await opens(house, 'tom', 'Behind the dead');
    const sending = put('events', 'broken', 'one-group');
    await Promise.all([sending, house.mattermost.as('tom').command('town-square', '/card move #1 doing')]);
    await house.settle();
    expect(columnOf(house, card)).toBe('Doing');
    house.logged.length = 0;
  });

  test('what a newer deployment has queued waits for it', async () => {
    await put('events', JSON.stringify({ v: 99, kind: 'wonder', team: 'ops' }), 'newer');
    const before = (await house.store.graveyard.list('ops')).length;
    await house.lapse(60_000);
    expect((await house.store.graveyard.list('ops')).length).toBe(before);
    expect(house.logged).toEqual([]);
  });

  test('after thirteen days of waiting a command is dead, not before', async () => {
    const user = house.wekan.world.users.find(({ username }) => username === 'cardwire');
    if (user) user.password = 'changed';
    house.wekan.faults.revokeTokens();
    await types(house, 'tom', '/card move #1 done');
    for (const days of [1, 6, 5]) await house.lapse(days * 24 * 3_600_000);
    const before = (await house.store.graveyard.list('ops')).length;
    await house.lapse(2 * 24 * 3_600_000);
    const dead = (await house.store.graveyard.list('ops')).slice(before);
    const command = dead.find(({ reason }) => reason === 'wekan-sign-in-refused');
    expect(opened('ops', command?.body ?? '')).toContain('move #1 done');
    expect(heard(house, 'tom').at(-1)).toMatch(/have given it up[\s\S]*\/card move #1 done/);
    expect(columnOf(house, cardTitled(house, 'Behind the dead'))).toBe('Doing');
  });
});
