import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CardId } from '../../lib/domain/card.ts';
import { createPauses, type Pauses } from '../../lib/store/paused.ts';
import { openTable } from './open-table.ts';

let opened: Awaited<ReturnType<typeof openTable>>;
let pauses: Pauses;
beforeAll(async () => {
  opened = await openTable();
  pauses = createPauses(opened.table, () => opened.clock.now);
});
afterAll(() => opened.stop());

const key = (name: string) => ({ team: 'ops', where: `mattermost:chat:${name}:` });
const missed = (card: string) => ({ board: 'main', card: card as CardId });
/** `get` may be a moment old in the cloud. */
const read = async (name: string) => {
  const pause = await pauses.get(key(name));
  if (!pause) throw new Error('not paused');
  return pause;
};

test('a pause keeps when it began, what was missed and that the team knows, however often it is refused', async () => {
  const began = opened.clock.now;
  expect(await pauses.pause(key('a'), 'mattermost-forbidden')).toEqual({
    ...{ reason: 'mattermost-forbidden', since: began, at: began, resting: true, told: false, missed: [] },
  });
  await pauses.told(key('a'));
  await pauses.miss(key('a'), await read('a'), missed('one'));
  await pauses.miss(key('a'), await read('a'), missed('one'));
  await pauses.miss(key('a'), await read('a'), missed('two'));
  await pauses.wake(key('a'));
  expect((await read('a')).resting).toBe(false);
  opened.clock.now += 5000;
  expect(await pauses.pause(key('a'), 'mattermost-not-found')).toEqual({
    ...{ reason: 'mattermost-not-found', since: began, at: began + 5000, resting: true, told: true },
    missed: [missed('one'), missed('two')],
  });
  await pauses.caughtUp(key('a'), missed('one'));
  expect((await read('a')).missed).toEqual([missed('two')]);
});

test('of an ended pause nothing is left, and nothing comes back by itself', async () => {
  await pauses.pause(key('b'), 'mattermost-forbidden');
  const before = await read('b');
  await pauses.end(key('b'));
  await pauses.end(key('b'));
  await pauses.told(key('b'));
  await pauses.wake(key('b'));
  await pauses.miss(key('b'), before, missed('one'));
  await pauses.caughtUp(key('b'), missed('one'));
  expect(await pauses.get(key('b'))).toBeUndefined();
  await pauses.pause(key('b'), 'mattermost-forbidden');
  expect(await read('b')).toMatchObject({ told: false, missed: [], since: opened.clock.now });
});

test('a pause does not end while a card that was missed is to be caught up with', async () => {
  const said = { ...missed('one'), comments: [{ id: 'a', step: 'added' as const }] };
  await pauses.pause(key('f'), 'mattermost-forbidden');
  await pauses.miss(key('f'), await read('f'), said);
  expect(await pauses.wake(key('f'))).toMatchObject({ resting: false, missed: [said] });
  await pauses.end(key('f'));
  expect((await read('f')).missed).toEqual([said]);
  await pauses.caughtUp(key('f'), said);
  await pauses.end(key('f'));
  expect([await pauses.get(key('f')), await pauses.wake(key('f'))]).toEqual([undefined, undefined]);
});

test('what an older version wrote down of comments is a comment each', async () => {
  const { pk, sk } = { pk: 'TEAM#ops', sk: `PAUSED#${key('g').where}` };
  await pauses.pause(key('g'), 'mattermost-forbidden');
  await pauses.miss(key('g'), await read('g'), missed('one'));
  await opened.table.update(
    { pk, sk },
    { set: { said: ':said' }, values: { said: ['a'] }, names: { said: 'said main one' } },
  );
  expect((await read('g')).missed).toEqual([said('a')]);
  await pauses.miss(key('g'), await read('g'), said('b'));
  await pauses.caughtUp(key('g'), said('a'));
  expect((await read('g')).missed).toEqual([said('b')]);
});

test('a pause does not grow without end', async () => {
  await pauses.pause(key('c'), 'mattermost-forbidden');
  for (let at = 0; at < 55; at++) await pauses.miss(key('c'), await read('c'), missed(`card ${at}`));
  expect((await read('c')).missed).toHaveLength(50);
  expect((await read('c')).missed).toContainEqual(missed('card 7'));
});

const said = (...ids: string[]) => ({
  ...missed('one'),
  comments: ids.map((id) => ({ id, step: id === 'b' ? ('edited' as const) : ('added' as const) })),
});

test('comments that were missed are known until their card is caught up with', async () => {
  await pauses.pause(key('e'), 'mattermost-forbidden');
  await pauses.miss(key('e'), await read('e'), missed('one'));
  await pauses.miss(key('e'), await read('e'), said('a', 'b'));
  await pauses.miss(key('e'), await read('e'), said('b', 'c'));
  expect((await read('e')).missed).toEqual([said('a', 'b', 'b', 'c')]);
  for (let at = 0; at < 120; at++) await pauses.miss(key('e'), await read('e'), said(`more ${at}`));
  expect((await read('e')).missed[0]?.comments).toHaveLength(99);
  for (const each of (await read('e')).missed) await pauses.caughtUp(key('e'), each);
  await pauses.end(key('e'));
  await pauses.pause(key('e'), 'mattermost-forbidden');
  await pauses.miss(key('e'), await read('e'), missed('one'));
  expect((await read('e')).missed).toEqual([missed('one')]);
  await pauses.caughtUp(key('e'), missed('one'));
  await pauses.end(key('e'));
});

test('what is missed on a card after it was read is left when it is caught up with', async () => {
  await pauses.pause(key('h'), 'mattermost-forbidden');
  const before = await read('h');
  await pauses.miss(key('h'), before, missed('one'));
  await pauses.miss(key('h'), before, said('a'));
  await pauses.caughtUp(key('h'), missed('one'));
  await pauses.miss(key('h'), before, said('b', 'b'));
  const [first, second] = [await pauses.wake(key('h')), await pauses.wake(key('h'))];
  expect(first?.missed).toEqual([said('a', 'b', 'b')]);
  for (const id of ['c', 'd']) await pauses.miss(key('h'), before, said(id));
  for (const each of first?.missed ?? []) await pauses.caughtUp(key('h'), each);
  expect((await read('h')).missed).toEqual([said('c', 'd')]);
  // Another run that was woken at the same time has read the same.
  for (const each of second?.missed ?? []) await pauses.caughtUp(key('h'), each);
  await pauses.end(key('h'));
  expect((await read('h')).missed).toEqual([said('c', 'd')]);
  await pauses.caughtUp(key('h'), said('c', 'd'));
  await pauses.end(key('h'));
  expect(await pauses.get(key('h'))).toBeUndefined();
});

test('one conversation is resumed, or all of a connection, or all of a team, and no other team’s', async () => {
  await pauses.pause({ ...key('d'), team: 'lab' }, 'mattermost-forbidden');
  await pauses.pause({ team: 'lab', where: 'chat' }, 'mattermost-unauthorized');
  await pauses.pause({ team: 'lab', where: 'discord:talk:1:' }, 'discord-forbidden');
  expect(await pauses.resume('lab', 'nowhere')).toEqual([]);
  expect(await pauses.resume('lab', 'chat')).toEqual(['chat', key('d').where]);
  // A connection is not told of: it is over with its own pause.
  expect((await pauses.list('lab')).map(({ where, resting }) => [where, resting])).toEqual([
    ['discord:talk:1:', true],
    [key('d').where, false],
  ]);
  expect((await pauses.list('ops')).every(({ resting }) => resting)).toBe(true);
});
