import { expect, test } from '@jest/globals';
import { storeTeam } from '../../lib/teams/stored.ts';
import { addBoard, addCard } from '../sims/wekan/seed.ts';
import { calm, type House, openHouse } from './house.ts';
import { keysOf } from './release.ts';

/** A room that hears of every card hears of none that stood on the board before anybody looked. */

const CARDS = 2_000;
const columns = Array.from({ length: 60 }, (_, at) => `Column ${at}`);

/** Looks at the boards, minute after minute, until nothing is left over. */
async function lookThrough(house: House): Promise<void> {
  for (let minute = 0; minute < 30; minute += 1) {
    await house.sweep();
    await house.play(calm);
    house.clock.advanceTo(house.clock.now + 60_000);
  }
}

/** A board with many cards, on which Cardwire's account may work. */
function largeBoard({ worlds: [{ boardWorld }] }: House, title: string) {
  const board = addBoard(boardWorld, title, { columns, members: { cardwire: 'normal', ann: 'normal' } });
  const lists = boardWorld.lists.filter(({ boardId }) => boardId === board._id);
  for (let count = 0; count < CARDS; count += 1) {
    const listId = lists[count % lists.length]?._id ?? '';
    addCard(boardWorld, { boardId: board._id, listId }, { title: `§OPS old ${count}`, userId: 'somebody' });
  }
  return { board: board._id, intake: lists[0]?._id ?? '', done: lists.at(-1)?._id ?? '' };
}

/** Sets the team up with another board under the name of the one before. */
async function connect(house: House, place: ReturnType<typeof largeBoard>): Promise<void> {
  const { id, team, board } = house.worlds[0];
  const boards = { main: { ...board.connection, ...place } };
  const settings = storeTeam({ ...team, boards }, keysOf(house.release, 'stored-secrets'));
  await house.store.teams.put({ id, settings });
  house.clock.advanceTo(house.clock.now + 600_000);
}

const posts = (house: House) => house.worlds[0].chats.flatMap((chat) => chat.posts());

test.each([true, false])(
  'a large board is looked at quietly for the first time; another one before it: %s',
  async (before) => {
    const house = await openHouse();
    if (before) await lookThrough(house);
    await connect(house, largeBoard(house, 'Large'));
    await lookThrough(house);
    expect(posts(house)).toEqual([]);
    const [first] = house.worlds[0].boardWorld.lists.filter(({ title }) => title === 'Column 0');
    const at = { boardId: first?.boardId ?? '', listId: first?._id ?? '' };
    addCard(house.worlds[0].boardWorld, at, { title: '§OPS new', userId: 'somebody' });
    if (first) first.cardsModifiedAt = new Date(house.clock.now).toISOString();
    await lookThrough(house);
    const shown = posts(house).map(({ view }) => view?.title);
    expect(new Set(shown)).toEqual(new Set([`#${CARDS + 1} §OPS new`]));
  },
  240_000,
);
