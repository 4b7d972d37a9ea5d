import { describe, expect, test } from '@jest/globals';
import { cardPost, clicks, columnOf, look, opens, submits, types } from '../flows/sight.ts';
import { openScene, type Scene, says } from './scene.ts';

const square = { room: 'square' };
const dialogOf = (scene: Scene, name: string) => scene.mattermost.as(name).dialog();
const back = (words: string) => `\nYou wrote:\n\`\`\`\n${words}\n\`\`\``;

describe('a button', () => {
  test('does its work, and the message it stands on is the answer', async () => {
    const scene = await openScene();
    const { card, post } = await opens(scene, 'tom', 'Pump', square);
    const last = () => look(post).last;
    expect(await clicks(scene, 'ann', post, 'Move', 'Review')).toEqual([]);
    expect([columnOf(scene, card), last()]).toEqual(['Review', 'Ann moved it from **To Do** to **Review**']);
    expect(await clicks(scene, 'ann', post, 'Assign me')).toEqual([]);
    expect([look(post).fields.People, last()]).toEqual(['Ann', 'Ann assigned **Ann**']);
    expect(await clicks(scene, 'ann', post, 'Done')).toEqual([]);
    expect([columnOf(scene, card), last()]).toEqual(['Done', 'Ann moved it from **Review** to **Done**']);
  });

  test('on a card that is gone says so', async () => {
    const scene = await openScene();
    const { card, post } = await opens(scene, 'tom', 'Pump', square);
    scene.wekan.world.cards.splice(scene.wekan.world.cards.indexOf(card), 1);
    expect(await clicks(scene, 'ann', post, 'Done')).toEqual([
      'This card is gone: it has been deleted, or it is not one of yours.',
    ]);
  });
});

describe('the form for a comment', () => {
  test('names its card, and what is typed becomes the comment', async () => {
    const scene = await openScene();
    const { post } = await opens(scene, 'tom', 'Pump', square);
    expect(await clicks(scene, 'ann', post, 'Comment')).toEqual([]);
    expect(dialogOf(scene, 'ann')).toMatchObject({ title: 'Comment on #2' });
    expect(await submits(scene, 'ann', { text: ' Nearly\nthere ' })).toEqual([]);
    const [comment] = scene.wekan.world.comments;
    expect(comment?.text).toMatch(/^Nearly\nthere\n\n— Ann, Mattermost ~square · cw-/);
    expect(look(post).last).toBe('Ann commented:\n> Nearly\n> there');
  });

  test('opens for a command without a text as well, and comes back when it is sent off empty', async () => {
    const scene = await openScene();
    await opens(scene, 'tom', 'Pump', square);
    expect(await says(scene, 'tom', 'comment #2')).toEqual([]);
    expect(await submits(scene, 'tom', { text: '  ' })).toEqual(['A comment needs a text.']);
    expect(scene.wekan.world.comments).toEqual([]);
  });

  test('on a card that is gone meanwhile gives the words back', async () => {
    const scene = await openScene();
    const { card } = await opens(scene, 'tom', 'Pump', square);
    await says(scene, 'tom', 'comment #2');
    scene.wekan.world.cards.splice(scene.wekan.world.cards.indexOf(card), 1);
    expect(await submits(scene, 'tom', { text: 'Too late' })).toEqual([
      `This card is gone: it has been deleted, or it is not one of yours.${back('Too late')}`,
    ]);
  });
});

