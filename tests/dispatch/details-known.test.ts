import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Board } from '../../lib/boards/board.ts';
import { compare } from '../../lib/dispatch/details/compare.ts';
import { isToldAlready, settleOwn } from '../../lib/dispatch/details/settle.ts';
import { takeAll } from '../../lib/dispatch/details/take.ts';
import type { Card } from '../../lib/domain/card.ts';
import type { CardStep } from '../../lib/domain/card-details.ts';
import { NotYet } from '../../lib/queue/waiting.ts';
import type { Change } from '../../schemas/event.ts';
import { openPausedRoom, type PausedRoom } from './paused-room.ts';

const step = (id: string, done = false): CardStep => ({ id, name: `Step ${id}`, done, state: '' });
const comment = (id: string, says = 'a') => ({ id, says });

let room: PausedRoom;
let board: Board;
let card: Card;
let now: {
  steps: CardStep[];
  files: { id: string; name: string }[];
  comments: { id: string; says: string }[];
};
let reads: number;
beforeEach(async () => {
  room = openPausedRoom();
  const [made] = await room.newCards('Pump');
  if (!made) throw new Error('no card');
  [card, reads] = [made, 0];
  now = {
    steps: [step('1'), step('2'), step('3')],
    files: [{ id: 'f', name: 'plan.pdf' }],
    comments: [comment('c1'), comment('c2')],
  };
  const read = <T>(what: () => T) => {
    return async () => {
      reads += 1;
      return what();
    };
  };
  board = {
    ...room.board,
    stepsOn: read(() => now.steps),
    filesOn: read(() => now.files),
    commentsOn: read(() => now.comments),
  };
  await room.store.cards.meet(on().key, number());
  await room.store.details.put(on().key, number(), { version: 0, known: {} }, compare({}, now).known);
});

const number = () => card.number ?? 0;
const on = () => ({ key: { team: 'ops', board: 'kanban', card: card.id }, board, card, number: number() });
const known = () => room.store.details.get(on().key, number());
const look = async (event: string) =>
  (await takeAll(room.store, on(), async () => now, event)).map((each) => [each.step, each.subject ?? '']);
const hook = (id: string, change: Omit<Change, 'card'>, about?: string) =>
  isToldAlready(room, on(), { id, change: { card: card.id, ...change } }, about);
const edited = { kind: 'comment', step: 'edited' } as const;

describe('a look', () => {
  test('tells files that came and went, and what is gone once', async () => {
    now.files = [{ id: 'g', name: 'photo.png' }];
    now.comments = [comment('c2')];
    expect(await look('one')).toEqual([
      ['added', 'photo.png'],
      ['removed', ''],
      ['removed', ''],
    ]);
    expect(await look('two')).toEqual([]);
  });

  test('that is done again tells of what has changed once more how it is now', async () => {
    now.steps = [step('1', true), step('2', true), step('3')];
    await look('one');
    now.steps = [step('1'), step('2', true), step('3')];
    expect((await look('one')).toSorted()).toEqual([
      ['ticked', 'Step 2'],
      ['unticked', 'Step 1'],
    ]);
  });

  test('keeps in mind what was told before it', async () => {
    now.steps = [step('1', true), step('2'), step('3')];
    await look('one');
    now.steps = [step('1', true), step('2', true), step('3')];
    await look('two');
    expect(await hook('late', { kind: 'checklist', step: 'ticked', subject: 'Step 1' })).toBe(true);
  });

  test('remembers fifty things that are gone, and of more those that went last', async () => {
    const gone = async () => Object.values((await known()).known).filter((value) => value.startsWith('-'));
    const many = Array.from({ length: 51 }, (_, at) => step(`more ${at}`));
    now.steps = many;
    await look('all');
    now.steps = many.slice(47);
    await look('most');
    expect(await gone()).toHaveLength(50);
    now.steps = many.slice(48);
    expect(await look('more')).toEqual([['removed', '']]);
    expect(await gone()).toHaveLength(1);
    expect(await look('again')).toEqual([]);
  });

  test('comes back later when others are faster five times', async () => {
    now.steps = [step('1', true)];
    let tries = 0;
    const faster = async () => {
      tries += 1;
      const before = await known();
      await room.store.details.put(on().key, number(), before, before.known);
      return now;
    };
    await expect(takeAll(room.store, on(), faster, 'one')).rejects.toThrow(NotYet);
    expect(tries).toBe(5);
  });
});

