import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Board } from '../../../lib/boards/board.ts';
import type { CardAction, CardId } from '../../../lib/domain/card.ts';
import { addUser } from '../../sims/wekan/seed.ts';
import { startWekanSim, type WekanSim } from '../../sims/wekan/sim.ts';
import { one } from '../../sims/wekan/world.ts';
import { failureOf, marker, markerLine } from '../open.ts';
import { openWekan } from './open.ts';

const put = { method: 'PUT', path: /\/cards\/\w+$/ };

let sim: WekanSim;
let board: Board;
let id: CardId;

beforeEach(async () => {
  sim = await startWekanSim();
  board = await openWekan(sim);
  id = (await sim.asUser('ann').createCard({ title: 'By Ann', description: 'From the board.' }))
    ._id as CardId;
});
afterEach(() => sim.stop());

const column = (title: string) => one(sim.world.lists, (list) => list.title === title, title)._id;
const apply = (action: CardAction) => board.apply(id, action, marker);
const card = () => one(sim.world.cards, ({ _id }) => _id === id, 'card');

/** Moves the card in people's hands right after the bridge has read it, so often as is said. */
function movedBehindOurBack(times: number): void {
  const { add } = sim.faults;
  const take = sim.faults.take;
  let left = times;
  Object.assign(sim.faults, {
    add,
    take: (method: string, path: string) => {
      if (method === 'PUT' && left > 0) {
        left -= 1;
        card().listId = column(left % 2 === 0 ? 'Doing' : 'Review');
      }
      return take(method, path);
    },
  });
}

describe('a write that the board answers 200', () => {
  test('and has not done, because the card moved meanwhile, is done where the card is now', async () => {
    movedBehindOurBack(1);
    expect(await apply({ type: 'rename', title: 'New' })).toMatchObject({
      title: 'New',
      column: { name: 'Doing' },
    });
  });

  test('and keeps not doing, because the card keeps moving, is left for later', async () => {
    movedBehindOurBack(99);
    const error = await failureOf(apply({ type: 'rename', title: 'New' }));
    expect(error).toMatchObject({ code: 'wekan-card-keeps-moving', retry: { when: 'later' } });
  });

  test('and has not done, though nothing moved, is told', async () => {
    addUser(sim.world, 'eve');
    const eve = one(sim.world.users, ({ username }) => username === 'eve', 'eve')._id;
    expect((await failureOf(apply({ type: 'assign', member: eve }))).say?.key).toBe('board-not-a-member');
    expect((await failureOf(apply({ type: 'due', at: 'some day' }))).say?.key).toBe('board-ignored-change');
  });

  test('with nothing in it, and has not done, is left for later', async () => {
    sim.faults.add({ kind: 'empty' }, put);
    const error = await failureOf(apply({ type: 'due', at: '2030-01-01T00:00:00Z' }));
    expect(error).toMatchObject({ code: 'wekan-unexpected-edit', retry: { when: 'later' } });
  });
});

describe('a write that fails', () => {
  test('with 500 after the work was done counts as done', async () => {
    sim.faults.add({ kind: 'status-after', status: 500 }, put);
    expect((await apply({ type: 'move', column: column('Done') })).column.name).toBe('Done');
  });

  test('with 500 before the work was done is left for later', async () => {
    sim.faults.add({ kind: 'status', status: 500 }, put);
    expect(await failureOf(apply({ type: 'move', column: column('Done') }))).toMatchObject({
      code: 'wekan-unavailable',
      retry: { when: 'later' },
    });
  });

  test('by a closed connection counts as done when it was, and can be done again when it was not', async () => {
    const action = { type: 'move', column: column('Done') } as const;
    sim.faults.add({ kind: 'hang-up' }, put);
    expect((await failureOf(apply(action))).retry.when).toBe('later');
    sim.faults.add({ kind: 'hang-up-after' }, put);
    expect((await apply(action)).column.name).toBe('Done');
  });

  test('while commenting is found again', async () => {
    sim.faults.add({ kind: 'hang-up-after' }, { method: 'POST', path: /\/comments$/ });
    const action = { type: 'comment', text: 'Hello' } as const;
    expect((await failureOf(apply(action))).retry.when).toBe('later');
    expect((await board.findApplied(id, action, marker))?.id).toBe(id);
    expect(sim.world.comments).toHaveLength(1);
  });
});