describe('the form for a card', () => {
  test('offers the board’s columns and people, and opens the card with all that was filled in', async () => {
    const scene = await openScene();
    expect(await types(scene, 'tom', '/card', square)).toEqual([]);
    const dialog = dialogOf(scene, 'tom');
    const options = (name: string) =>
      dialog?.elements.find((each) => each.name === name)?.options?.map(({ text }) => text);
    expect(options('column')).toEqual(['To Do', 'Doing', 'Review', 'Done']);
    expect(options('assignee')).toEqual(expect.arrayContaining(['ann', 'bob', 'tom']));
    const doing = dialog?.elements.find(({ name }) => name === 'column')?.options?.[1]?.value;
    const filled = {
      title: ' Sweep ',
      description: 'Under\nthe table',
      column: doing,
      assignee: 'ann',
      due: '1.3.2031',
    };
    expect(await submits(scene, 'tom', filled)).toEqual([]);
    const card = scene.wekan.world.cards.at(-1);
    expect(card).toMatchObject({ title: 'Sweep', dueAt: '2031-03-01T22:59:00.000Z' });
    expect(card?.description).toMatch(/^Under\nthe table\n\n— Tom/);
    expect(look(cardPost(scene, 'square', 'Sweep'))).toMatchObject({
      fields: { Column: 'Doing', People: 'Ann', 'Opened by': 'Tom' },
    });
  });

  test.each([
    [{ title: ' ' }, 'A card needs a title.'],
    [{ title: 'Sweep', due: 'someday' }, 'I do not understand “someday” as a date.'],
    [{ title: 'Sweep', due: '1.3.2020' }, 'Sun 1 Mar 2020 is over. Write a date that is still to come.'],
    [{ title: 'Sweep', assignee: 'zaphod' }, 'I find nobody called “zaphod” on the board.'],
  ])('with %j is refused: %s', async (fields, why) => {
    const scene = await openScene();
    await types(scene, 'tom', '/card', square);
    const [told = '', ...more] = await submits(scene, 'tom', { description: 'of the hall', ...fields });
    expect(more).toEqual([]);
    expect(told).toContain(why);
    expect(scene.wekan.world.cards).toHaveLength(1);
  });

  test('gives back what was typed, and not what was chosen from lists', async () => {
    const scene = await openScene();
    await types(scene, 'tom', '/card', square);
    const fields = { title: 'Sweep', description: 'of the hall', assignee: 'zaphod', due: 'friday' };
    const [told = ''] = await submits(scene, 'tom', fields);
    expect(told.endsWith(back('Sweep\nof the hall\nfriday'))).toBe(true);
  });

  test('that came too late says how to open a card without it', async () => {
    const scene = await openScene();
    const { post } = await opens(scene, 'tom', 'Pump', square);
    scene.fails(({ side, run }) =>
      side === 'board' && (run.message?.receives ?? 0) < 6 ? 'timeout' : 'none',
    );
    expect((await types(scene, 'tom', '/card', square)).at(-1)).toContain(
      'Please write the title behind the command: `/card',
    );
    expect(dialogOf(scene, 'tom')).toBeUndefined();
    const told = await clicks(scene, 'ann', post, 'Comment');
    expect(told.at(-1)).toContain('/card comment');
    expect(told.at(-1)).toContain('#2');
  });
});

describe('what stands in no room', () => {
  test('help is for who asks: what they may, one verb, and what there is not', async () => {
    const scene = await openScene();
    const [guest = ''] = await says(scene, 'guest', 'help');
    expect(guest).toContain('/card show #42');
    expect(guest).not.toContain('/card move #42');
    // No chat of this team has accounts that a code could link.
    expect((await says(scene, 'tom', 'help'))[0]).not.toContain('/card link');
    expect((await says(scene, 'tom', 'help link'))[0]).toContain('/card link');
    expect(await says(scene, 'tom', 'help archive')).toEqual([
      '`/card archive #42` puts a card into the archive\nNothing is lost: `/card restore #42` brings it back.',
    ]);
    expect(await says(scene, 'guest', 'help archive')).toEqual([
      'You may not `archive` here. `/card help` shows everything you can ask for.',
    ]);
    expect(await says(scene, 'tom', 'help mvoe')).toEqual([expect.stringContaining('Did you mean `move`?')]);
  });

  test('help tells of codes where there is Discord: there everyone, elsewhere whoever could get one', async () => {
    const scene = await openScene(undefined, 1);
    expect((await says(scene, 'tom', 'help'))[0]).toContain('/card link');
    expect((await says(scene, 'guest', 'help'))[0]).not.toContain('/card link');
  });
});
