import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Board } from '../../lib/boards/board.ts';
import { compare } from '../../lib/dispatch/details/compare.ts';
import { missedDetails } from '../../lib/dispatch/details/missed.ts';
import { isToldAlready, settleOwn } from '../../lib/dispatch/details/settle.ts';
import { takeAll } from '../../lib/dispatch/details/take.ts';
import type { Parts } from '../../lib/dispatch/parts.ts';
import { lookAtComments } from '../../lib/dispatch/reconcile/look-at-comments.ts';
import type { Card, CardId } from '../../lib/domain/card.ts';
import type { CardDetails, CardStep } from '../../lib/domain/card-details.ts';
import type { Store } from '../../lib/store/store.ts';
import { type Change, type ChangeEvent, EVENT_VERSION } from '../../schemas/event.ts';
import { openSkeletonBoard } from '../conformance/skeleton-board.ts';
import { openMemoryStore } from '../store/memory-store.ts';
import { exampleTeam } from '../teams/example-team.ts';

const step = (id: string, done = false, state = ''): CardStep => ({ id, name: `Step ${id}`, done, state });
const comment = (id: string, says = 'a') => ({ id, says });
const knownOf = (details: CardDetails) => compare({}, details).known;
const changes = (before: CardDetails, now: CardDetails) =>
  compare(knownOf(before), now).changes.map(({ key: _, state: __, ...change }) => change);

describe('comparing details', () => {
  test('takes what nobody has looked at before as it is, kind by kind', () => {
    const all = { values: { description: 'x' }, steps: [step('1')], files: [{ id: 'f', name: 'f' }] };
    expect(compare({}, { ...all, comments: [comment('c')] }).changes).toEqual([]);
    expect(changes({ values: all.values }, all)).toEqual([]);
  });

  test('tells what became of a step', () => {
    const before = { steps: [step('1'), step('2', true), step('3'), step('4')] };
    const now = { steps: [step('1', true), step('2'), step('3', false, 'renamed'), step('5')] };
    expect(changes(before, now)).toEqual([
      { kind: 'checklist', step: 'ticked', subject: 'Step 1' },
      { kind: 'checklist', step: 'unticked', subject: 'Step 2' },
      { kind: 'checklist', step: 'edited', subject: 'Step 3' },
      { kind: 'checklist', step: 'added', subject: 'Step 5' },
      { kind: 'checklist', step: 'removed' },
    ]);
  });

  test('tells values by their names, where these are parts of a card', () => {
    const before = { values: { description: 'a', blocked: '', points: '1', dates: 'x' } };
    const values = { description: 'b', blocked: 'yes', points: '1', dates: 'y' };
    expect(changes(before, { values })).toEqual([
      { kind: 'edit', subject: 'description' },
      { kind: 'edit', subject: 'blocked' },
      { kind: 'edit' },
    ]);
    expect(changes({ values }, { values: { blocked: '' } })).toEqual([
      { kind: 'edit', subject: 'unblocked' },
    ]);
  });

  test('leaves new comments to others, and tells edited and deleted ones, of many the newest', () => {
    const before = { comments: [comment('1'), comment('2')] };
    expect(changes(before, { comments: [comment('2', 'b'), comment('3')] })).toEqual([
      { kind: 'comment', step: 'edited', comment: '2' },
      { kind: 'comment', step: 'removed' },
    ]);
    const many = Array.from({ length: 150 }, (_, at) => comment(String(at)));
    expect(Object.keys(knownOf({ comments: many }))).toHaveLength(101);
    expect(Object.keys(knownOf({ steps: many.map(({ id }) => step(id)) }))).toHaveLength(151);
    const more = { comments: [...many, comment('150'), comment('151')] };
    expect(changes({ comments: many }, more)).toEqual([]);
  });
});

