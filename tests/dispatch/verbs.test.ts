import { describe, expect, test } from '@jest/globals';
import { cardPost, cardPosts, columnOf, directRoom, look, opens, replies } from '../flows/sight.ts';
import type { SimCard } from '../sims/wekan/world.ts';
import { openScene, type Scene, says } from './scene.ts';

/** Tom's card `#2`, with a checklist; Ann follows it. */
async function withCard(): Promise<{ readonly scene: Scene; readonly card: SimCard }> {
  const scene = await openScene();
  const { card } = await opens(scene, 'tom', 'Pump @tom #bug', { room: 'square' });
  await scene.act('ann', (ann) => ann.checklist(card._id, 'Steps', ['Order parts', 'Fit them']));
  await says(scene, 'ann', 'follow #2');
  await scene.lapse(60_000);
  return { scene, card };
}

const peopleOn = ({ wekan: { world } }: Scene, { assignees }: SimCard) =>
  assignees.map((id) => world.users.find(({ _id }) => _id === id)?.username);
const labelsOn = ({ wekan: { world } }: Scene, { labelIds }: SimCard) =>
  labelIds.map((id) => world.boards[0]?.labels.find(({ _id }) => _id === id)?.name);
const steps = ({ wekan: { world } }: Scene) =>
  world.items.map(({ title, isFinished }) => `${isFinished ? '✓' : '·'} ${title}`);

/** What is typed, what Tom is told, what the message shows, what stands on the board, and what is said to who follows. */
interface Outcome {
  readonly words: string;
  readonly told: string;
  readonly shown: string;
  readonly stands: (scene: Scene, card: SimCard) => unknown;
  readonly there: unknown;
  /** Where it is said aloud, and not only shown. */
  readonly aloud?: true;
}

const outcomes: readonly Outcome[] = [
  {
    ...{ words: 'move #2 doing', told: '\\#2 is in **Doing** now.' },
    ...{ shown: 'Tom moved it from **To Do** to **Doing**', stands: columnOf, there: 'Doing', aloud: true },
  },
  {
    ...{ words: 'done #2', told: '\\#2 is in **Done** now.' },
    ...{ shown: 'Tom moved it from **To Do** to **Done**', stands: columnOf, there: 'Done', aloud: true },
  },
  {
    ...{ words: 'comment #2 The part\nhas come', told: 'Your comment is on \\#2.' },
    shown: 'Tom commented:\n> The part\n> has come',
    stands: ({ wekan: { world } }) => world.comments.map(({ text }) => text.replace(/cw-.*/, 'cw')),
    ...{ there: ['The part\nhas come\n\n— Tom, Mattermost ~square · cw'], aloud: true },
  },
  {
    ...{ words: 'assign #2 me @ann @bob', told: '\\#2 is assigned to Tom, Ann, bob now.' },
    ...{ shown: 'Tom assigned **Ann, bob**', stands: peopleOn, there: ['tom', 'ann', 'bob'], aloud: true },
  },
  {
    ...{ words: 'unassign #2 me', told: '\\#2 is no longer assigned to Tom.' },
    ...{ shown: 'Tom unassigned **Tom**', stands: peopleOn, there: [], aloud: true },
  },
  {
    ...{ words: 'label #2 #urgent #question', told: '\\#2 is labelled urgent, question now.' },
    ...{ shown: 'Tom added the label **urgent, question**', stands: labelsOn },
    there: ['bug', 'urgent', 'question'],
  },
  {
    ...{ words: 'unlabel #2 bug', told: '\\#2 is no longer labelled bug.' },
    ...{ shown: 'Tom removed the label **bug**', stands: labelsOn, there: [] },
  },
  {
    ...{ words: 'due #2 2031-03-01', told: '\\#2 is due Sat 1 Mar 2031 now.' },
    shown: 'Tom set the due date to **Sat 1 Mar 2031**',
    ...{ stands: (_, { dueAt }) => dueAt, there: '2031-03-01T22:59:00.000Z', aloud: true },
  },
  {
    ...{ words: 'rename #2 Big pump', told: '\\#2 is called “Big pump” now.' },
    ...{ shown: 'Tom renamed it to **Big pump**', stands: (_, { title }) => title, there: 'Big pump' },
  },
  {
    ...{ words: 'describe #2 It leaks', told: '\\#2 has a new description.' },
    shown: 'Tom changed the description',
    stands: (_, { description }) => description.replace(/cw-.*/, 'cw'),
    there: 'It leaks\n\n— Tom, Mattermost ~square · cw',
  },
  {
    ...{
      words: 'check #2 order',
      told: 'Ticked “Order parts” on \\#2.',
      shown: 'Tom ticked **Order parts**',
    },
    ...{ stands: steps, there: ['✓ Order parts', '· Fit them'] },
  },
  {
    ...{ words: 'check #2 add Paint it', told: '“Paint it” is on the checklist of \\#2 now.' },
    ...{ shown: 'Tom added **Paint it** to the checklist', stands: steps },
    there: ['· Order parts', '· Fit them', '· Paint it'],
  },
  {
    ...{ words: 'archive #2', told: '\\#2 is in the archive now.' },
    shown: '**This card is archived.**\nTom archived it',
    ...{ stands: (_, { archived }) => archived, there: true, aloud: true },
  },
];

