import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Board } from '../../../lib/boards/board.ts';
import type { CardAction, CardId } from '../../../lib/domain/card.ts';
import { addProject, addUser } from '../../sims/taiga/seed.ts';
import type { TaigaSim } from '../../sims/taiga/sim.ts';
import { one } from '../../sims/taiga/world.ts';
import { boardDeps, failureOf, marker, markerLine } from '../open.ts';
import {
  bridgeOf,
  columnOf,
  connectionTo,
  openedByAnn,
  openTaiga,
  startTaiga,
  storyOf,
  userOf,
} from './open.ts';

let sim: TaigaSim;
let board: Board;
let now = 0;
let id: CardId;

beforeEach(async () => {
  now = Date.UTC(2027, 0, 15);
  ({ sim, board } = await startTaiga({ now: () => now }));
  id = await openedByAnn(sim);
  await board.columns();
});
afterEach(() => sim.stop());

const column = (name: string) => columnOf(sim, name, sim.project);
const user = (name: string) => userOf(sim, name);
const stored = () => storyOf(sim, id);
const apply = (action: CardAction) => board.apply(id, action, marker);
const ann = () => sim.asUser('ann');
const card = () => Number(id);

describe('a move', () => {
  test('into a column that is gone, or of another project, is refused', async () => {
    const gone = column('Ready');
    sim.world.statuses = sim.world.statuses.filter((status) => String(status.id) !== gone);
    const other = addProject(sim.world, 'Seen', { columns: ['New'], members: { cardwire: 'member' } });
    for (const target of [gone, String(other.defaultStatus), 'x']) {
      expect((await failureOf(apply({ type: 'move', column: target }))).say?.key).toBe('board-column-gone');
    }
    expect(stored().status).toBe(Number(column('New')));
  });
});

describe('people', () => {
  test('the first one is Taiga’s main one, and the next one when they go', async () => {
    await apply({ type: 'assign', member: user('tom') });
    await apply({ type: 'assign', member: user('bob') });
    expect(stored()).toMatchObject({ assignedTo: Number(user('tom')) });
    const after = await apply({ type: 'unassign', member: user('tom') });
    expect(after.assignees.map(({ username }) => username)).toEqual(['bob']);
    expect(stored()).toMatchObject({ assignedTo: Number(user('bob')), assignedUsers: [Number(user('bob'))] });
    await apply({ type: 'unassign', member: user('bob') });
    expect(stored()).toMatchObject({ assignedTo: null, assignedUsers: [] });
  });

  test('who are not in the project cannot be assigned', async () => {
    addUser(sim.world, 'zoe');
    const error = await failureOf(apply({ type: 'assign', member: user('zoe') }));
    expect(error.say?.key).toBe('board-not-a-member');
  });

  test('among the members our own account is not', async () => {
    const names = (await board.members()).map(({ username }) => username);
    expect(names.toSorted()).toEqual(['ann', 'bob', 'eve', 'tom']);
  });
});

describe('texts', () => {
  test('the line that says where a card came from stays under every description, and under none', async () => {
    const draft = { title: 'From chat', description: 'It leaks.', assignees: [], labels: [] };
    ({ id } = await board.create(draft, marker));
    await apply({ type: 'describe', description: 'New text' });
    expect(stored().description).toBe(`New text\n\n${markerLine}`);
    expect((await apply({ type: 'describe', description: '' })).description).toBe('');
    expect(stored().description).toBe(markerLine);
  });

  test('a title cannot be emptied', async () => {
    expect((await failureOf(apply({ type: 'rename', title: '  ' }))).say?.key).toBe('board-needs-title');
  });

  test('a comment says who asked, is made with any version, and is told by the board as ours', async () => {
    for (let count = 0; count < 3; count += 1) await ann().rename(card(), `Title ${count}`);
    const after = await apply({ type: 'comment', text: 'I look at it.' });
    expect(after.title).toBe('Title 2');
    const entry = one(sim.world.entries, ({ comment }) => comment !== '', 'comment');
    expect(entry).toMatchObject({ comment: `I look at it.\n\n${markerLine}`, user: bridgeOf(sim).id });
    expect((await board.comment(id, entry.id))?.text).toBe('I look at it.');
  });

  test('a comment that was made by a died run is found, even when it was deleted since', async () => {
    const action = { type: 'comment', text: 'Once.' } as const;
    sim.faults.add({ kind: 'hang-up-after' }, { method: 'PATCH' });
    await failureOf(apply(action));
    expect((await board.findApplied(id, action, marker))?.id).toBe(id);
    const { id: entry } = one(sim.world.entries, ({ comment }) => comment !== '', 'comment');
    await sim.asUser('ann').deleteComment(entry);
    expect((await board.findApplied(id, action, marker))?.id).toBe(id);
    expect(await board.findApplied(id, { type: 'archive' }, marker)).toBeUndefined();
  });
});

describe('tasks', () => {
  const state = (subject: string) => {
    const { status } = one(sim.world.tasks, (task) => task.subject === subject, 'task');
    return one(sim.world.statuses, (each) => each.id === status, 'state').name;
  };

  test('are ticked by the beginning of their names, and opened again', async () => {
    await ann().addTask(card(), 'Order parts');
    await ann().addTask(card(), 'Mount them');
    expect((await apply({ type: 'check', item: 'order', done: true })).id).toBe(id);
    expect([state('Order parts'), state('Mount them')]).toEqual(['Closed', 'New']);
    await apply({ type: 'check', item: 'Order parts', done: true });
    await apply({ type: 'check', item: 'Order parts', done: false });
    expect(state('Order parts')).toBe('New');
  });

  test('keep a state of their own that is open already', async () => {
    await ann().addTask(card(), 'Order parts');
    await ann().setTask(card(), 'Order parts', 'In progress');
    await apply({ type: 'check', item: 'order', done: false });
    expect(state('Order parts')).toBe('In progress');
  });

  test('that are not there, or of another card, are told', async () => {
    expect((await failureOf(apply({ type: 'check', item: 'x', done: true }))).say?.key).toBe(
      'board-no-checklist',
    );
    const other = await ann().createCard({ title: 'Other' });
    await ann().addTask(other.id, 'Order parts');
    await ann().addTask(card(), 'Mount');
    expect((await failureOf(apply({ type: 'check', item: 'order', done: true }))).say).toEqual({
      key: 'board-no-such-item',
      values: { item: 'order', items: 'Mount' },
    });
  });
});

describe('the archive', () => {
  test('is a status that is no column, and cards come back to the intake column', async () => {
    expect((await board.columns()).map(({ name }) => name)).toEqual(['New', 'Ready', 'In progress', 'Done']);
    await apply({ type: 'move', column: column('Done') });
    expect(await apply({ type: 'archive' })).toMatchObject({ archived: true, column: { name: 'Archived' } });
    expect(await apply({ type: 'restore' })).toMatchObject({ archived: false, column: { name: 'New' } });
    await apply({ type: 'move', column: column('Done') });
    expect(await apply({ type: 'restore' })).toMatchObject({ column: { name: 'Done' } });
  });

  test('that a project has not got cannot be used, and this is said before', async () => {
    const { archive: _, ...connection } = connectionTo(sim);
    const plain = await openTaiga(sim, boardDeps(), connection);
    expect(plain.can.actions).not.toContain('archive');
    expect((await failureOf(plain.apply(id, { type: 'archive' }, marker))).retry.when).toBe('never');
  });
});