describe('who tells it', () => {
  let store: Store;
  let board: Board;
  let card: Card;
  let steps: CardStep[];
  beforeEach(async () => {
    ({ store } = openMemoryStore());
    const skeleton = openSkeletonBoard();
    const draft = { title: 'Fix it', description: '', assignees: [], labels: [] };
    card = await skeleton.create(draft, { id: 'm', origin: '' });
    board = { ...skeleton, stepsOn: async () => steps };
    await store.cards.meet({ ...team, card: card.id }, number());
    steps = [step('1'), step('2')];
    await store.details.put(on().key, number(), { version: 0, known: {} }, knownOf({ steps }));
  });

  const team = { team: 'ops', board: 'main' };
  const number = () => card.number ?? 0;
  const on = () => ({ key: { ...team, card: card.id }, number: number() });
  const look = async (event: string) =>
    (await takeAll(store, on(), async () => ({ steps }), event)).map((each) => [each.step, each.subject]);
  const parts = () => ({ store, now: () => 0 }) satisfies Pick<Parts, 'store' | 'now'>;
  const sweep = (change: Change): ChangeEvent => ({
    ...{
      v: EVENT_VERSION,
      kind: 'change',
      id: 'sweep',
      at: 0,
      team: 'ops',
      connection: 'main',
      generation: 1,
    },
    change,
  });
  const hook = (id: string, change: Partial<Change>) =>
    isToldAlready(
      parts(),
      { ...on(), board, card },
      { id, change: { kind: 'checklist', card: card.id, ...change } },
      undefined,
    );

  test('is the first one; a run that is done again tells the same', async () => {
    steps = [step('1', true), step('2')];
    expect(await look('sweep')).toEqual([['ticked', 'Step 1']]);
    expect(await look('sweep')).toEqual([['ticked', 'Step 1']]);
    expect(await look('another')).toEqual([]);
    expect(await hook('late', { step: 'ticked' })).toBe(true);
    expect(await look('sweep')).toEqual([['ticked', 'Step 1']]);
  });

  test('of a long list that is gone as a whole, a run that is done again tells all of it, and late webhooks nothing', async () => {
    steps = Array.from({ length: 60 }, (_, at) => step(String(at)));
    const { version } = await store.details.get(on().key, number());
    await store.details.put(on().key, number(), { version, known: {} }, knownOf({ steps }));
    steps = [];
    expect(await look('sweep')).toHaveLength(60);
    expect(await look('sweep')).toHaveLength(60);
    expect(await hook('late', { step: 'removed' })).toBe(true);
    expect(await hook('later', { step: 'removed' })).toBe(true);
    expect(await look('another')).toEqual([]);
    steps = [step('new')];
    await look('more');
    steps = [];
    expect(await look('one')).toHaveLength(1);
    expect(Object.keys((await store.details.get(on().key, number())).known)).toHaveLength(2);
  });

  test('each webhook without a name speaks for one of several alike, and a look for the rest', async () => {
    steps = [step('1', true), step('2', true)];
    expect(await hook('one', { step: 'ticked' })).toBe(false);
    expect(await hook('one', { step: 'ticked' })).toBe(false);
    expect(await look('sweep')).toEqual([['ticked', 'Step 2']]);
    expect(await hook('two', { step: 'ticked' })).toBe(true);
    expect(await hook('three', { step: 'ticked' })).toBe(false);
  });

  test('a webhook about another step, or with another one, is none that was told', async () => {
    steps = [step('1', true), step('2')];
    await look('sweep');
    expect(await hook('other', { step: 'ticked', subject: 'Step 2' })).toBe(false);
    expect(await hook('undone', { step: 'unticked', subject: 'Step 1' })).toBe(false);
    expect(await hook('late', { step: 'ticked', subject: 'step 1' })).toBe(true);
  });

  test('a command speaks for what it did alone, by a part of the name, too', async () => {
    steps = [step('1', true), step('2', true)];
    const done = [{ kind: 'checklist', step: 'ticked', subject: 'ep 2' }] as const;
    await settleOwn(parts(), { ...on(), board, card }, 'command', done);
    expect(await look('sweep')).toEqual([['ticked', 'Step 1']]);
  });

  test('a card that was read before others wrote takes nothing back that they have told', async () => {
    const described = (description: string): Card => ({ ...card, values: { description } });
    const { version } = await store.details.get(on().key, number());
    await store.details.put(on().key, number(), { version, known: {} }, knownOf(described('old')));
    const early = described('by a person');
    const latest = described('by a command');
    board = { ...board, read: async () => latest };
    const done = [{ kind: 'edit', subject: 'description' }] as const;
    await settleOwn(parts(), { ...on(), board, card: latest }, 'command', done);
    const change = { kind: 'edit', subject: 'description', card: card.id } as const;
    const late = { ...on(), board, card: early };
    expect(await isToldAlready(parts(), late, { id: 'hook', change }, undefined)).toBe(false);
    await settleOwn(parts(), late, 'another', done);
    const found = await missedDetails(parts(), late, sweep(change), [change]);
    expect(found).toEqual([]);
    const { known } = await store.details.get(on().key, number());
    expect(compare(known, latest).changes).toEqual([]);
  });

  test('nobody takes a comment that came back for a new one', async () => {
    const book = { key: on().key, number: number() };
    const before = await store.details.get(book.key, book.number);
    await store.details.put(book.key, book.number, before, knownOf({ comments: [comment('1')] }));
    await takeAll(store, book, async () => ({ comments: [] }), 'sweep');
    const [connection] = Object.values(exampleTeam.boards);
    const [met] = await store.sweeps.met(team);
    if (!connection || !met) throw new Error('no board, or no card on it');
    const found = await lookAtComments(
      { parts: { store, now: Date.now }, team: { id: 'ops' }, connection, isFirst: false },
      { id: card.id, met: { ...met, comments: [] }, isNew: false },
      [comment('1'), comment('2')],
    );
    expect(found.changes.map((each) => each.comment)).toEqual(['2']);
  });

  test('where its number means another card by now, its webhooks tell what they say', async () => {
    await store.cards.meet({ ...team, card: 'another' as CardId }, number());
    await store.details.put(
      { ...team, card: 'another' as CardId },
      number(),
      { version: 0, known: {} },
      knownOf({ steps }),
    );
    steps = [step('1', true), step('2')];
    expect(await hook('one', { step: 'ticked' })).toBe(false);
    expect(await look('sweep')).toEqual([]);
  });

  test('of two that read at the same time, one tells', async () => {
    steps = [step('1', true), step('2')];
    const both = await Promise.all([look('one'), look('another')]);
    expect(both.flat()).toEqual([['ticked', 'Step 1']]);
  });
});