describe('a webhook', () => {
  test('about one comment does not speak for another', async () => {
    now.comments = [comment('c1', 'b'), comment('c2')];
    expect(await look('one')).toEqual([['edited', '']]);
    expect(await hook('other', edited, 'c2')).toBe(false);
    expect(await hook('late', edited, 'c1')).toBe(true);
    expect(await hook('later', edited, 'c1')).toBe(false);
  });

  test('about a comment that was deleted under another id speaks for one that is gone', async () => {
    now.comments = [];
    expect(await hook('gone', { kind: 'comment', step: 'removed' }, 'unheard')).toBe(false);
    expect(await look('one')).toEqual([['removed', '']]);
    expect(await hook('too', { kind: 'comment', step: 'removed' }, 'of')).toBe(true);
  });

  test('that carries the comment’s id itself speaks for that one', async () => {
    now.comments = [comment('c1', 'b'), comment('c2')];
    expect(await look('one')).toEqual([['edited', '']]);
    expect(await hook('other', { ...edited, comment: 'c2' })).toBe(false);
    expect(await hook('late', { ...edited, comment: 'c1' })).toBe(true);
  });

  test('about a comment that was deleted under another id is none of one that was edited', async () => {
    now.comments = [comment('c2', 'b')];
    expect(await hook('gone', { kind: 'comment', step: 'removed' }, 'unheard')).toBe(false);
    expect(await look('one')).toEqual([['edited', '']]);
  });

  test('that names one thing which is gone leaves another one that went to a look', async () => {
    now.files = [];
    now.steps = [step('1')];
    const removed = { step: 'removed', subject: 'whatever it was' } as const;
    expect(await hook('file', { kind: 'attachment', ...removed })).toBe(false);
    expect(await hook('step', { kind: 'checklist', ...removed })).toBe(false);
    expect(await look('one')).toEqual([['removed', '']]);
  });

  test('that names two things which are gone speaks for both', async () => {
    const files = [...now.files, { id: 'g', name: 'photo.png' }];
    await room.store.details.put(on().key, number(), await known(), compare({}, { files }).known);
    now.files = [];
    const subject = 'plan.pdf, photo.png';
    expect(await hook('both', { kind: 'attachment', step: 'removed', subject })).toBe(false);
    expect(await look('one')).toEqual([]);
  });

  test('that names one step speaks for one, whatever signs its name has', async () => {
    now.steps = [step('1')];
    const removed = { kind: 'checklist', step: 'removed', subject: 'Milk, eggs' } as const;
    expect(await hook('step', removed)).toBe(false);
    expect(await look('one')).toEqual([['removed', '']]);
  });

  test('about one field without a name of ours leaves another one to a look', async () => {
    const values = { budget: '1', owner: 'a' };
    const before = await known();
    const seen = compare({}, { ...now, values }).known;
    await room.store.details.put(on().key, number(), before, seen);
    const later = { ...card, values: { budget: '2', owner: 'b' } };
    board = { ...board, read: async () => later };
    expect(await hook('field', { kind: 'edit', subject: 'Budget' })).toBe(false);
    const found = await takeAll(room.store, on(), async () => ({ values: later.values }), 'one');
    expect(found).toMatchObject([{ kind: 'edit' }]);
    expect(await hook('late', { kind: 'edit', subject: 'Owner' })).toBe(true);
  });

  test('that names several speaks for all of them', async () => {
    now.files = ['1', '2', '3'].map((id) => ({ id, name: `File ${id}` }));
    const subject = 'File 1, File 2';
    expect(await hook('both', { kind: 'attachment', step: 'added', subject })).toBe(false);
    expect(await look('one')).toEqual([
      ['added', 'File 3'],
      ['removed', ''],
    ]);
  });

  test('about anything else is told without a look at the board', async () => {
    expect(await hook('move', { kind: 'move' })).toBe(false);
    expect(await hook('new', { kind: 'comment', step: 'added' }, 'c3')).toBe(false);
    expect(await hook('name', { kind: 'edit', subject: 'title' })).toBe(false);
    await room.store.details.put(on().key, number(), await known(), {});
    expect(await hook('unseen', { kind: 'checklist', step: 'ticked' })).toBe(false);
    expect(reads).toBe(0);
  });
});

test('of a card without a number nothing is known, and nothing read', async () => {
  const { number: _, ...unnumbered } = card;
  const told = { kind: 'checklist', step: 'ticked' } as const;
  const at = { ...on(), card: unnumbered };
  expect(await isToldAlready(room, at, { id: 'one', change: { card: card.id, ...told } }, undefined)).toBe(
    false,
  );
  await settleOwn(room, at, 'command', [told]);
  expect(reads).toBe(0);
});

describe('a command', () => {
  const own = (...done: Parameters<typeof settleOwn>[3]) => settleOwn(room, on(), 'command', done);

  test('speaks for all that it did, kind by kind', async () => {
    now.steps = [step('1', true), step('2', true), step('3', true)];
    now.files = [...now.files, { id: 'g', name: 'photo.png' }];
    const ticked = { kind: 'checklist', step: 'ticked' } as const;
    await own(
      { ...ticked, subject: 'Step 1' },
      { ...ticked, subject: 'ep 2' },
      { kind: 'attachment', step: 'added', subject: 'photo.png' },
    );
    expect(await look('one')).toEqual([['ticked', 'Step 3']]);
  });

  test.each([
    ['step 1', ['Step 10', 'Step 2', 'Step 3']],
    ['ep', ['Step 1', 'Step 2', 'Step 3']],
  ])('speaks for the step of its very name, else for one that it is a part of: %s', async (subject, left) => {
    now.steps = [step('10'), ...now.steps];
    await look('more');
    now.steps = now.steps.map((each) => ({ ...each, done: true }));
    await own({ kind: 'checklist', step: 'ticked', subject });
    expect((await look('one')).map(([, name]) => name).toSorted()).toEqual(left);
  });

  test('that did nothing to details reads nothing and writes nothing', async () => {
    const before = await known();
    await own({ kind: 'comment', step: 'added' }, { kind: 'edit', subject: 'title' }, { kind: 'move' });
    expect(reads).toBe(0);
    await own({ kind: 'checklist', step: 'ticked', subject: 'Step 1' });
    expect([reads, await known()]).toEqual([1, before]);
  });
});
