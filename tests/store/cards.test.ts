import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CardId } from '../../lib/domain/card.ts';
import type { CardKey } from '../../lib/store/card-record.ts';
import { type Cards, createCards } from '../../lib/store/cards.ts';
import { openTable } from './open-table.ts';

let opened: Awaited<ReturnType<typeof openTable>>;
let cards: Cards;
beforeAll(async () => {
  opened = await openTable();
  cards = createCards(opened.table);
});
afterAll(() => opened.stop());

const key = (card: string, team = 'ops'): CardKey => ({ team, board: 'main', card: card as CardId });
const began = { at: 1, what: 'command-create', event: 'e', received: 1 };
const room = 'mattermost:chat:room:';
const owner = { connection: 'chat', person: 'u1', name: 'Tom', conversation: room };

describe('a card record', () => {
  test('of a new owner makes them the first follower, and is the same when written twice', async () => {
    await cards.own(key('a'), owner, 7, began);
    await cards.follow(key('a'), { conversation: 'mattermost:chat:other:' });
    await cards.own(key('a'), owner, 7, began);
    const record = await cards.get(key('a'));
    expect(record).toMatchObject({ number: 7, owner });
    expect(record?.followers).toHaveLength(2);
    expect(await cards.byNumber('ops', 'main', 7)).toBe('a');
    expect(await cards.byNumber('other', 'main', 7)).toBeUndefined();
  });

  test('takes and drops followers, known card or not', async () => {
    const direct = { conversation: 'mattermost:chat:direct:', person: 'u2' };
    await cards.follow(key('b'), direct);
    await cards.follow(key('b'), { conversation: room });
    await cards.unfollow(key('b'), room);
    expect(await cards.get(key('b'))).toMatchObject({ followers: [direct] });
    await cards.unfollow(key('never-seen'), room);
    expect(await cards.get(key('never-seen'))).toBeUndefined();
  });

  test('keeps followers when it meets its number', async () => {
    await cards.follow(key('c'), { conversation: room });
    await cards.meet(key('c'), 9);
    expect(await cards.get(key('c'))).toMatchObject({ number: 9, followers: [{ conversation: room }] });
  });

  test('lists what a person opened, and nobody else', async () => {
    await cards.own(key('d'), { ...owner, person: 'u3' }, undefined, began);
    await cards.own(key('e'), { ...owner, person: 'u3' }, undefined, began);
    await cards.own(key('f'), { ...owner, person: 'u33' }, undefined, began);
    expect(await cards.ownedBy('ops', 'chat', 'u3')).toEqual([
      { board: 'main', card: 'd' },
      { board: 'main', card: 'e' },
    ]);
  });

  test('lists what a person opened in the order in which it was opened, whatever ids the board gives', async () => {
    const ids = ['q', 'b', 'z', 'a', 'm'];
    for (const [at, id] of ids.entries()) {
      await cards.own(key(`${id}-late`), { ...owner, person: 'u4' }, undefined, { ...began, at });
    }
    await cards.own(key('q-late'), { ...owner, person: 'u4' }, undefined, { ...began, at: 99 });
    const listed = await cards.ownedBy('ops', 'chat', 'u4');
    expect(listed.map(({ card }) => card)).toEqual(ids.map((id) => `${id}-late`));
  });

  test('keeps the newest lines of a long story', async () => {
    for (let at = 0; at < 90; at += 1)
      await cards.addToStory(key('g'), { at, what: 'command-move', event: 'e' });
    const story = (await cards.get(key('g')))?.story ?? [];
    expect(story.length).toBeLessThanOrEqual(80);
    expect(story.at(-1)?.at).toBe(89);
  });
});
