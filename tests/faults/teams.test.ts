import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type House, openHouse } from '../flows/house.ts';
import { addSecondTeam } from '../flows/second-team.ts';
import { cardPost, heard, opens, replies } from '../flows/sight.ts';
import { openTaigaHouse } from '../flows/taiga-house.ts';
import type { SimCard } from '../sims/wekan/world.ts';
import { toldOn } from './scan.ts';

let house: House;
let ours: SimCard;
let theirs: Awaited<ReturnType<typeof addSecondTeam>>;
beforeAll(async () => {
  house = await openHouse();
  theirs = await addSecondTeam(house);
  ({ card: ours } = await opens(house, 'tom', '§Ours'));
  await house.mattermost.as('other').command('town-square', '/theirs §Theirs');
  for (const _ of [1, 2]) await house.lapse(60_000);
});
afterAll(() => house.stop());
const rest = () => house.lapse(60_000);
const types = async (text: string) => {
  const [before, calls] = [heard(house, 'other').length, house.wekan.requests.length];
  await house.mattermost.as('other').command('town-square', `/theirs ${text}`);
  await house.settle();
  const made = house.wekan.requests
    .slice(calls)
    .map(({ method, path }) => `${method} ${path.replace(/\/\w{17}/g, '/:id')}`);
  return { told: heard(house, 'other').slice(before), made };
};

test.each(['show', 'comment', 'move', 'done', 'follow', 'archive'])(
  '25 team A’s command naming team B’s card is “not found”, and costs what a card costs that there is not: %s',
  async (verb) => {
    const text = { comment: ' §hello', move: ' out' }[verb] ?? '';
    const state = () => JSON.stringify([house.wekan.world.cards, house.wekan.world.comments]);
    const before = state();
    const link = (board: string, card: string) => `${house.wekan.url}/b/${board}/x/${card}`;
    const foreign = await types(`${verb} ${link(house.wekan.board._id, ours._id)}${text}`);
    const nobodys = await types(`${verb} ${link(theirs.board, 'aaaaaaaaaaaaaaaaa')}${text}`);
    for (const { told } of [foreign, nobodys]) expect(told).toEqual([expect.stringMatching(/do not find/)]);
    // Their own board in the link, our card's id: still nothing.
    const bent = await types(`${verb} ${link(theirs.board, ours._id)}${text}`);
    expect(bent.told).toEqual([expect.stringMatching(/do not find/)]);
    // No timing to tell them apart by: the same calls of the board, or none at all.
    expect(bent.made.length).toBeLessThanOrEqual(nobodys.made.length + 1);
    expect(foreign.made.length).toBeLessThanOrEqual(nobodys.made.length);
    expect(state()).toBe(before);
  },
);

test('25 A’s webhook address with a card of B’s board tells nobody anything', async () => {
  const posts = house.mattermost.world.posts.size;
  for (const description of ['act-moveCard', 'act-addComment', 'act-archivedCard', 'act-deleteCard']) {
    const body = JSON.stringify({
      text: '§x',
      cardId: ours._id,
      boardId: house.wekan.board._id,
      description,
    });
    const { status } = await fetch(theirs.webhook, { method: 'POST', body });
    expect(status).toBe(200);
  }
  await rest();
  await rest();
  expect(house.mattermost.world.posts.size).toBe(posts);
  expect(replies(house, cardPost(house, 'team', '§Ours'))).toEqual([]);
});

test('25 a webhook that names another board leaves an audit line, and nothing else', async () => {
  const all = await openTaigaHouse();
  const other = all.taiga.world.projects.find(({ slug }) => slug === 'other')?.id ?? 0;
  all.listenTo(other);
  const posts = all.house.mattermost.world.posts.size;
  await all.taiga.asUser('ann').createCard({ title: '§Elsewhere', project: other });
  await all.rest();
  expect(all.house.lines.filter((line) => line.includes('change-of-another-board')).length).toBeGreaterThan(
    0,
  );
  expect(all.house.mattermost.world.posts.size).toBe(posts);
  expect(all.house.lines.join()).not.toContain('§');
  await all.stop();
});

test('27 log scan during the rows above', () => {
  expect(toldOn(house)).toEqual([]);
  expect(house.logged).toEqual([]);
});