describe('what a verb does is answered, shown, stands on the board, and is told to who follows where it matters', () => {
  test.each(outcomes)('$words', async ({ words, told, shown, stands, there, aloud }) => {
    const { scene, card } = await withCard();
    expect(await says(scene, 'tom', words)).toEqual([told]);
    expect(stands(scene, card)).toEqual(there);
    expect(look(cardPost(scene, 'square', '#2')).last).toBe(shown);
    const direct = cardPost(scene, directRoom(scene, 'ann'), '#2');
    expect(look(direct).last).toBe(shown);
    const news = aloud
      ? [
          shown
            .split('\n')
            .slice(words.startsWith('archive') ? 1 : 0)
            .join('\n'),
        ]
      : [];
    expect(replies(scene, direct)).toEqual(news);
    expect(replies(scene, cardPost(scene, 'team', '#2'))).toEqual(news);
    // Tom opened the card in this room, and is not told what he did himself.
    expect(replies(scene, cardPost(scene, 'square', '#2'))).toEqual([]);
  });

  test('what is taken back is told as that', async () => {
    const { scene, card } = await withCard();
    const last = () => look(cardPost(scene, 'square', '#2')).last;
    await says(scene, 'tom', 'check #2 order parts');
    expect(await says(scene, 'tom', 'uncheck #2 order parts')).toEqual([
      '“Order parts” on \\#2 is open again.',
    ]);
    expect(steps(scene)).toEqual(['· Order parts', '· Fit them']);
    expect(last()).toBe('Tom took the tick off **Order parts**');
    await says(scene, 'tom', 'due #2 2031-03-01');
    expect(await says(scene, 'tom', 'due #2 none')).toEqual(['\\#2 has no due date any more.']);
    expect([card.dueAt, last()]).toEqual([undefined, 'Tom removed the due date']);
    await says(scene, 'tom', 'archive #2');
    expect(await says(scene, 'tom', 'restore #2')).toEqual(['\\#2 is back from the archive.']);
    expect([card.archived, last()]).toEqual([false, 'Tom brought it back from the archive']);
  });

  test('what stands already is answered and told to nobody', async () => {
    const { scene, card } = await withCard();
    expect(await says(scene, 'tom', 'move #2 to do')).toEqual(['\\#2 is in **To Do** now.']);
    expect(await says(scene, 'tom', 'assign #2 tom')).toEqual(['\\#2 is assigned to Tom now.']);
    expect(card.assignees).toHaveLength(1);
    expect(replies(scene, cardPost(scene, 'team', '#2'))).toEqual([]);
  });
});

describe('a card that is opened', () => {
  test('has all that was asked for, and its message says so', async () => {
    const scene = await openScene();
    const { card, post } = await opens(
      scene,
      'tom',
      'Sweep @ann @ann #bug #BUG in:review due:2031-03-01\nUnder\n the table',
      {
        room: 'square',
      },
    );
    expect(card).toMatchObject({ title: 'Sweep', dueAt: '2031-03-01T22:59:00.000Z' });
    expect([columnOf(scene, card), peopleOn(scene, card), labelsOn(scene, card)]).toEqual([
      'Review',
      ['ann'],
      ['bug'],
    ]);
    expect(card.description).toMatch(/^Under\n the table\n\n— Tom, Mattermost ~square · cw-/);
    expect(look(post)).toMatchObject({
      title: '#2 Sweep',
      last: 'Tom opened this card',
      fields: { Column: 'Review', People: 'Ann', Labels: 'bug', Due: 'Sat 1 Mar 2031', 'Opened by': 'Tom' },
    });
    expect(look(cardPost(scene, 'team', '#2')).last).toBe('Tom opened this card');
    expect(replies(scene, post)).toEqual([]);
  });

  test('in a thread, stands in it', async () => {
    const scene = await openScene();
    const root = scene.mattermost.as('tom').post('square', 'It drips');
    const { card, post } = await opens(scene, 'tom', 'Threaded', { room: 'square', root: root.id });
    expect(post.root_id).toBe(root.id);
    await scene.act('ann', (ann) => ann.moveCard(card._id, 'Doing'));
    expect(replies(scene, root).at(-1)).toBe('Ann moved it from **To Do** to **Doing**');
  });

  test('says who could not be assigned, as they left the board a moment ago', async () => {
    const scene = await openScene();
    await opens(scene, 'tom', 'First @bob', { room: 'square' });
    const [board] = scene.wekan.world.boards;
    const gone = scene.wekan.world.users.filter(({ username }) => /^(bob|tom)$/.test(username));
    if (board) board.members = board.members.filter(({ userId }) => gone.every(({ _id }) => _id !== userId));
    expect(await says(scene, 'tom', 'Second @bob @ann @tom')).toEqual([
      '\\#3 is open, but not assigned to bob, Tom: not a member of the board any more. Ask an admin of the board if that is wrong.',
    ]);
    expect(look(cardPost(scene, 'square', 'Second')).fields.People).toBe('Ann');
  });

  test('is opened by a guest, too, who is called as the chat calls them', async () => {
    const scene = await openScene();
    const { card, post } = await opens(scene, 'guest', 'Of a guest', { room: 'square' });
    expect(card.description).toMatch(/^— guest, Mattermost ~square/);
    expect(look(post).fields['Opened by']).toBe('guest');
    expect(cardPosts(scene, 'team')).toHaveLength(1);
  });
});
