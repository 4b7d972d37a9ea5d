import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Board } from '../../lib/boards/board.ts';
import type { Card, CardAction, CardDraft } from '../../lib/domain/card.ts';
import { hashOfText } from '../../lib/domain/card-details.ts';
import { type BoardWorld, marker, plain } from './board-world.ts';

/** What every board tells to be looked through for what no webhook told. */
export function boardLooksConformance(name: string, makeWorld: () => Promise<BoardWorld>): void {
  describe(`looking at a board: ${name}`, () => {
    let world: BoardWorld;
    let board: Board;
    beforeEach(async () => {
      world = await makeWorld();
      board = world.board;
    });
    afterEach(() => world.stop());

    const create = (draft: Partial<CardDraft> = {}): Promise<Card> =>
      board.create({ ...plain, ...draft }, marker());
    const apply = (card: Card, action: CardAction): Promise<Card> => board.apply(card.id, action, marker());

    test('tells the cards that changed since, those that came and those that left', async () => {
      const old = await create();
      const first = await board.changedSince('');
      expect(first.changed).toContain(old.id);
      expect([first.arrived, first.left]).toEqual([[], []]);
      const card = await create({ title: 'New since' });
      const second = await board.changedSince(first.cursor);
      expect(second.changed).toContain(card.id);
      expect(second.arrived).toEqual([card.id]);
      await apply(old, { type: 'rename', title: 'Renamed since' });
      const third = await board.changedSince(second.cursor);
      expect(third.changed).toContain(old.id);
      expect(third.arrived).toEqual([]);
      if (!board.can.actions.includes('archive')) return;
      await apply(card, { type: 'archive' });
      const fourth = await board.changedSince(third.cursor);
      expect(fourth.left).toEqual([card.id]);
      expect(fourth.changed).not.toContain(card.id);
      await apply(card, { type: 'restore' });
      expect((await board.changedSince(fourth.cursor)).arrived).toEqual([card.id]);
    });

    test('tells steps and files of a card by ids that stay, and what of it can be edited', async () => {
      const card = await create({ description: 'old' });
      expect([await board.stepsOn(card.id), (await board.filesOn(card.id)) ?? []]).toEqual([[], []]);
      if (board.can.actions.includes('add-step')) {
        for (const item of ['Order parts', 'Fit them']) await apply(card, { type: 'add-step', item });
        const before = await board.stepsOn(card.id);
        expect(before?.map(({ name, done }) => [name, done])).toEqual([
          ['Order parts', false],
          ['Fit them', false],
        ]);
        await apply(card, { type: 'check', item: 'Fit them', done: true });
        const after = await board.stepsOn(card.id);
        expect(after?.map(({ id, done }) => [id, done])).toEqual([
          [before?.[0]?.id, false],
          [before?.[1]?.id, true],
        ]);
        const { details } = await board.changedSince('');
        if (board.can.stepsListed) expect(details.get(card.id)?.steps).toEqual(after);
      }
      if (board.can.actions.includes('attach')) {
        const bytes = new Uint8Array([1, 2]);
        await apply(card, { type: 'attach', name: 'plan.txt', mediaType: 'text/plain', bytes });
        const files = await board.filesOn(card.id);
        if (files) expect(files.map(({ name }) => name)).toEqual(['plan.txt']);
        const { details } = await board.changedSince('');
        if (details.get(card.id)?.files) expect(details.get(card.id)?.files).toEqual(files);
      }
      const { values } = await apply(card, { type: 'describe', description: 'new' });
      expect([card.values.description, values.description]).toEqual(['old', 'new']);
      expect((await board.read(card.id))?.values).toEqual(values);
    });

    test('tells which comments stand on a card', async () => {
      const card = await create();
      expect(await board.commentsOn(card.id)).toEqual([]);
      await apply(card, { type: 'comment', text: 'One' });
      const [one, ...none] = await board.commentsOn(card.id);
      expect([one?.id !== undefined, none]).toEqual([true, []]);
      expect(one?.says).toBe(hashOfText('One'));
      await apply(card, { type: 'comment', text: 'Two' });
      const both = await board.commentsOn(card.id);
      expect([both[0]?.id, both.length]).toEqual([one?.id, 2]);
    });
  });
}
