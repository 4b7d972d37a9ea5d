import { describe, expect, test } from '@jest/globals';
import { cardPost, clicks, look, opens, types } from '../flows/sight.ts';
import { openScene, says } from './scene.ts';

const columns = 'There are: To Do, Doing, Review, Done.';
const back = (words: string) => `\nYou wrote:\n\`\`\`\n/card ${words}\n\`\`\``;

/** What is typed, and why it comes to nothing. */
const refusals: readonly (readonly [string, string])[] = [
  ['move #2 Doign', `I find no column “Doign”. Did you mean **Doing**? ${columns}`],
  ['move #2 Warehouse', `I find no column “Warehouse”. ${columns}`],
  ['Sweep in:Warehouse', `I find no column “Warehouse”. ${columns}`],
  [
    'label #2 #urgnet',
    'I find no label “urgnet”. Did you mean **urgent**? There are: urgent, bug, question.',
  ],
  ['unlabel #2 #green', 'I find no label “green”. There are: urgent, bug, question.'],
  [
    'assign #2 @bbo',
    'I find nobody called “bbo” on the board. Did you mean **bob**? There are: ann, bob, tom.',
  ],
  ['unassign #2 @zaphod', 'I find nobody called “zaphod” on the board. There are: ann, bob, tom.'],
  ['Sweep @zaphod', 'I find nobody called “zaphod” on the board. There are: ann, bob, tom.'],
  ['show #77', 'I do not find \\#77. It may have been deleted, or it is not one of yours.'],
  [
    'show http://elsewhere.test/b/x/y',
    'I do not find http://elsewhere.test/b/x/y. It may have been deleted, or it is not one of yours.',
  ],
];

