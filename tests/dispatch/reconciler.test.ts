import { beforeEach, describe, expect, test } from '@jest/globals';
import { createReconciler } from '../../lib/dispatch/reconcile/reconciler.ts';
import { CardwireError, later } from '../../lib/domain/errors.ts';
import { notBegun, type SweepState } from '../../lib/store/sweeps.ts';
import { storeTeam } from '../../lib/teams/stored.ts';
import type { Team } from '../../lib/teams/team.ts';
import { captureLog } from '../flows/capture-log.ts';
import { dynamoThrough } from '../histories/dynamo.ts';
import { httpTo } from '../histories/far-sides.ts';
import { queueUrl, sqsThrough } from '../histories/fifo.ts';
import { keysOf } from '../histories/release.ts';
import { openScene, type Scene } from './scene.ts';

/** One run of the function that looks at all boards, beside the house's own. */

const MINUTE = 60_000;
let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});

const key = (team: string) => ({ team, board: 'main' });
const state = (team: string) => scene.house.store.sweeps.state(key(team));
/** How far the look at a team's board had come a while ago, which took no time. */
async function began(team: string, ago: number, change: Partial<SweepState> = {}): Promise<void> {
  const { clock, store } = scene.house;
  const now = clock.now;
  clock.now = now - ago;
  await store.sweeps.begin(key(team));
  await store.sweeps.end(key(team), { ...notBegun, ...change });
  clock.now = now;
}
/** Another team on the first one's board. */
async function addTeam(id: string, change: Partial<Team> = {}): Promise<void> {
  const keys = keysOf(scene.house.release, 'stored-secrets');
  await scene.house.store.teams.put({
    id,
    settings: storeTeam({ ...scene.world.team, id, ...change }, keys),
  });
}
/** Runs once; `call` is made before every call of a board, `get` before every one of the table. Gives how often it has warned. */
async function run(
  call = (_path: string) => {},
  calls?: number,
  get = (_command: unknown) => {},
): Promise<number> {
  const { log, lines } = captureLog();
  const { table, queues, release, clock, worlds } = scene.house;
  const farSides = worlds.map(({ board }) => board.far);
  await createReconciler({
    ...{ tableName: 'table', eventsQueueUrl: queueUrl('events') },
    secretsKeys: keysOf(release, 'stored-secrets'),
    dynamodb: dynamoThrough(async (command) => {
      get(command);
      return table.execute(command);
    }),
    sqs: sqsThrough(release, async (each) => queues.execute(each)),
    openHttp: () =>
      httpTo(farSides, async (_side, label, work) => {
        call(label);
        return work();
      }),
    ...{ now: clock.read, log, ...(calls === undefined ? {} : { calls }) },
  })();
  return lines.filter((line) => line.includes('"level":"warn"')).length;
}
const ended = async (...teams: string[]) =>
  (await Promise.all(teams.map(state))).map((each) => each?.ended !== undefined);

describe('a board that fails', () => {
  const breaks = (error: Error) => (path: string) => {
    if (path.includes('/api/') && path.includes(scene.wekan.world.boards[0]?._id ?? '')) throw error;
  };

  test('is told in its state, and the run ends well', async () => {
    expect(await run(breaks(new CardwireError('board-unreachable', later)))).toBe(1);
    expect((await state('ops'))?.failed).toBe('board-unreachable');
    expect(await ended('ops', 'lab', 'gym')).toEqual([false, true, true]);
  });

  test('to give a single card is warned of as well', async () => {
    await run();
    let id = '';
    await scene.act('bob', async (bob) => {
      id = (await bob.createCard({ title: 'New' }))._id;
    });
    scene.pass(10 * MINUTE);
    const refuses = (path: string) => {
      if (path.includes(id)) throw new CardwireError('board-unreachable', later);
    };
    expect(await run(refuses)).toBe(1);
    expect(await state('ops')).toMatchObject({
      failed: 'board-unreachable',
      left: [{ card: id, isNew: true }],
    });
  });

  test('as nobody has foreseen sounds the alarm, once all others were looked at, and is tried again', async () => {
    await expect(run(breaks(new TypeError('ours')))).rejects.toThrow('ours');
    expect((await state('ops'))?.failed).toBe('unexpected');
    expect(await ended('ops', 'lab', 'gym')).toEqual([false, true, true]);
    scene.pass(5 * MINUTE);
    expect(await run()).toBe(0);
    expect(await ended('ops')).toEqual([true]);
  });

  test('settings that fail as nobody has foreseen sound it as well', async () => {
    const get = (command: unknown) => {
      if (JSON.stringify(command).includes('SETTINGS')) throw new TypeError('ours');
    };
    await expect(run(undefined, undefined, get)).rejects.toThrow('ours');
  });
});

describe('the boards whose time has come', () => {
  test.each([
    [5 * MINUTE - 5_000, true],
    [5 * MINUTE - 5_001, false],
  ])('after %i milliseconds: %p', async (ago, isDue) => {
    await began('ops', ago);
    await run();
    expect(await ended('ops')).toEqual([isDue]);
  });

  test.each([
    [39_999, [true, true, true, true, true, true]],
    [40_000, [true, false, true, false, true, true]],
  ])(
    'are looked at four at once, those first that have waited longest; after %i milliseconds of the run no other is begun',
    async (lasts, looked) => {
      const teams = ['a', 'b', 'c', 'd', 'lab', 'ops'];
      await began('gym', 0);
      for (const id of teams.slice(0, 4)) await addTeam(id);
      for (const [at, id] of ['ops', 'c', 'lab', 'a', 'd', 'b'].entries())
        await began(id, (20 - at) * MINUTE);
      let isLate = false;
      await run(() => {
        if (!isLate) scene.pass(lasts);
        isLate = true;
      });
      const nows = await Promise.all(teams.map(async (id) => (await state(id))?.began ?? 0));
      expect(nows.map((each) => each > scene.house.clock.now - MINUTE)).toEqual(looked);
    },
  );

  test('are none of a team that does not want it, whatever was left over', async () => {
    await addTeam('off', { reconcile: { on: false, minutes: 5 } });
    await began('off', 10 * MINUTE, { left: [{ card: 'c' as never }] });
    await run();
    expect(await ended('off')).toEqual([false]);
  });

  test('are left to the run that has them', async () => {
    await began('ops', MINUTE, { left: [{ card: 'c' as never }] });
    await scene.house.store.sweeps.begin(key('ops'));
    await run();
    expect([await ended('ops'), (await state('ops'))?.failed]).toEqual([[false], undefined]);
  });
});

test.each([
  [1, 2],
  [undefined, 0],
])('new cards are looked at while there are calls, %p of them; of three %i wait', async (calls, left) => {
  await run();
  for (const title of ['One', 'Two', 'Three']) await scene.act('bob', (bob) => bob.createCard({ title }));
  scene.pass(10 * MINUTE);
  await run(undefined, calls);
  expect((await state('ops'))?.left).toHaveLength(left);
});
