import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Board } from '../../../lib/boards/board.ts';
import type { CardId } from '../../../lib/domain/card.ts';
import { addMember, addProject, addStatus, addUser } from '../../sims/taiga/seed.ts';
import type { TaigaSim } from '../../sims/taiga/sim.ts';
import { boardDeps, draft, failureOf, marker, markerLine } from '../open.ts';
import {
  callsOf,
  columnOf,
  openedByAnn,
  openTaiga,
  otherProject,
  startTaiga,
  storyOf,
  userOf,
} from './open.ts';

let sim: TaigaSim;
let board: Board;
let now = 0;

beforeEach(async () => {
  now = Date.UTC(2027, 0, 15);
  ({ sim, board } = await startTaiga({ front: 'https://tree.example.org/taiga', now: () => now }));
});
afterEach(() => sim.stop());

const column = (name: string) => columnOf(sim, name, sim.project);
const user = (name: string) => Number(userOf(sim, name));
const stored = (id: string) => storyOf(sim, id);
const byAnn = (title = 'By Ann', project?: number) => openedByAnn(sim, title, project);
const others = () => otherProject(sim);

const calls = (work: () => Promise<unknown>) => callsOf(sim, work);

describe('opening a card', () => {
  test('is one call, and says on the card who asked', async () => {
    await board.columns();
    const made: CardId[] = [];
    const again = { ...draft, labels: ['bug'], assignees: [String(user('tom')), String(user('bob'))] };
    expect(await calls(async () => made.push((await board.create(again, marker)).id))).toEqual([
      'POST /userstories',
    ]);
    const card = await board.read(made[0] ?? ('' as CardId));
    expect(card).toMatchObject({ description: 'It leaks.', number: 1 });
    expect(card?.url).toBe('https://tree.example.org/taiga/project/ops/us/1');
    expect(stored(made[0] ?? '')).toMatchObject({
      description: `It leaks.\n\n${markerLine}`,
      externalReference: ['cardwire', marker.id],
      owner: user('cardwire'),
      assignedTo: user('tom'),
      assignedUsers: [user('tom'), user('bob')],
    });
  });

  test('in a column that is gone is refused, in an intake column that is gone it goes to the first one', async () => {
    await board.columns();
    const gone = { ...draft, column: column('Ready') };
    sim.world.statuses = sim.world.statuses.filter(
      ({ name, of }) => of === 'task' || !/New|Ready/.test(name),
    );
    expect((await failureOf(board.create(gone, marker))).say?.key).toBe('board-column-gone');
    expect((await board.create(draft, marker)).column.name).toBe('In progress');
    expect(sim.world.stories).toHaveLength(1);
  });

  test('leaves out people who have left the project meanwhile', async () => {
    addUser(sim.world, 'zoe');
    addMember(sim.world, sim.project, 'zoe');
    await board.members();
    sim.project.memberships = sim.project.memberships.filter(({ userId }) => userId !== user('zoe'));
    const wanted = { ...draft, assignees: [String(user('zoe')), String(user('tom'))] };
    expect((await board.create(wanted, marker)).assignees.map(({ username }) => username)).toEqual(['tom']);
  });

  test('that was cut short is found, not made twice', async () => {
    const since = new Date(now);
    sim.faults.add({ kind: 'hang-up-after' }, { method: 'POST', path: /userstories$/ });
    expect((await failureOf(board.create(draft, marker))).retry.when).toBe('later');
    const found = await board.findCreated(draft, marker, since);
    expect(found).toMatchObject({ title: 'Fix the pump', description: 'It leaks.' });
    expect(sim.world.stories).toHaveLength(1);
  });

  test('is found among many, on a page of its own', async () => {
    for (let count = 0; count < 1001; count += 1) await byAnn(`Card ${count}`);
    await board.create(draft, marker);
    const found = await calls(() => board.findCreated(draft, marker, new Date(now)));
    expect(found).toEqual(['GET /userstories', 'GET /userstories', 'GET /userstories/:id']);
  });
});

describe('reading a card', () => {
  test('is one call when the names are known, for five minutes', async () => {
    const id = await byAnn();
    await board.read(id);
    now += 299_000;
    expect(await calls(() => board.read(id))).toEqual(['GET /userstories/:id']);
    now += 2_000;
    expect(await calls(() => board.read(id))).toEqual(['GET /userstories/:id', 'GET /projects/by_slug']);
  });

  test('learns a new column at once, and goes on after one was renamed', async () => {
    const id = await byAnn();
    await board.read(id);
    addStatus(sim.world, sim.project, 'userstory', 'Waiting');
    await sim.asUser('ann').moveCard(Number(id), 'Waiting');
    expect((await board.read(id))?.column.name).toBe('Waiting');
    await sim.asUser('ann').renameColumn('Waiting', 'Parked');
    now += 301_000;
    expect((await board.read(id))?.column.name).toBe('Parked');
  });

  test('gives the day of a due date its end in the team’s time zone, on either side of the world', async () => {
    const id = await byAnn();
    await sim.asUser('ann').due(Number(id), '2027-06-30');
    expect((await board.read(id))?.due).toBe('2027-06-30T21:59:00.000Z');
    const west = await openTaiga(sim, { ...boardDeps(() => now), timezone: 'America/Los_Angeles' });
    expect((await west.read(id))?.due).toBe('2027-07-01T06:59:00.000Z');
    const at = '2027-07-05T06:59:00.000Z';
    expect((await west.apply(id, { type: 'due', at }, marker)).due).toBe(at);
    expect(stored(id).dueDate).toBe('2027-07-04');
  });

  test('of somebody who has left the project still works, and asks for them once', async () => {
    const id = await byAnn();
    await sim.asUser('ann').assign(Number(id), 'tom');
    sim.project.memberships = sim.project.memberships.filter(({ userId }) => userId !== user('tom'));
    expect((await board.read(id))?.assignees).toMatchObject([{ id: String(user('tom')), name: '?' }]);
    expect(await calls(() => board.read(id))).toEqual(['GET /userstories/:id']);
  });

  test('gives nothing of a card that is deleted, or in another project, seen or not', async () => {
    const deleted = await byAnn();
    await sim.asUser('ann').delete(Number(deleted));
    const seen = addProject(sim.world, 'Seen', {
      columns: ['New'],
      members: { cardwire: 'member', ann: 'admin' },
    });
    const ids = [deleted, await byAnn('Seen', seen.id), await byAnn('Unseen', others().id)];
    const moved = await byAnn('Moved');
    await board.read(moved);
    await sim.asUser('ann').change(Number(moved), { project: seen.id });
    now += 10_000;
    for (const id of [...ids, moved, 'no-number' as CardId, '../users/1' as CardId]) {
      expect(await board.read(id)).toBeUndefined();
      expect(await board.comment(id, 'any')).toBeUndefined();
      for (const action of [{ type: 'comment', text: 'hi' }, { type: 'archive' }] as const) {
        expect((await failureOf(board.apply(id, action, marker))).say?.key).toBe('card-gone');
      }
    }
    expect(sim.world.entries.some(({ comment }) => comment !== '')).toBe(false);
  });
});