describe('what comes to nothing is said with the way out, and the words are given back', () => {
  test.each(refusals)('%s', async (words, why) => {
    const scene = await openScene();
    await opens(scene, 'tom', 'Pump', { room: 'square' });
    const before = JSON.stringify(scene.wekan.world.cards);
    expect(await says(scene, 'tom', words)).toEqual([`${why}${back(words)}`]);
    expect(JSON.stringify(scene.wekan.world.cards)).toBe(before);
    expect(cardPost(scene, 'square', '#2')).toBeDefined();
  });

  test('a text that is in the reason already is not given back twice', async () => {
    const [told = ''] = await says(await openScene(), 'tom', 'mvoe #2 doing');
    expect(told.match(/mvoe #2 doing/g)).toHaveLength(1);
    expect(told).not.toContain('You wrote');
  });

  test('a board without labels says so with a dash', async () => {
    const scene = await openScene();
    await opens(scene, 'tom', 'Pump', { room: 'square' });
    const [board] = scene.wekan.world.boards;
    board?.labels.splice(0);
    // A container that begins anew remembers none.
    scene.house.deploy(scene.house.release);
    expect(await says(scene, 'tom', 'label #2 green')).toEqual([
      `I find no label “green”. There are: –.${back('label #2 green')}`,
    ]);
  });

  test('who is not on the board is told so when they assign themselves', async () => {
    const scene = await openScene((team) => ({
      ...team,
      members: { ...team.members, people: [{ name: 'Tom', mattermost: 'tom', wekan: 'zed' }] },
    }));
    await opens(scene, 'tom', 'Pump', { room: 'square' });
    expect(await says(scene, 'tom', 'assign #2 me')).toEqual([
      `I do not know who you are on the board. Ask whoever runs Cardwire to list you with your name there.${back('assign #2 me')}`,
    ]);
  });

  test('who is called on the board as in the chat needs nobody to list them', async () => {
    const scene = await openScene((team) => ({
      ...team,
      members: { ...team.members, people: [] },
      guests: { may: [...team.guests.may, 'assign'] },
    }));
    await opens(scene, 'tom', 'Pump', { room: 'square' });
    expect(await says(scene, 'tom', 'assign #2 me')).toEqual(['\\#2 is assigned to Tom Berg now.']);
  });

  test('the column that means done is gone: nobody chose it here, so the others are named', async () => {
    const scene = await openScene();
    await opens(scene, 'tom', 'Pump', { room: 'square' });
    const { lists } = scene.wekan.world;
    lists.splice(
      lists.findIndex(({ title }) => title === 'Done'),
      1,
    );
    expect(await says(scene, 'tom', 'done #2')).toEqual([
      'The column that means done is no longer on the board. Move the card yourself with `/card move #2 …`. There are: To Do, Doing, Review. Whoever runs Cardwire can name another one as `done`.'.concat(
        back('done #2'),
      ),
    ]);
  });

  test('an archived card has to be restored first', async () => {
    const scene = await openScene();
    await opens(scene, 'tom', 'Pump', { room: 'square' });
    await says(scene, 'tom', 'archive #2');
    expect(await says(scene, 'tom', 'move #2 doing')).toEqual([
      `This card is in the archive, where nothing can change it. Restore it first.${back('move #2 doing')}`,
    ]);
  });
});

describe('what is not allowed', () => {
  const notAllowed = (verb: string) =>
    `You may not \`${verb}\` here. If you should, ask the team to list you as a member.`;

  test.each([
    ['done #2', 'move'],
    ['move #2 doing', 'move'],
    ['check #2 add Paint', 'check'],
    ['archive #2', 'archive'],
  ])('%s needs `%s`, and a guest has not got it', async (words, verb) => {
    const scene = await openScene();
    await opens(scene, 'guest', 'Pump', { room: 'square' });
    expect(await says(scene, 'guest', words)).toEqual([`${notAllowed(verb)}${back(words)}`]);
  });

  test('a form needs what it is for, and a button’s refusal gives nothing back', async () => {
    const scene = await openScene((team) => ({ ...team, guests: { may: [] } }));
    await opens(scene, 'tom', 'Pump', { room: 'square' });
    expect(await types(scene, 'guest', '/card', { room: 'square' })).toEqual([
      `${notAllowed('create')}${back('').replace('/card ', '/card')}`,
    ]);
    const post = cardPost(scene, 'square', '#2');
    expect(await clicks(scene, 'guest', post, 'Done')).toEqual([notAllowed('move')]);
    expect(await clicks(scene, 'guest', post, 'Follow')).toEqual([notAllowed('follow')]);
  });

  test('members may what the team allows them', async () => {
    const scene = await openScene((team) => ({
      ...team,
      members: { ...team.members, may: team.members.may.filter((verb) => verb !== 'archive') },
    }));
    await opens(scene, 'tom', 'Pump', { room: 'square' });
    expect(await says(scene, 'tom', 'archive #2')).toEqual([`${notAllowed('archive')}${back('archive #2')}`]);
    expect(await says(scene, 'tom', 'help archive')).toHaveLength(1);
    const [help = ''] = await says(scene, 'tom', 'help');
    expect(help).toContain('/card move #42');
    expect(help).not.toContain('/card archive #42');
    // With one board there is nothing to choose.
    expect(help).not.toContain('/card boards');
  });

  test.each(['show #2', 'comment #2 Hello', 'follow #2', 'unfollow #2'])(
    "a guest does not find another one's card: %s",
    async (words) => {
      const scene = await openScene();
      const { card } = await opens(scene, 'tom', 'Secret', { room: 'dev' });
      const told = await says(scene, 'guest', words);
      expect(told).toEqual([
        `I do not find \\#2. It may have been deleted, or it is not one of yours.${back(words)}`,
      ]);
      const link = `http://board.ops.test/b/${card.boardId}/board/${card._id}`;
      const [byLink = ''] = await says(scene, 'guest', words.replace('#2', link));
      expect(byLink).toMatch(/^I do not find http/);
      expect(byLink).not.toContain('Secret');
      expect(scene.wekan.world.comments).toEqual([]);
    },
  );

  test('a button on the card of another is told without its number', async () => {
    const scene = await openScene();
    const { post } = await opens(scene, 'tom', 'Secret', { room: 'square' });
    const told = await clicks(scene, 'guest', post, 'Follow');
    expect(told).toEqual([expect.stringMatching(/not one of yours/)]);
  });
});

describe('a flood', () => {
  test('is answered for a while, and then not even that', async () => {
    const scene = await openScene();
    const flood = async (count: number) => {
      for (let each = 0; each < count; each += 1)
        await scene.mattermost.as('tom').command('square', '/card boards');
      await scene.settle();
    };
    await flood(119);
    expect(await says(scene, 'tom', 'boards')).toEqual([expect.stringMatching(/^There are these boards/)]);
    expect(await says(scene, 'tom', 'boards')).toEqual([
      `That was more than 120 commands within a minute, so this one was not done. Wait a minute, then send it again.${back('boards')}`,
    ]);
    // Nobody else is held back.
    expect(await says(scene, 'ann', 'boards')).toEqual([expect.stringMatching(/^There are these boards/)]);
    await flood(118);
    expect(await says(scene, 'tom', 'boards')).toEqual([expect.stringMatching(/^That was more/)]);
    expect(await says(scene, 'tom', 'boards')).toEqual([]);
    await scene.lapse(61_000);
    expect(await says(scene, 'tom', 'boards')).toEqual([expect.stringMatching(/^There are these boards/)]);
  });

  test('is not what waits for a board: that is counted once', async () => {
    const scene = await openScene();
    for (let each = 0; each < 119; each += 1) await scene.house.store.rates.count('ops', 'chat', 'idoftom');
    scene.fails(({ side }) => (side === 'board' ? 'refused' : 'none'));
    await scene.mattermost.as('tom').command('square', '/card Pump');
    await scene.lapse(20_000);
    scene.fails();
    await scene.settle();
    expect(look(cardPost(scene, 'square', 'Pump')).last).toBe('Tom opened this card');
  });
});
