import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openBoard } from '../../../lib/boards/registry.ts';
import type { CardFile, CardId } from '../../../lib/domain/card.ts';
import { createHttp } from '../../../lib/http/create-http.ts';
import { startWekanSim, type WekanSim, type WekanSimOptions } from '../../sims/wekan/sim.ts';
import { boardDeps, failureOf, file, marker } from '../open.ts';
import { connectionTo } from './open.ts';

const upload = { method: 'POST', path: /\/upload$/ };

let sim: WekanSim;
let id: CardId;
async function start(options: WekanSimOptions = {}): Promise<void> {
  sim = await startWekanSim(options);
  id = (await sim.asUser('ann').createCard({ title: 'Fix the pump' }))._id as CardId;
}
beforeEach(() => start());
afterEach(() => sim.stop());

async function attach(more: Partial<CardFile> = {}, timeoutMs?: number) {
  const board = await openBoard(connectionTo(sim), boardDeps(Date.now, timeoutMs));
  return board.apply(id, { ...file, ...more }, marker);
}
const files = () => sim.world.files.map(({ name, type, bytes }) => ({ name, type, bytes: [...bytes] }));
const stored = { name: file.name, type: file.mediaType, bytes: [...file.bytes] };

describe('a file', () => {
  test('comes to the card as it is', async () => {
    expect((await attach()).id).toBe(id);
    expect(files()).toEqual([stored]);
  });

  test('that the board does not take, or that is too large to be sent, is refused by its name', async () => {
    const deps = { ...boardDeps(), http: createHttp({ allowPrivate: true, maxBytes: 50_000 }) };
    const board = await openBoard(connectionTo(sim), deps);
    for (const refused of [{ mediaType: 'image/svg+xml' }, { bytes: new Uint8Array(50_000) }]) {
      const error = await failureOf(board.apply(id, { ...file, ...refused }, marker));
      expect(error.say).toEqual({ key: 'board-file-refused', values: { name: file.name } });
    }
    expect(files()).toEqual([]);
  });

  test('on a card that is gone, or that the account may not change, is refused as anything else', async () => {
    sim.board.members = sim.board.members.map((member) => ({ ...member, isCommentOnly: true }));
    expect((await failureOf(attach())).say?.key).toBe('board-forbidden');
    sim.world.cards = [];
    expect((await failureOf(attach())).retry.when).toBe('never');
  });
});

describe('a server whose upload does not work', () => {
  test.each([
    ['gives up', { kind: 'status', status: 408 }],
    ['fails inside', { kind: 'status', status: 500 }],
    ['does not know it', { kind: 'status', status: 404 }],
    ['answers with the app', { kind: 'html' }],
    ['answers nothing', { kind: 'empty' }],
    ['says nothing for too long', { kind: 'hang' }],
  ] as const)('(%s) is told for good, and not asked for days', async (_how, fault) => {
    sim.faults.add(fault, { ...upload, times: 9 });
    const error = await failureOf(attach({}, 500));
    expect(error).toMatchObject({ code: 'refused-board-cannot', say: { values: { verb: 'attach' } } });
  });

  test('as builds on Meteor 3, is told for good', async () => {
    await sim.stop();
    await start({ uploads: false });
    expect((await failureOf(attach())).code).toBe('refused-board-cannot');
  });

  test('is not taken for one that is down', async () => {
    sim.faults.add({ kind: 'status', status: 503 }, upload);
    sim.faults.add({ kind: 'status', status: 503 }, { path: /\/api\/user$/ });
    sim.faults.add({ kind: 'status', status: 503 }, { method: 'GET', path: /\/api\/attachment/ });
    expect((await failureOf(attach())).retry.when).toBe('later');
  });

  test('has the file all the same when only the answer was lost', async () => {
    sim.faults.add({ kind: 'status-after', status: 500 }, upload);
    expect((await attach()).id).toBe(id);
    sim.faults.clear();
    expect(files()).toEqual([stored]);
  });
});

test('a file of a died run is found; where the server lists none, it is not', async () => {
  const board = await openBoard(connectionTo(sim), boardDeps());
  sim.faults.add({ kind: 'hang-up-after' }, upload);
  expect((await failureOf(attach())).retry.when).toBe('later');
  expect((await board.findApplied(id, file, marker))?.id).toBe(id);
  expect(await board.findApplied(id, { ...file, bytes: new Uint8Array(1) }, marker)).toBeUndefined();
  const listing = { path: /\/api\/attachment\/list/ };
  sim.faults.add({ kind: 'html' }, { ...listing, times: 2 });
  expect(await board.findApplied(id, file, marker)).toBeUndefined();
  // A page that is gone a moment later was a proxy's.
  sim.faults.add({ kind: 'html' }, listing);
  expect((await board.findApplied(id, file, marker))?.id).toBe(id);
});

test('the files of a card are told, or that the server lists none; what fails is no such answer, but keeps no look from the rest', async () => {
  const board = await openBoard(connectionTo(sim), boardDeps());
  await attach();
  const listing = { path: /\/api\/attachment\/list/ };
  const named = [expect.objectContaining({ name: file.name })];
  expect(await board.filesOn(id)).toEqual(named);
  sim.faults.add({ kind: 'html' }, listing);
  expect(await board.filesOn(id)).toEqual(named);
  sim.faults.add({ kind: 'html' }, { ...listing, times: 2 });
  expect(await board.filesOn(id)).toBeUndefined();
  for (const _ of [1, 2]) {
    sim.faults.add({ kind: 'status', status: 500 }, { ...listing, times: 3 });
    expect((await failureOf(board.filesOn(id))).retry.when).toBe('later');
    const { changed, details } = await board.changedSince('');
    expect([changed, details.size]).toEqual([[id], 0]);
    sim.faults.clear();
  }
  expect((await board.changedSince('')).details.get(id)?.files).toEqual(named);
});
