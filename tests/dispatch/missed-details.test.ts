import { describe, expect, test } from '@jest/globals';
import { changeKinds } from '../../schemas/event.ts';
import { cardPost, opens, replies } from '../flows/sight.ts';
import type { Travel } from '../histories/board-side.ts';
import type { SimPerson } from '../sims/wekan/person.ts';
import { openScene, type Scene, says } from './scene.ts';

const MINUTE = 60_000;
/** No door takes it: the board never tells of it again. */
const lost: Travel = { arrivesAfter: [], fault: 'none' };
/** It comes when somebody has looked. */
const late: Travel = { arrivesAfter: [20 * MINUTE], fault: 'none' };

/** Tom's card `#2` with four steps, two files and two comments on a board that was looked at, in a team that hears of all. */
async function withCard() {
  const scene = await openScene((team) => ({
    ...team,
    teamChannels: team.teamChannels.map((each) => ({ ...each, tell: [...changeKinds] })),
  }));
  const { card } = await opens(scene, 'tom', 'Pump', { room: 'square' });
  const id = card._id;
  const said: string[] = [];
  await scene.act('ann', async (ann) => {
    await ann.checklist(id, 'Steps', ['Order parts', 'Fit them', 'Clean up', 'Pay']);
    for (const name of ['plan.pdf', 'photo.png']) await ann.attachment(id, name);
    for (const text of ['Which pump?', 'And when?']) said.push((await ann.comment(id, text))._id);
  });
  await scene.lapse(10 * MINUTE);
  await looks(scene);
  const told = () => replies(scene, cardPost(scene, 'team', 'Pump'));
  const before = told().length;
  const news = () => told().slice(before);
  const on = (at: number) => said[at] ?? '';
  const loses = async (...doings: ((bob: SimPerson) => Promise<unknown>)[]) => {
    for (const doing of doings) await scene.act('bob', doing, lost);
  };
  return { scene, id, on, news, loses };
}

async function looks(scene: Scene): Promise<void> {
  await scene.house.sweep();
  await scene.lapse(10 * MINUTE);
}

type Known = Awaited<ReturnType<typeof withCard>>;
type Doing = (bob: SimPerson, card: Known) => Promise<unknown>;

/** What can become of what hangs on a card, what is told when it was found, and what a webhook tells of it. */
const doings: readonly (readonly [string, string, Doing])[] = [
  ['description changed', 'bob changed the description', (bob, { id }) => bob.describe(id, 'It leaks')],
  ['changed', 'bob changed **Budget**', (bob, { id }) => bob.setCustomField(id, 'Budget', '42')],
  ['**Fit them** ticked', 'bob ticked', (bob, { id }) => bob.tick(id, 'Fit them')],
  ['**something** taken off the checklist', 'bob removed', (bob, { id }) => bob.removeItem(id, 'Pay')],
  ['**new.png** attached', 'bob attached', (bob, { id }) => bob.attachment(id, 'new.png')],
  ['**something** no longer attached', 'bob removed', (bob, { id }) => bob.detach(id, 'plan.pdf')],
  ['one comment edited\n> Both', 'bob edited a comment', (bob, { on }) => bob.editComment(on(0), 'Both')],
  ['one comment deleted', 'bob deleted a comment', (bob, { on }) => bob.deleteComment(on(0))],
];

describe('what became of a card’s details and no webhook told', () => {
  test.each(doings)('%s: is found once', async (found, _told, doing) => {
    const card = await withCard();
    await card.loses((bob) => doing(bob, card));
    await looks(card.scene);
    await looks(card.scene);
    expect(card.news()).toEqual([`Caught up: ${found}`]);
  });

  test.each(doings)('%s: its webhook that comes after all tells nothing', async (found, _told, doing) => {
    const card = await withCard();
    void doing(card.scene.house.hands[0].board('bob', late), card);
    await card.scene.lapse(1_000);
    await looks(card.scene);
    await card.scene.settle();
    expect(card.news()).toEqual([`Caught up: ${found}`]);
  });

  test.each(doings)('%s: what a webhook told is not found', async (_found, told, doing) => {
    const card = await withCard();
    await card.scene.act('bob', (bob) => doing(bob, card));
    await card.scene.lapse(10 * MINUTE);
    await looks(card.scene);
    expect(card.news()).toEqual([expect.stringContaining(told)]);
  });

  test('is told as one, kind by kind, with all names, or their number', async () => {
    const { scene, id, on, news, loses } = await withCard();
    await loses(
      (bob) => bob.tick(id, 'Order parts'),
      (bob) => bob.tick(id, 'Fit them'),
      (bob) => bob.removeItem(id, 'Clean up'),
      (bob) => bob.removeItem(id, 'Pay'),
      (bob) => bob.describe(id, 'It leaks'),
      (bob) => bob.setCustomField(id, 'Budget', '42'),
      (bob) => bob.moveCard(id, 'Done'),
      (bob) => bob.attachment(id, 'one.png'),
      (bob) => bob.attachment(id, 'two.png'),
      (bob) => bob.editComment(on(0), 'Which one?'),
      (bob) => bob.editComment(on(1), 'And where?'),
      (bob) => bob.comment(id, 'Soon'),
    );
    await looks(scene);
    expect(news()).toEqual([
      [
        'Caught up: moved from **To Do** to **Done**, description changed, changed, **Order parts, Fit them** ticked, 2 steps taken off the checklist, **one.png, two.png** attached, 2 comments edited, one comment',
        '> And where?\nbob commented:\n> Soon',
      ].join('\n'),
    ]);
  });

  test('is quoted as far as it fits into a message, and its names too', async () => {
    const { scene, id, on, news, loses } = await withCard();
    const names = Array.from({ length: 12 }, (_, at) => `photo of the whole pump ${at}.png`);
    await loses(...names.map((name) => (bob: SimPerson) => bob.attachment(id, name)), (bob) =>
      bob.editComment(on(0), 'drip '.repeat(600)),
    );
    await looks(scene);
    const [told = ''] = news();
    expect(/\*\*(.*)\*\* attached/.exec(told)?.[1]).toBe(`${names.join(', ').slice(0, 199)}…`);
    expect(/^> (.*)$/m.exec(told)?.[1]).toBe(`${'drip '.repeat(600).slice(0, 1_999)}…`);
  });

  test('is found where webhooks of other things on the card came through', async () => {
    const { scene, id, on, news, loses } = await withCard();
    await scene.act('bob', (bob) => bob.tick(id, 'Order parts'));
    await scene.act('bob', (bob) => bob.editComment(on(0), 'Both'));
    await loses(
      (bob) => bob.tick(id, 'Fit them'),
      (bob) => bob.editComment(on(1), 'Now?'),
    );
    await looks(scene);
    expect(news().at(-1)).toBe('Caught up: **Fit them** ticked, one comment edited\n> Now?');
  });

  test('is found after a command that did the same to another one, and nothing of the command’s', async () => {
    const { scene, id, news, loses } = await withCard();
    await loses((bob) => bob.tick(id, 'Fit them'));
    for (const words of ['check #2 order', 'check #2 add Sweep', 'describe #2 It leaks'])
      await says(scene, 'tom', words);
    await scene.lapse(10 * MINUTE);
    expect(news()).toHaveLength(3);
    await looks(scene);
    await looks(scene);
    expect(news().slice(3)).toEqual(['Caught up: **Fit them** ticked']);
  });
});
