import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Board } from '../../../lib/boards/board.ts';
import type { CardId } from '../../../lib/domain/card.ts';
import { addBoard, addList, addUser } from '../../sims/wekan/seed.ts';
import { startWekanSim, type WekanSim } from '../../sims/wekan/sim.ts';
import { one, type SimCard } from '../../sims/wekan/world.ts';
import { boardDeps, draft, failureOf, marker, markerLine } from '../open.ts';
import { openWekan } from './open.ts';

let sim: WekanSim;
let board: Board;
let now = 0;

beforeEach(async () => {
  now = 1_800_000_000_000;
  sim = await startWekanSim();
  board = await openWekan(
    sim,
    boardDeps(() => now),
  );
});
afterEach(() => sim.stop());

const column = (title: string) => one(sim.world.lists, (list) => list.title === title, title)._id;
const user = (username: string) => one(sim.world.users, (each) => each.username === username, username)._id;
const label = (name: string) => one(sim.board.labels, (each) => each.name === name, name)._id;
const stored = (id: string): SimCard => one(sim.world.cards, ({ _id }) => _id === id, 'card');
const byAnn = async (title = 'By Ann') => (await sim.asUser('ann').createCard({ title }))._id as CardId;

/** The calls that something makes, as method and last part of the path. */
async function calls(work: () => Promise<unknown>): Promise<string[]> {
  const before = sim.requests.length;
  await work();
  return sim.requests.slice(before).map(({ method, path }) => `${method} ${path.replace(/\w{17}/g, ':id')}`);
}

describe('opening a card', () => {
  test('says on the card who asked, and hides the line from readers', async () => {
    const card = await board.create(draft, marker);
    expect(card.description).toBe('It leaks.');
    expect(stored(card.id).description).toBe(`It leaks.\n\n${markerLine}`);
    expect(card.url).toBe(`${sim.url}/b/${sim.board._id}/board/${card.id}`);
    expect(stored(card.id)).toMatchObject({
      listId: column('To Do'),
      userId: user('cardwire'),
      cardNumber: 1,
    });
  });

  test('fires no webhook: the board is silent about what comes over REST', async () => {
    sim.world.integrations.push({
      ...{
        _id: 'hook',
        boardId: sim.board._id,
        type: 'outgoing-webhooks',
        url: `${sim.url}/hook`,
        title: '',
      },
      ...{ token: '', activities: ['all'], enabled: true },
    });
    const card = await board.create(draft, marker);
    await board.apply(card.id, { type: 'rename', title: 'Mend it' }, marker);
    expect(sim.hooks.sent).toEqual([]);
  });

  test('takes few calls once names are known', async () => {
    await board.create(draft, marker);
    const again = await calls(() => board.create({ ...draft, labels: [label('bug')] }, marker));
    expect(again).toEqual([
      'GET /api/boards/:id/lists',
      'POST /api/boards/:id/lists/:id/cards',
      'PUT /api/boards/:id/lists/:id/cards/:id',
      'GET /api/cards/:id',
      'GET /api/boards/:id',
    ]);
  });

  test('in a column that is gone is refused, in an intake column that is gone it goes to the first one', async () => {
    await board.columns();
    const gone = { ...draft, column: column('Review') };
    sim.world.lists = sim.world.lists.filter(({ title }) => title !== 'Review' && title !== 'To Do');
    expect((await failureOf(board.create(gone, marker))).say?.key).toBe('board-column-gone');
    expect((await board.create(draft, marker)).column.name).toBe('Doing');
    expect(sim.world.cards).toHaveLength(1);
  });

  test('with people who are no members leaves them out', async () => {
    addUser(sim.world, 'eve');
    const card = await board.create({ ...draft, assignees: [user('tom'), user('eve')] }, marker);
    expect(card.assignees.map(({ username }) => username)).toEqual(['tom']);
  });

  test('that was cut short is found and finished, not made twice', async () => {
    const wanted = { ...draft, labels: [label('urgent'), label('bug')], due: '2030-01-01T00:00:00.000Z' };
    sim.faults.add({ kind: 'hang-up-after' }, { method: 'POST', path: /\/cards$/ });
    expect((await failureOf(board.create(wanted, marker))).retry.when).toBe('later');
    const found = await board.findCreated(wanted, marker, new Date(now));
    expect(found?.labels.map(({ name }) => name)).toEqual(['urgent', 'bug']);
    expect(found?.due).toBe(wanted.due);
    expect(sim.world.cards).toHaveLength(1);
    expect(await calls(() => board.findCreated(wanted, marker, new Date(now)))).not.toContain(
      'PUT /api/boards/:id/lists/:id/cards/:id',
    );
  });

  test('is not mistaken for another whose text merely quotes the line', async () => {
    await sim
      .asUser('ann')
      .createCard({ title: 'Quote', description: `see cw-${marker.id} above\nand more` });
    expect(await board.findCreated(draft, marker, new Date(now))).toBeUndefined();
  });
});

