import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createReconciler } from '../../lib/dispatch/reconcile/reconciler.ts';
import type { SqsSender } from '../../lib/queue/enqueue.ts';
import { captureLog } from './capture-log.ts';
import { type House, keysFor, openHouse } from './house.ts';
import { type Sweeper, sweeperFor } from './reconcile-sweeper.ts';
import { opens, replies } from './sight.ts';

let house: House;
let sweeper: Sweeper;
beforeAll(async () => {
  house = await openHouse();
  sweeper = sweeperFor(house);
});
afterAll(() => house.stop());

class Killed extends Error {}

/** A run whose function is killed at one of its calls of the table or the queue: before it is made, or when nobody hears its answer any more. */
async function runKilled(call: number, when: 'before' | 'after'): Promise<boolean> {
  let calls = 0;
  const through = <C extends { send: (...args: never[]) => unknown }>(client: C): C =>
    ({
      send: async (...args: never[]) => {
        calls += 1;
        if (calls > call || (calls === call && when === 'before')) throw new Killed();
        const answer = await client.send(...args);
        if (calls === call) throw new Killed();
        return answer;
      },
    }) as unknown as C;
  const run = createReconciler({
    tableName: house.tableName,
    eventsQueueUrl: house.queueUrls.events,
    secretsKeys: keysFor('stored-secrets'),
    dynamodb: through<DynamoDBClient>(house.clients.dynamodb),
    sqs: through<SqsSender>(house.clients.sqs),
    ...{ now: house.now, log: captureLog().log },
  });
  return run().then(
    () => false,
    () => true,
  );
}

/** More calls than a run makes that finds one thing. */
const MOST_CALLS = 20;

describe('a look that is killed', () => {
  test('at any of its calls is made up for by the next one: all is told, and nothing twice', async () => {
    const { card, post } = await opens(house, 'tom', 'Fix the pump');
    await sweeper.sweep();
    for (const hook of house.wekan.world.integrations) hook.enabled = false;
    const ann = house.wekan.asUser('ann');
    const columns = ['Doing', 'Review', 'Done'];
    let [rounds, kills] = [0, 0];
    let isKilled = true;
    for (let call = 1; isKilled && call < MOST_CALLS; call += 1) {
      for (const when of ['before', 'after'] as const) {
        const text = `Comment ${call} ${when}`;
        const to = columns[rounds % columns.length] ?? '';
        rounds += 1;
        await ann.moveCard(card._id, to);
        await ann.comment(card._id, text);
        await house.lapse(5 * 60_000);
        isKilled = await runKilled(call, when);
        if (isKilled) kills += 1;
        // What it had queued is told while its lease runs on; then the next one begins.
        await house.lapse(80_000);
        await sweeper.sweep();
        const told = replies(house, post);
        expect([call, when, told.filter((reply) => reply.includes(`> ${text}`)).length]).toEqual([
          call,
          when,
          1,
        ]);
        expect(told.filter((reply) => reply.includes(`> ${text}`))[0]).toContain(`to **${to}**`);
      }
    }
    expect(isKilled).toBe(false);
    expect(kills).toBeGreaterThan(10);
    const moves = replies(house, post).filter((reply) => reply.includes('moved from'));
    expect(moves).toHaveLength(replies(house, post).length);
  });
});
