import { describe, expect, test } from '@jest/globals';
import { opens } from '../flows/sight.ts';
import { addBoard } from '../sims/wekan/seed.ts';
import type { SimCard } from '../sims/wekan/world.ts';
import { put } from './mail-scene.ts';
import { openScene, type Scene, says } from './scene.ts';

const square = { room: 'square' };
const linkTo = ({ _id, boardId }: SimCard) => `http://board.ops.test/b/${boardId}/board/${_id}`;
const lineOf = (card: SimCard, rest: string) =>
  `**[\\#${card.cardNumber} ${card.title}](${linkTo(card)})** · ${rest}`;

/** Cards of Tom's, Ann's and a guest's, besides the old one that was always there. */
async function withCards() {
  const scene = await openScene();
  const { card: tom } = await opens(scene, 'tom', 'Red pump @tom in:Doing\nIt LEAKS', square);
  const { card: ann } = await opens(scene, 'ann', 'Green pump @ann due:2026-11-21', square);
  const { card: guest } = await opens(scene, 'guest', 'Blue valve due:2031-03-01\nof the pump', square);
  return { scene, tom, ann, guest };
}

describe('one card', () => {
  test('is shown with all that is on it', async () => {
    const { scene, tom } = await withCards();
    await says(scene, 'tom', 'label #2 #bug #urgent');
    await says(scene, 'tom', 'archive #2');
    const [told = ''] = await says(scene, 'ann', 'show #2');
    expect(told.split('\n')).toEqual([
      ...[lineOf(tom, 'Doing · Tom'), 'Opened by Tom.', 'Labels: bug, urgent', 'It is in the archive.'],
      'It LEAKS',
    ]);
  });

  test('is shown without what it has not got', async () => {
    const { scene } = await withCards();
    const [old] = scene.wekan.world.cards;
    if (!old) throw new Error('no old card');
    expect(await says(scene, 'tom', 'show #1')).toEqual([lineOf(old, 'To Do')]);
    expect(await says(scene, 'tom', `show ${linkTo(old)}`)).toEqual([lineOf(old, 'To Do')]);
  });

  test('of a guest is theirs to see, by number and by link', async () => {
    const { scene, guest } = await withCards();
    for (const ref of ['#4', linkTo(guest)])
      expect(await says(scene, 'guest', `show ${ref}`)).toEqual([
        expect.stringMatching(/Blue valve.*To Do · due Sat 1 Mar 2031\nOpened by guest\./),
      ]);
  });
});

