import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Board } from '../../lib/boards/board.ts';
import { compare } from '../../lib/dispatch/details/compare.ts';
import type { Said } from '../../lib/dispatch/details/fits.ts';
import { isToldAlready, settleOwn } from '../../lib/dispatch/details/settle.ts';
import { takeAll } from '../../lib/dispatch/details/take.ts';
import type { Card } from '../../lib/domain/card.ts';
import type { CardStep, FileHead } from '../../lib/domain/card-details.ts';
import { openPausedRoom, type PausedRoom } from './paused-room.ts';

let room: PausedRoom;
let card: Card;
let now: { values: Record<string, string>; steps: CardStep[]; files: FileHead[] };
let board: Board;
beforeEach(async () => {
  room = openPausedRoom();
  const [made] = await room.newCards('Pump');
  if (!made) throw new Error('no card');
  card = made;
  board = {
    ...room.board,
    read: async () => ({ ...card, values: now.values }),
    stepsOn: async () => now.steps,
    filesOn: async () => now.files,
  };
  await room.store.cards.meet(key(), number());
  await stands({ values: { size: '1', owner: '1' }, steps: stepsOf('a, b', 'b'), files: [] });
});

const key = () => ({ team: 'ops', board: 'kanban', card: card.id }) as const;
const number = () => card.number ?? 0;
const filesOf = (...names: readonly string[]) => names.map((name) => ({ id: name, name }));
const stepsOf = (...names: readonly string[]) =>
  names.map((name) => ({ id: name, name, done: false, state: '' }));

/** So it is, and so it is known. */
async function stands(details: Partial<typeof now>): Promise<void> {
  now = { ...now, ...details };
  const before = await room.store.details.get(key(), number());
  await room.store.details.put(key(), number(), before, compare({}, now).known);
}

const hook = (id: string, change: Said) =>
  isToldAlready(room, { key: key(), board, card }, { id, change: { card: card.id, ...change } }, undefined);
const look = async (event: string) =>
  (await takeAll(room.store, { key: key(), number: number() }, async () => now, event)).map(
    ({ kind, step, subject }) => [step ?? kind, subject ?? ''],
  );
const added = (...subjects: string[]): Said => ({
  ...{ kind: 'attachment', step: 'added', subject: subjects.join(', '), subjects },
});
const removed = (...subjects: string[]): Said => ({ ...added(...subjects), step: 'removed' });

describe('a webhook that names one thing with a comma', () => {
  test('leaves a file that is called like the name’s end to a look', async () => {
    now.files = filesOf('a, b.pdf', 'b.pdf');
    expect(await hook('one', added('a, b.pdf'))).toBe(false);
    expect(await look('found')).toEqual([['added', 'b.pdf']]);
    expect(await hook('late', added('b.pdf'))).toBe(true);
  });

  test('leaves another file that went to a look', async () => {
    await stands({ files: filesOf('a, b.pdf', 'c.pdf') });
    now.files = [];
    expect(await hook('one', removed('a, b.pdf'))).toBe(false);
    expect(await look('found')).toEqual([['removed', '']]);
    expect(await hook('late', removed('c.pdf'))).toBe(true);
  });

  test('leaves another field to a look', async () => {
    now.values = { size: '2', owner: '2' };
    const field: Said = { kind: 'edit', subject: 'Size, weight', subjects: ['Size, weight'] };
    expect(await hook('one', field)).toBe(false);
    expect(await look('found')).toEqual([['edit', '']]);
  });

  test('is the one that comes late, whichever was found first', async () => {
    now.files = filesOf('b.pdf', 'a, b.pdf');
    expect(await look('found')).toHaveLength(2);
    expect(await hook('late', added('a, b.pdf'))).toBe(true);
    expect(await hook('later', added('b.pdf'))).toBe(true);
    expect(await hook('again', added('a, b.pdf'))).toBe(false);
  });
});

test('a webhook that names several speaks for each of them, and for no other', async () => {
  now.files = filesOf('b.pdf', 'a, b.pdf', 'c.pdf');
  expect(await hook('two', added('a, b.pdf', 'c.pdf'))).toBe(false);
  expect(await look('found')).toEqual([['added', 'b.pdf']]);
});

test('a step that is called like the way of another one is not taken for it', async () => {
  await stands({ steps: stepsOf('Visit', 'Visit: New') });
  now.steps = now.steps.map((each) => ({ ...each, state: 'moved' }));
  const way = { subject: 'Visit: New: New → Ready', subjects: ['Visit: New'] };
  expect(await hook('one', { kind: 'checklist', step: 'edited', ...way })).toBe(false);
  expect(await look('found')).toEqual([['edited', 'Visit']]);
});

test('a command speaks for the step that it ticked, and for none that is called like its end', async () => {
  now.steps = now.steps.map((each) => ({ ...each, done: true }));
  const ticked = { kind: 'checklist', step: 'ticked', subject: 'a, b' } as const;
  await settleOwn(room, { key: key(), board, card }, 'command', [ticked]);
  expect(await look('found')).toEqual([['ticked', 'b']]);
});

describe('what an older deployment queued, with the names in one line', () => {
  const inLine = ({ subjects: _, ...rest }: Said) => rest;

  test('speaks for each of them, also for one with a comma', async () => {
    now.files = filesOf('a, b.pdf', 'c.pdf', 'd.pdf');
    expect(await hook('two', inLine(added('a, b.pdf', 'c.pdf')))).toBe(false);
    expect(await look('found')).toEqual([['added', 'd.pdf']]);
  });

  test('speaks for one alone where all of the line is its name', async () => {
    now.files = filesOf('b.pdf', 'a, b.pdf');
    expect(await hook('one', inLine(added('a, b.pdf')))).toBe(false);
    expect(await look('found')).toEqual([['added', 'b.pdf']]);
    now.files = filesOf('b.pdf', 'a, b.pdf', 'd.pdf', 'c, d.pdf');
    expect(await look('more')).toHaveLength(2);
    expect(await hook('late', inLine(added('c, d.pdf')))).toBe(true);
    expect(await hook('later', inLine(added('d.pdf')))).toBe(true);
  });

  test('speaks for as many as went', async () => {
    await stands({ files: filesOf('c.pdf', 'd.pdf') });
    now.files = [];
    expect(await hook('two', inLine(removed('c.pdf', 'd.pdf')))).toBe(false);
    expect(await look('found')).toEqual([]);
  });

  test('is known again where a look has told it meanwhile', async () => {
    now.files = filesOf('a, b.pdf');
    expect(await look('found')).toEqual([['added', 'a, b.pdf']]);
    expect(await hook('late', inLine(added('a, b.pdf')))).toBe(true);
    expect(await look('after')).toEqual([]);
  });
});
