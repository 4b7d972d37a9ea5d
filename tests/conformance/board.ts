import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Board } from '../../lib/boards/board.ts';
import type { Card, CardAction, CardDraft, CardId } from '../../lib/domain/card.ts';
import { CardwireError } from '../../lib/domain/errors.ts';
import { boardLooksConformance } from './board-looks.ts';
import { type BoardWorld, marker, plain, sameDue } from './board-world.ts';

/** What every board does, whatever its product. Runs against its fake, and against a real server where there is one. */
export function boardConformance(name: string, makeWorld: () => Promise<BoardWorld>): void {
  describe(`the board port: ${name}`, () => {
    let world: BoardWorld;
    let board: Board;
    beforeEach(async () => {
      world = await makeWorld();
      board = world.board;
    });
    afterEach(() => world.stop());

    async function create(draft: Partial<CardDraft> = {}): Promise<Card> {
      return board.create({ ...plain, ...draft }, marker());
    }

    async function apply(card: Card, action: CardAction): Promise<Card> {
      return board.apply(card.id, action, marker());
    }

    async function person() {
      const found = (await board.members()).find(({ username }) => username === world.person);
      if (!found) throw new Error('the person of this world is no member of the board');
      return found;
    }

    test('tells its columns, people and labels', async () => {
      expect((await board.columns()).length).toBeGreaterThan(1);
      expect((await board.labels()).length).toBeGreaterThan(0);
      expect((await person()).name).not.toBe('');
    });

    test('opens a card with all that was asked for', async () => {
      const columns = await board.columns();
      const [label] = await board.labels();
      const tom = await person();
      const due = '2030-12-06T17:00:00.000Z';
      const card = await create({
        description: 'It leaks.\n\n* badly',
        column: columns[1]?.id ?? '',
        assignees: [tom.id],
        labels: [label?.id ?? ''],
        due,
      });
      expect(card).toMatchObject({
        title: 'Fix the pump',
        description: 'It leaks.\n\n* badly',
        archived: false,
      });
      expect(card.column).toEqual(columns[1]);
      expect(card.assignees).toEqual([tom]);
      expect(card.labels).toEqual([label]);
      expect(sameDue(board, card, due)).toBe(true);
      if (board.can.numbers) expect(card.number).toBeGreaterThan(0);
    });

    test('reads a card back as it was returned, and knows its link', async () => {
      const { revision: _, answered, ...card } = await create();
      const read = await board.read(card.id);
      expect(read).toMatchObject(card);
      expect(read?.revision).toBeGreaterThanOrEqual(answered);
      expect(read?.answered).toBeGreaterThanOrEqual(read?.revision ?? Number.NaN);
      expect(await board.cardOfLink(card.url)).toBe(card.id);
      expect(await board.cardOfLink(`${card.url}?from=chat#comment`)).toBe(card.id);
      const elsewhere = card.url.replace(new URL(card.url).host, 'elsewhere.example.org');
      for (const other of [elsewhere, 'see there', '']) expect(await board.cardOfLink(other)).toBeUndefined();
    });

    test('knows nothing of a card that is not there', async () => {
      const gone = 'doesNotExist12345' as CardId;
      expect(await board.read(gone)).toBeUndefined();
      const error = await board.apply(gone, { type: 'comment', text: 'hello' }, marker()).catch((e) => e);
      expect(error).toBeInstanceOf(CardwireError);
      expect(error).toMatchObject({ retry: { when: 'never' } });
    });

    test('finds a card by what it carries, and no other', async () => {
      const carried = marker();
      const since = new Date();
      expect(await board.findCreated(plain, carried, since)).toBeUndefined();
      const card = await board.create(plain, carried);
      expect((await board.findCreated(plain, carried, since))?.id).toBe(card.id);
      expect(await board.findCreated(plain, marker(), since)).toBeUndefined();
    });

    test('finds a card that was moved since', async () => {
      const carried = marker();
      const card = await board.create(plain, carried);
      const [, second] = await board.columns();
      await apply(card, { type: 'move', column: second?.id ?? '' });
      expect((await board.findCreated(plain, carried, new Date()))?.id).toBe(card.id);
    });

    test('moves a card', async () => {
      const card = await create();
      const [, second] = await board.columns();
      expect((await apply(card, { type: 'move', column: second?.id ?? '' })).column).toEqual(second);
      expect((await board.read(card.id))?.column).toEqual(second);
    });

    test('assigns and unassigns', async () => {
      const card = await create();
      const tom = await person();
      expect((await apply(card, { type: 'assign', member: tom.id })).assignees).toEqual([tom]);
      expect((await apply(card, { type: 'assign', member: tom.id })).assignees).toEqual([tom]);
      expect((await apply(card, { type: 'unassign', member: tom.id })).assignees).toEqual([]);
    });

    test('labels and unlabels', async () => {
      const card = await create();
      const [label] = await board.labels();
      expect((await apply(card, { type: 'label', label: label?.id ?? '' })).labels).toEqual([label]);
      expect((await apply(card, { type: 'unlabel', label: label?.id ?? '' })).labels).toEqual([]);
    });

    test('sets and clears a due date', async () => {
      const card = await create();
      const at = '2031-01-02T08:30:00.000Z';
      expect(sameDue(board, await apply(card, { type: 'due', at }), at)).toBe(true);
      expect((await apply(card, { type: 'due' })).due).toBeUndefined();
    });

    test('renames and describes', async () => {
      const card = await create({ description: 'old' });
      expect((await apply(card, { type: 'rename', title: 'Mend the pump' })).title).toBe('Mend the pump');
      const described = await apply(card, { type: 'describe', description: 'new\n\nlines' });
      expect(described).toMatchObject({ title: 'Mend the pump', description: 'new\n\nlines' });
    });

    test('comments once, and finds the comment again', async () => {
      const card = await create();
      const action = { type: 'comment', text: 'I will look at it.\nTomorrow.' } as const;
      const carried = marker();
      expect(await board.findApplied(card.id, action, carried)).toBeUndefined();
      expect((await board.apply(card.id, action, carried)).id).toBe(card.id);
      expect((await board.findApplied(card.id, action, carried))?.id).toBe(card.id);
      expect(await board.findApplied(card.id, action, marker())).toBeUndefined();
    });

    test('puts steps on its checklist, each once, and ticks them', async () => {
      if (!board.can.actions.includes('add-step')) return;
      const card = await create();
      const step = { type: 'add-step', item: 'Order parts' } as const;
      const tick = { type: 'check', item: 'Order parts', done: true } as const;
      await expect(apply(card, tick)).rejects.toMatchObject({ retry: { when: 'never' } });
      for (const item of ['Order parts', 'Fit them', 'order PARTS']) await apply(card, { ...step, item });
      // By a part of its name, too, and then it is said which one that was.
      for (const item of ['Order parts', 'order'])
        expect(await apply(card, { ...tick, item })).toMatchObject({ id: card.id, step: 'Order parts' });
      await expect(apply(card, step)).rejects.toMatchObject({ code: 'refused-board-step-ticked' });
    });

    test('takes a file, and finds it again', async () => {
      if (!board.can.actions.includes('attach')) return;
      const card = await create();
      const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 255]);
      const file = { type: 'attach', name: 'Größe "1".png', mediaType: 'image/png', bytes } as const;
      const carried = marker();
      expect(await board.findApplied(card.id, file, carried)).toBeUndefined();
      expect((await board.apply(card.id, file, carried)).id).toBe(card.id);
      expect((await board.findApplied(card.id, file, carried))?.id).toBe(card.id);
      expect(await board.findApplied(card.id, { ...file, name: 'other' }, marker())).toBeUndefined();
    });

    test('archives and restores', async () => {
      const card = await create();
      expect((await apply(card, { type: 'archive' })).archived).toBe(true);
      expect((await board.read(card.id))?.archived).toBe(true);
      expect((await apply(card, { type: 'restore' })).archived).toBe(false);
    });

    test('does what can be repeated twice without harm', async () => {
      const card = await create();
      const [, second] = await board.columns();
      const actions: CardAction[] = [
        { type: 'move', column: second?.id ?? '' },
        { type: 'rename', title: 'Mend the pump' },
        { type: 'archive' },
      ];
      for (const action of actions) {
        const { revision: _, answered: __, ...once } = await apply(card, action);
        expect(await apply(card, action)).toMatchObject(once);
      }
    });

    test('searches by text, column, person, due date and number', async () => {
      const word = marker().id.replace(/[^a-z0-9]/gi, '');
      const [first, second] = await board.columns();
      const tom = await person();
      const a = await create({
        title: `Pump ${word}`,
        column: first?.id ?? '',
        due: '2020-01-01T00:00:00.000Z',
      });
      const b = await create({ title: `Tap ${word}`, column: second?.id ?? '', assignees: [tom.id] });
      const find = async (query: object) =>
        (await board.search({ text: word, limit: 10, ...query })).map(({ id }) => id);
      expect(new Set(await find({}))).toEqual(new Set([a.id, b.id]));
      expect(await find({ limit: 1 })).toHaveLength(1);
      expect(await find({ column: second?.id })).toEqual([b.id]);
      expect(await find({ assignee: tom.id })).toEqual([b.id]);
      expect(await find({ dueBefore: new Date().toISOString() })).toEqual([a.id]);
      await apply(b, { type: 'archive' });
      expect(await find({})).toEqual([a.id]);
      if (a.number !== undefined) {
        expect((await board.search({ number: a.number, limit: 1 })).map(({ id }) => id)).toEqual([a.id]);
        expect((await board.search({ number: b.number ?? 0, limit: 1 })).map(({ id }) => id)).toEqual([b.id]);
        expect(await board.search({ number: 99_999_999, limit: 1 })).toEqual([]);
      }
    });
  });
  boardLooksConformance(name, makeWorld);
}