describe('reading a card', () => {
  test('is one call when the names are known, for five minutes', async () => {
    const full = { ...draft, assignees: [user('tom')], labels: [label('bug')] };
    const { id } = await board.create(full, marker);
    expect(await calls(() => board.read(id))).toEqual(['GET /api/cards/:id']);
    now += 299_000;
    expect(await calls(() => board.read(id))).toEqual(['GET /api/cards/:id']);
    now += 301_000;
    expect((await calls(() => board.read(id))).length).toBeGreaterThan(1);
  });

  test('learns a new column at once', async () => {
    const id = await byAnn();
    await board.read(id);
    addList(sim.world, sim.board, 'Waiting');
    await sim.asUser('ann').moveCard(id, 'Waiting');
    expect((await board.read(id))?.column.name).toBe('Waiting');
  });

  test('does not ask again and again for a label that is gone', async () => {
    const id = await byAnn();
    stored(id).labelIds = ['goneLabel', label('bug')];
    expect((await board.read(id))?.labels.map(({ name }) => name)).toEqual(['bug']);
    expect(await calls(() => board.read(id))).toEqual(['GET /api/cards/:id']);
  });

  test('tells the moments at which it began and was answered', async () => {
    const id = await byAnn();
    now = 1_900_000_000_000;
    const at = 1_900_000_000_000;
    expect(await board.read(id)).toMatchObject({ revision: at, answered: at });
  });

  test('gives nothing of a card that is deleted, or on another board, seen or not', async () => {
    const deleted = await byAnn();
    await sim.asUser('ann').delete(deleted);
    addBoard(sim.world, 'Other', { columns: ['A'], members: { cardwire: 'normal', ann: 'admin' } });
    addBoard(sim.world, 'Secret', { columns: ['A'], members: { ann: 'admin' } });
    const other = await byAnn();
    await sim.asUser('ann').moveToBoard(other, 'Other');
    const secret = await byAnn();
    await sim.asUser('ann').moveToBoard(secret, 'Secret');
    for (const id of [deleted, other, secret]) {
      expect(await board.read(id)).toBeUndefined();
      const error = await failureOf(board.apply(id, { type: 'archive' }, marker));
      expect(error.say?.key).toBe('card-gone');
      expect((await failureOf(board.apply(id, { type: 'comment', text: 'hi' }, marker))).say?.key).toBe(
        'card-gone',
      );
    }
    expect(sim.world.comments).toEqual([]);
  });

  test('never lets an id reach another path', async () => {
    const odd = '../boards/x?y=1#' as CardId;
    expect(await calls(() => board.read(odd))).toContain('GET /api/cards/..%2Fboards%2Fx%3Fy%3D1%23');
  });
});

describe('links', () => {
  const link = (path: string) => board.cardOfLink(`${sim.url}${path}`);
  test('of this board are known, whatever its title is in them', async () => {
    const { _id } = sim.board;
    expect(await link(`/b/${_id}/ops/abc`)).toBe('abc');
    expect(await link(`/b/${_id}/anything-else/abc?x=1#y`)).toBe('abc');
    for (const path of [
      `/b/${_id}/ops`,
      `/b/${_id}/ops/abc/more`,
      '/b/other/ops/abc',
      `/c/${_id}/ops/abc`,
      '/',
    ]) {
      expect(await link(path)).toBeUndefined();
    }
  });
});