describe('an archived card', () => {
  beforeEach(() => sim.asUser('ann').archive(id));

  test('can be restored and commented, and nothing else', async () => {
    expect((await failureOf(apply({ type: 'rename', title: 'New' }))).say?.key).toBe('board-card-archived');
    expect((await failureOf(apply({ type: 'move', column: column('Done') }))).say?.key).toBe(
      'board-card-archived',
    );
    expect((await apply({ type: 'comment', text: 'Still here?' })).archived).toBe(true);
    expect((await apply({ type: 'restore' })).archived).toBe(false);
  });
});

describe('a move', () => {
  test('to a column that is not on the board is refused before it is tried', async () => {
    expect((await failureOf(apply({ type: 'move', column: 'nowhere' }))).say?.key).toBe('board-column-gone');
    expect(sim.requests.filter(({ method }) => method === 'PUT')).toEqual([]);
  });
});

describe('a description', () => {
  test('cannot be cleared where nothing else would be left, and says so', async () => {
    const error = await failureOf(apply({ type: 'describe', description: ' ' }));
    expect(error).toMatchObject({ retry: { when: 'never' }, say: { key: 'board-keeps-description' } });
    expect(card().description).toBe('From the board.');
  });

  test('of a card from here keeps its line, and can be cleared down to it', async () => {
    const draft = { title: 'x', description: 'one', assignees: [], labels: [] };
    id = (await board.create(draft, marker)).id;
    expect((await apply({ type: 'describe', description: 'two' })).description).toBe('two');
    expect(card().description).toBe(`two\n\n${markerLine}`);
    expect((await apply({ type: 'describe', description: '' })).description).toBe('');
    expect((await board.findCreated(draft, marker, new Date()))?.id).toBe(id);
  });
});

describe('a title', () => {
  test('is cut where the board cuts it, and cannot be empty', async () => {
    expect((await apply({ type: 'rename', title: 'x'.repeat(1200) })).title).toHaveLength(1000);
    expect((await failureOf(apply({ type: 'rename', title: '  ' }))).say?.key).toBe('board-needs-title');
  });
});

describe('people and labels', () => {
  test('that others have added meanwhile stay', async () => {
    await sim.asUser('ann').assign(id, 'bob');
    await sim.asUser('ann').label(id, 'bug');
    const tom = one(sim.world.users, ({ username }) => username === 'tom', 'tom')._id;
    const [urgent] = await board.labels();
    await apply({ type: 'assign', member: tom });
    const changed = await apply({ type: 'label', label: urgent?.id ?? '' });
    expect(changed.assignees.map(({ name }) => name)).toEqual(['bob', 'Tom Berg']);
    expect(changed.labels.map(({ name }) => name)).toEqual(['bug', 'urgent']);
  });
});

describe('a comment', () => {
  test('carries the name of the person, and is read without the line', async () => {
    await apply({ type: 'comment', text: 'First line.\nSecond.' });
    const [comment] = sim.world.comments;
    expect(comment?.text).toBe(`First line.\nSecond.\n\n${markerLine}`);
    expect(await board.comment(id, comment?._id ?? '')).toMatchObject({
      text: 'First line.\nSecond.',
      author: { username: 'cardwire', name: 'Cardwire' },
    });
  });

  test('of others is read with its author; one that is gone is nothing', async () => {
    const { _id } = await sim.asUser('ann').comment(id, 'Looks good');
    const ann = { username: 'ann', name: 'Ann Lee' };
    expect(await board.comment(id, _id)).toMatchObject({ id: _id, text: 'Looks good', author: ann });
    await sim.asUser('ann').deleteComment(_id);
    expect(await board.comment(id, _id)).toBeUndefined();
  });
});

describe('a checklist item', () => {
  beforeEach(async () => {
    await sim.asUser('ann').checklist(id, 'Steps', ['Order parts', 'Order glue', 'Mount']);
  });
  const ticked = () => sim.world.items.filter(({ isFinished }) => isFinished).map(({ title }) => title);

  test('is ticked and unticked by its name, or by what names it alone', async () => {
    await apply({ type: 'check', item: 'mount', done: true });
    await apply({ type: 'check', item: 'order p', done: true });
    expect(ticked()).toEqual(['Order parts', 'Mount']);
    await apply({ type: 'check', item: 'parts', done: false });
    expect(ticked()).toEqual(['Mount']);
  });

  test('that is not there, or not clear, is refused with what there is', async () => {
    for (const item of ['paint', 'order']) {
      expect((await failureOf(apply({ type: 'check', item, done: true }))).say).toEqual({
        key: 'board-no-such-item',
        values: { item, items: 'Order parts, Order glue, Mount' },
      });
    }
    sim.world.checklists = [];
    expect((await failureOf(apply({ type: 'check', item: 'x', done: true }))).say?.key).toBe(
      'board-no-checklist',
    );
  });
});
