import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Board } from '../../../lib/boards/board.ts';
import type { CardAction, CardId } from '../../../lib/domain/card.ts';
import type { TaigaSim } from '../../sims/taiga/sim.ts';
import { failureOf, marker } from '../open.ts';
import { callsOf, columnOf, openedByAnn, startTaiga, storyOf, userOf } from './open.ts';

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

const calls = (work: () => Promise<unknown>) => callsOf(sim, work);

/** Something that people do on the board right before our next write of the card gets there. */
function beforeWrite(work: () => Promise<unknown>): void {
  const patch = sim.faults.take;
  sim.faults.take = (method, path) => {
    if (method === 'PATCH') {
      sim.faults.take = patch;
      void work();
    }
    return patch(method, path);
  };
}

describe('how many calls', () => {
  test.each([
    [{ type: 'comment', text: 'I look at it.' }, 1],
    [{ type: 'move', column: 'Ready' }, 1],
    [{ type: 'rename', title: 'Mend the pump' }, 1],
    [{ type: 'label', label: 'bug' }, 1],
    [{ type: 'due', at: '2027-06-01T10:00:00.000Z' }, 1],
  ] as const)('%j after a read of a moment ago: %i', async (action, count) => {
    await board.read(id);
    const wanted = action.type === 'move' ? { ...action, column: column(action.column) } : action;
    expect(await calls(() => apply(wanted))).toEqual(Array(count).fill('PATCH /userstories/:id'));
  });

  test('a read comes first when the last one is long ago', async () => {
    await board.read(id);
    now += 2_000;
    const both = ['GET /userstories/:id', 'PATCH /userstories/:id'];
    expect(await calls(() => apply({ type: 'move', column: column('Ready') }))).toEqual(both);
  });

  test('several actions need one read together', async () => {
    await board.read(id);
    const made = await calls(async () => {
      await apply({ type: 'assign', member: user('tom') });
      await apply({ type: 'assign', member: user('bob') });
      await apply({ type: 'label', label: 'urgent' });
    });
    expect(made).toEqual(Array(3).fill('PATCH /userstories/:id'));
    expect(stored().assignedUsers).toEqual([Number(user('tom')), Number(user('bob'))]);
  });
});

describe('somebody else at the same time', () => {
  test('who changed another field is no hindrance', async () => {
    await board.read(id);
    await ann().rename(card(), 'Renamed meanwhile');
    expect((await apply({ type: 'move', column: column('Ready') })).title).toBe('Renamed meanwhile');
  });

  test('who changed the same field is seen, and what they did is kept where both can be', async () => {
    await board.read(id);
    await ann().label(card(), 'question');
    const after = await apply({ type: 'label', label: 'bug' });
    expect(after.labels.map(({ name }) => name).toSorted()).toEqual(['bug', 'question']);
  });

  test('who moved the card does not keep it from going where it was asked to go', async () => {
    await board.read(id);
    await ann().change(card(), { status: Number(column('In progress')) });
    expect((await apply({ type: 'move', column: column('Done') })).column.name).toBe('Done');
  });

  test('who was faster with the very same leaves nothing to do', async () => {
    await board.read(id);
    await ann().change(card(), { status: Number(column('Ready')) });
    const { version } = stored();
    expect((await apply({ type: 'move', column: column('Ready') })).column.name).toBe('Ready');
    expect(stored().version).toBe(version);
  });

  test('who never stops is not waited for: three tries, then later', async () => {
    await board.read(id);
    let titles = 0;
    const meddle = (): void =>
      beforeWrite(async () => {
        titles += 1;
        const done = ann().rename(card(), `Title ${titles}`);
        if (titles < 5) meddle();
        await done;
      });
    meddle();
    expect(await failureOf(apply({ type: 'rename', title: 'Mine' }))).toMatchObject({
      code: 'taiga-card-keeps-changing',
      retry: { when: 'later' },
    });
    expect(titles).toBe(3);
  });

  test('who moved it back a moment ago is not overlooked', async () => {
    await apply({ type: 'move', column: column('Ready') });
    await ann().moveCard(card(), 'New');
    expect((await apply({ type: 'move', column: column('Ready') })).column.name).toBe('Ready');
    expect(stored().status).toBe(Number(column('Ready')));
  });
});

describe('a write that crosses ours on the server, which keeps what it saves last', () => {
  test.each([
    ['a comment', { type: 'comment', text: 'I look at it.' }],
    ['another field', { type: 'due', at: '2027-06-01T10:00:00.000Z' }],
    ['a label', { type: 'label', label: 'Bug' }],
  ] as const)('is not undone by %s', async (_what, action) => {
    await board.read(id);
    sim.faults.cross(() => ann().change(card(), { status: Number(column('Ready')), subject: 'Mend it' }));
    const made = await calls(async () => {
      expect(await apply(action)).toMatchObject({ title: 'Mend it', column: { name: 'Ready' } });
    });
    expect(made).toEqual(['PATCH /userstories/:id', 'GET /history/userstory/:id', 'PATCH /userstories/:id']);
    expect(stored()).toMatchObject({ subject: 'Mend it', status: Number(column('Ready')) });
  });

  test('is not undone by putting back what another one wrote', async () => {
    await board.read(id);
    const tom = sim.asUser('tom');
    sim.faults.cross(() => {
      void ann().rename(card(), 'Mend it');
      sim.faults.cross(() => tom.change(card(), { status: Number(column('Ready')) }));
    });
    const after = await apply({ type: 'comment', text: 'I look at it.' });
    expect(after).toMatchObject({ title: 'Mend it', column: { name: 'Ready' } });
    expect(stored()).toMatchObject({ subject: 'Mend it', status: Number(column('Ready')) });
  });

  test.each([
    ['a comment of ours', {}, 'Another one of ours'],
    ['another field that we wrote', { subject: 'Mend it' }, ''],
  ])('and undid something beside %s is not followed in that', async (_what, sent, comment) => {
    await board.read(id);
    await ann().due(card(), '2027-06-01');
    sim.faults.cross(() => sim.asUser('cardwire').change(card(), { ...sent, dueDate: null }, comment));
    await apply({ type: 'move', column: column('Ready') });
    expect(stored().dueDate).toBe('2027-06-01');
    expect(stored().status).toBe(Number(column('Ready')));
  });

  test('and is of the same field loses it: ours came last', async () => {
    await board.read(id);
    sim.faults.cross(() => ann().rename(card(), 'Mend it'));
    expect((await apply({ type: 'rename', title: 'Ours' })).title).toBe('Ours');
    expect(stored().subject).toBe('Ours');
  });

  test('is left undone when somebody has written the same field since', async () => {
    await board.read(id);
    sim.faults.cross(() => ann().rename(card(), 'Mend it'));
    const patch = sim.faults.take;
    sim.faults.take = (method, path) => {
      if (path.includes('/history/')) void ann().rename(card(), 'Newer');
      return patch(method, path);
    };
    await apply({ type: 'comment', text: 'I look at it.' });
    expect(stored().subject).toBe('Newer');
  });

  test('before ours is nothing to put back: one look at the history', async () => {
    await board.read(id);
    await ann().rename(card(), 'Renamed meanwhile');
    const made = await calls(() => apply({ type: 'comment', text: 'I look at it.' }));
    expect(made).toEqual(['PATCH /userstories/:id', 'GET /history/userstory/:id']);
    expect(stored().subject).toBe('Renamed meanwhile');
  });
});
