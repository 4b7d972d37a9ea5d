import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Team } from '../../lib/teams/team.ts';
import { addBoard } from '../sims/wekan/seed.ts';
import type { WekanSim } from '../sims/wekan/sim.ts';
import { type House, openHouse } from './house.ts';
import { cardPost, cardTitled, clicks, look, types } from './sight.ts';

/** A team with two boards on one server. Numbers count up per board, so each has a card number one. */
function withGarden(team: Team, { wekan: { world } }: { readonly wekan: WekanSim }): Team {
  const main = team.boards.main;
  if (!main) throw new Error('the team has no board');
  const garden = addBoard(world, 'Garden', {
    columns: ['Ideas', 'Grown'],
    members: { cardwire: 'normal', tom: 'normal' },
  });
  const [intake, done] = world.lists.filter(({ boardId }) => boardId === garden._id);
  const connection = {
    ...main,
    id: 'garden',
    board: garden._id,
    intake: intake?._id ?? '',
    done: done?._id ?? '',
  };
  return { ...team, boards: { main, garden: connection } };
}

let house: House;
beforeAll(async () => {
  house = await openHouse(withGarden);
});
afterAll(() => house.stop());

const boardTitle = (title: string) =>
  house.wekan.world.boards.find(({ _id }) => _id === cardTitled(house, title).boardId)?.title;

describe('a team with two boards', () => {
  test('opens cards on its first board, and on another one when it is named', async () => {
    await types(house, 'tom', '/card Fix the pump');
    await types(house, 'tom', '/card board:garden Plant a tree');
    expect(boardTitle('Fix the pump')).toBe('Ops');
    expect(boardTitle('Plant a tree')).toBe('Garden');
    expect(look(cardPost(house, 'town-square', 'Plant a tree')).title).toBe('GARDEN-1 Plant a tree');
    expect(look(cardPost(house, 'town-square', 'Fix the pump')).title).toBe('MAIN-1 Fix the pump');
  });

  test('tells their cards apart by the board in the number', async () => {
    await types(house, 'tom', '/card move GARDEN-1 Grown');
    expect(look(cardPost(house, 'town-square', 'Plant a tree')).fields.Column).toBe('Grown');
    expect(look(cardPost(house, 'town-square', 'Fix the pump')).fields.Column).toBe('To Do');
    expect(String(await types(house, 'tom', '/card show main-1'))).toContain('Fix the pump');
  });

  test('means the board that a conversation has chosen, there and nowhere else', async () => {
    expect(await types(house, 'tom', '/card boards')).toEqual([expect.stringContaining('main, garden')]);
    expect(await types(house, 'tom', '/card board garden')).toEqual([expect.stringContaining('garden')]);
    await types(house, 'tom', '/card Water the tree');
    expect(boardTitle('Water the tree')).toBe('Garden');
    expect(String(await types(house, 'tom', '/card show #1'))).toContain('Plant a tree');
    await types(house, 'ann', '/card Paint the wall', { room: 'team' });
    expect(boardTitle('Paint the wall')).toBe('Ops');
  });

  test('buttons stay with the board of their card', async () => {
    await clicks(house, 'tom', cardPost(house, 'town-square', 'Fix the pump'), 'Done');
    expect(look(cardPost(house, 'town-square', 'Fix the pump')).fields.Column).toBe('Done');
  });
});