describe('a list', () => {
  const titles = async (scene: Scene, name: string, words: string) =>
    [...((await says(scene, name, words))[0] ?? '').matchAll(/#\d+ ([§\w ]+)\]|nothing on this list/g)].map(
      ([all, title]) => title ?? all,
    );

  test.each<[string, string, string[]]>([
    ['tom', 'list', ['§OPS old card', 'Red pump', 'Green pump', 'Blue valve']],
    ['tom', 'list mine', ['Red pump']],
    ['ann', 'list mine', ['Green pump']],
    ['tom', 'list Doing', ['Red pump']],
    ['tom', 'list mine to do', ['nothing on this list']],
    ['guest', 'list', ['Blue valve']],
    ['guest', 'list mine', ['Blue valve']],
    ['guest', 'list doing', ['nothing on this list']],
    ['guest', 'list to do', ['Blue valve']],
    ['guest', 'list overdue', ['nothing on this list']],
  ])('%s: %s', async (name, words, listed) => {
    const { scene } = await withCards();
    expect((await titles(scene, name, words)).toSorted()).toEqual(listed.toSorted());
  });

  test('knows what is over by now', async () => {
    const { scene } = await withCards();
    expect(await titles(scene, 'tom', 'list overdue')).toEqual(['nothing on this list']);
    await scene.lapse(24 * 3_600_000);
    expect(await titles(scene, 'tom', 'list overdue')).toEqual(['Green pump']);
    expect(await titles(scene, 'tom', 'list overdue mine')).toEqual(['nothing on this list']);
    await opens(scene, 'guest', 'Yellow due:tomorrow', square);
    await opens(scene, 'guest', 'Without a date', square);
    await scene.lapse(48 * 3_600_000);
    expect(await titles(scene, 'guest', 'list overdue')).toEqual(['Yellow']);
  });

  test('names who is on a card, and when it is due', async () => {
    const scene = await openScene();
    const { card } = await opens(scene, 'tom', 'Pump @tom @ann due:2031-03-01', square);
    expect(await says(scene, 'tom', 'list mine')).toEqual([
      lineOf(card, 'To Do · Tom, Ann · due Sat 1 Mar 2031'),
    ]);
  });

  test('holds twenty, and says that there are more', async () => {
    const scene = await openScene();
    for (let each = 1; each <= 19; each += 1) await opens(scene, 'tom', `Card ${each} @tom`, square);
    expect(await titles(scene, 'tom', 'list')).toHaveLength(20);
    expect((await says(scene, 'tom', 'list'))[0]).not.toContain('and more');
    for (const title of ['One more', 'Another']) await opens(scene, 'tom', `${title} @tom`, square);
    for (const list of ['list', 'list mine']) {
      const [told = ''] = await says(scene, 'tom', list);
      expect(told.split('\n')).toHaveLength(21);
      expect(told).toContain('… and more: these are the first 20.');
    }
  });

  test('of members whom the board does not know is what they opened', async () => {
    const scene = await openScene((team) => ({
      ...team,
      members: { ...team.members, people: [{ name: 'Tom', mattermost: 'tom', wekan: 'zed' }] },
    }));
    await opens(scene, 'tom', 'Mine', square);
    await opens(scene, 'guest', 'Theirs', square);
    expect(await titles(scene, 'tom', 'list mine')).toEqual(['Mine']);
    expect(await titles(scene, 'tom', 'search THEIRS')).toEqual(['Theirs']);
  });

  test('of a guest holds no archived card, and none that is gone', async () => {
    const { scene, guest } = await withCards();
    const { card } = await opens(scene, 'guest', 'Second', square);
    expect(await titles(scene, 'guest', 'list')).toEqual(['Blue valve', 'Second']);
    await says(scene, 'tom', 'archive #4');
    expect([guest.archived, await titles(scene, 'guest', 'list')]).toEqual([true, ['Second']]);
    await scene.act('ann', (ann) => ann.delete(card._id));
    expect(await titles(scene, 'guest', 'list')).toEqual(['nothing on this list']);
  });
});

describe('a search', () => {
  test.each<[string, string, RegExp]>([
    ['tom', 'search PUMP', /Green pump[\s\S]*Red pump/],
    ['guest', 'search VALVE', /^\*\*\[\\#4 Blue valve\]\([^\n]*$/],
    ['guest', 'search of THE', /^\*\*\[\\#4 Blue valve\]\([^\n]*$/],
    [
      'guest',
      'search red',
      /^I find no card with “red”\. To open one with your own words: `\/card create …`$/,
    ],
    ['tom', 'search submarine', /^I find no card with “submarine”/],
  ])('%s: %s', async (name, words, found) => {
    const { scene } = await withCards();
    expect(await says(scene, name, words)).toEqual([expect.stringMatching(found)]);
  });
});

describe('a team of two boards', () => {
  /** The second board is on the same server, and has the column In alone. */
  async function withTwo(): Promise<Scene> {
    return openScene((team, { boardWorld, board }) => {
      const lab = addBoard(boardWorld, 'Lab', {
        columns: ['In'],
        members: { cardwire: 'admin', tom: 'normal' },
      });
      const intake = boardWorld.lists.find(({ boardId }) => boardId === lab._id)?._id ?? '';
      const second = { ...board.connection, id: 'lab', board: lab._id, intake, done: intake };
      return { ...team, boards: { ...team.boards, lab: second } };
    });
  }

  test('names its cards by their board, in any command', async () => {
    const scene = await withTwo();
    await says(scene, 'tom', 'board:lab Mix it');
    await says(scene, 'tom', 'Pump');
    expect(await says(scene, 'tom', 'show LAB-1')).toEqual([
      expect.stringMatching(/^\*\*\[LAB-1 Mix it\].*In\n/),
    ]);
    expect(await says(scene, 'tom', 'show main-2')).toEqual([expect.stringMatching(/^\*\*\[MAIN-2 Pump\]/)]);
    expect(await says(scene, 'tom', 'show #1')).toEqual([
      expect.stringMatching(/^\*\*\[MAIN-1 .*old card\]/),
    ]);
    expect(await says(scene, 'tom', 'show lab-7')).toEqual([
      expect.stringMatching(/^I do not find LAB-7\. It may have been deleted/),
    ]);
    const mixed = scene.wekan.world.cards.find(({ title }) => title === 'Mix it');
    if (!mixed) throw new Error('no card');
    expect(await says(scene, 'tom', `show ${linkTo(mixed)}`)).toEqual([
      expect.stringMatching(/LAB-1 Mix it/),
    ]);
    expect((await says(scene, 'tom', 'help'))[0]).toContain('/card boards');
  });

  test('means one of them in each conversation, and a thread means its room’s unless it chose its own', async () => {
    const scene = await withTwo();
    const means = async (where: object) =>
      /means \*\*(\w+)\*\*/.exec((await says(scene, 'tom', 'boards', where))[0] ?? '')?.[1];
    const { id: root } = scene.mattermost.as('tom').post('square', 'Let us talk');
    expect(await says(scene, 'tom', 'boards')).toEqual([
      'There are these boards: main, lab. This conversation means **main**; `/card board …` changes that.',
    ]);
    expect(await says(scene, 'tom', 'board lab')).toEqual([
      'This conversation means the board **lab** from now on.',
    ]);
    expect([await means({}), await means({ root }), await means({ room: 'dev' })]).toEqual([
      'lab',
      'lab',
      'main',
    ]);
    await says(scene, 'tom', 'board main', { root });
    expect([await means({}), await means({ root })]).toEqual(['lab', 'main']);
    await says(scene, 'tom', 'In the lab');
    expect(scene.wekan.world.cards.at(-1)?.boardId).toBe(scene.wekan.world.boards[1]?._id);
  });

  test('means by a number the card of the board that is given with it, whichever the room means', async () => {
    const scene = await withTwo();
    await says(scene, 'tom', 'board:lab Mix it');
    put(scene, {
      ...{ v: 1, kind: 'command', id: 'shown', at: scene.house.clock.now, team: 'ops', connection: 'chat' },
      ...{ generation: 1, conversation: 'mattermost:chat:idofsquare:', place: 'square', direct: false },
      ...{ person: { id: 'idoftom', name: 'tom' }, reply: {} },
      input: { by: 'options', verb: 'show', options: { card: '#1', board: 'lab' } },
    });
    await scene.settle();
    const { id } = scene.mattermost.world.direct('idoftom', 'idofbot');
    expect(scene.mattermost.world.postsIn(id).map(({ message }) => message)).toEqual([
      expect.stringMatching(/^\*\*\[LAB-1 Mix it\]/),
    ]);
  });

  test('forgets a choice whose board is not connected any more', async () => {
    const scene = await withTwo();
    await says(scene, 'tom', 'board lab');
    const { conversations } = scene.house.store;
    await conversations.chooseBoard('ops', 'mattermost:chat:idofsquare:', 'gone');
    expect((await says(scene, 'tom', 'boards'))[0]).toContain('means **main**');
  });
});

test('a team without a board says so', async () => {
  const scene = await openScene((team) => ({ ...team, boards: {} }));
  expect((await says(scene, 'tom', 'Pump'))[0]).toMatch(
    /^This team has no board yet\. Whoever runs Cardwire can add one to the team file\./,
  );
});
