import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Board } from '../../lib/boards/board.ts';
import { openBoard } from '../../lib/boards/registry.ts';
import { mostFiles, type Putting, putFiles } from '../../lib/dispatch/put-files.ts';
import type { CardId } from '../../lib/domain/card.ts';
import { CardwireError, later, never } from '../../lib/domain/errors.ts';
import { NotYet } from '../../lib/queue/waiting.ts';
import type { EventFile } from '../../schemas/asked.ts';
import { boardDeps } from '../boards/open.ts';
import { connectionTo } from '../boards/wekan/open.ts';
import { startWekanSim, type WekanSim } from '../sims/wekan/sim.ts';

let sim: WekanSim;
let board: Board;
let card: CardId;
beforeEach(async () => {
  sim = await startWekanSim();
  board = await openBoard(connectionTo(sim), boardDeps(Date.now));
  card = (await sim.asUser('ann').createCard({ title: 'Fix the pump' }))._id as CardId;
});
afterEach(() => sim.stop());

/** What the channel has, by where it is. */
const there = new Map(['a', 'b', 'c'].map((from) => [from, new TextEncoder().encode(`file ${from}`)]));
const file = (from: string, more: Partial<EventFile> = {}): EventFile => ({
  ...{ name: `${from}.txt`, mediaType: 'text/plain', size: 6, from },
  ...more,
});
const put = (files: readonly EventFile[], more: Partial<Putting> = {}) =>
  putFiles(
    {
      ...{ board, card, again: false, now: () => 0 },
      channel: { file: async (from) => there.get(from) },
      marker: (index) => ({ id: `marker-${index}`, origin: 'Tom, Discord' }),
      ...more,
    },
    files,
  );
const onCard = () => sim.world.files.map(({ name }) => name);

test('puts every file on the card', async () => {
  expect(await put([file('a'), file('b')])).toEqual({ attached: ['a.txt', 'b.txt'], left: {} });
  expect(onCard()).toEqual(['a.txt', 'b.txt']);
});

test('after a run that died, what it has put there is not put there again', async () => {
  await put([file('a')]);
  expect(await put([file('a'), file('b')], { again: true })).toMatchObject({ attached: ['a.txt', 'b.txt'] });
  expect(onCard()).toEqual(['a.txt', 'b.txt']);
});

test('what cannot be taken is named with the reason, and keeps nothing else from the card', async () => {
  const many = Array.from({ length: mostFiles.count }, (_, at) => file(at === 0 ? 'a' : 'gone'));
  const { attached, left } = await put([
    file('b', { mediaType: 'image/svg+xml' }),
    file('c', { size: mostFiles.bytes + 1, name: 'large.bin' }),
    ...many,
  ]);
  expect(attached).toEqual(['a.txt']);
  expect(left.refused).toEqual(['b.txt']);
  expect(left['too-large']).toEqual(['large.bin']);
  expect(left.gone).toHaveLength(mostFiles.count - 3);
  expect(left['too-many']).toHaveLength(2);
});

test('a channel that refuses a file for good has none', async () => {
  const refusing = async () => Promise.reject(new CardwireError('discord-forbidden', never));
  expect(await put([file('a')], { channel: { file: refusing } })).toEqual({
    attached: [],
    left: { gone: ['a.txt'] },
  });
});

test('a channel that is away is tried again', async () => {
  const away = async () => Promise.reject(new CardwireError('http-timeout', later));
  await expect(put([file('a')], { channel: { file: away } })).rejects.toThrow('http-timeout');
});

test('a board that is away is tried again', async () => {
  sim.faults.add({ kind: 'status', status: 503 }, { path: /./, times: 9 });
  await expect(put([file('a')])).rejects.toMatchObject({ retry: { when: 'later' } });
});

test('a board that refuses a file without a word has refused it, and no other one', async () => {
  const apply: Board['apply'] = (id, action, marker) =>
    action.type === 'attach' && action.name === 'a.txt'
      ? Promise.reject(new CardwireError('board-strange', never))
      : board.apply(id, action, marker);
  expect(await put([file('a'), file('b')], { board: { ...board, apply } })).toEqual({
    attached: ['b.txt'],
    left: { refused: ['a.txt'] },
  });
});

test('a file that is just not too large is taken, and the channel is asked for no more than that', async () => {
  const asked: (readonly [string, number])[] = [];
  const counting = async (from: string, most: number) => {
    asked.push([from, most]);
    return there.get(from);
  };
  const { attached } = await put([file('a', { size: mostFiles.bytes })], { channel: { file: counting } });
  expect([attached, asked]).toEqual([['a.txt'], [['a', mostFiles.bytes]]]);
});

test('a first try looks for nothing on the board: all of it is new', async () => {
  await put([file('a')]);
  await put([file('a')]);
  expect(onCard()).toEqual(['a.txt', 'a.txt']);
});

test('a board that takes no files is asked once', async () => {
  sim.faults.add({ kind: 'status', status: 408 }, { method: 'POST', path: /\/upload$/, times: 9 });
  expect(await put([file('a'), file('b')])).toEqual({
    attached: [],
    left: { 'board-cannot': ['a.txt', 'b.txt'] },
  });
  expect(sim.requests.filter(({ path }) => path.endsWith('/upload'))).toHaveLength(1);
});

test('a board that takes none by its nature is not even asked', async () => {
  const none = { ...board, can: { ...board.can, actions: [] } };
  expect(await put([file('a')], { board: none })).toEqual({
    attached: [],
    left: { 'board-cannot': ['a.txt'] },
  });
});

test('one run does as many as it has time for, the next one the rest', async () => {
  let now = 0;
  const slow = async (from: string) => {
    now += 12_000;
    return there.get(from);
  };
  const files = [file('a'), file('b'), file('c')];
  await expect(put(files, { channel: { file: slow }, now: () => now })).rejects.toThrow(NotYet);
  expect(onCard()).toEqual(['a.txt', 'b.txt']);
  await put(files, { again: true });
  expect(onCard()).toEqual(['a.txt', 'b.txt', 'c.txt']);
});

test('a run goes on as long as it has time, and not a moment longer', async () => {
  const runOf = async (milliseconds: number) => {
    let now = 5_000;
    const slow = async (from: string) => {
      now += milliseconds;
      return there.get(from);
    };
    return put([file('a'), file('b')], { channel: { file: slow }, now: () => now });
  };
  expect((await runOf(20_000)).attached).toEqual(['a.txt', 'b.txt']);
  await expect(runOf(20_001)).rejects.toThrow(NotYet);
});

test('of a name that is too long the end is kept, where its kind stands', async () => {
  const long = `${'😀'.repeat(200)}.txt`;
  const { attached } = await put([file('a', { name: long }), file('b', { name: ' x '.repeat(2) })]);
  expect(attached).toEqual([`${'😀'.repeat(116)}.txt`, 'x  x']);
});

test('files that have one name are told apart, before what their kind is known by', async () => {
  const named = (name: string) => file('a', { name });
  const names = ['a.b.txt', 'a.b.txt', '.env', '.env', 'a.b 2.txt', 'a.b.txt', '/', '/'];
  expect((await put(names.map(named))).attached).toEqual([
    ...['a.b.txt', 'a.b 2.txt', '.env', '.env 2', 'a.b 2 2.txt', 'a.b 3.txt', 'file', 'file 2'],
  ]);
});

test('a name is no path, and can be seen', async () => {
  expect(
    await put([file('a', { name: '../..\\etc/pass\u202ewd\u0000' }), file('b', { name: '/' })]),
  ).toMatchObject({ attached: ['passwd', 'file'] });
});
