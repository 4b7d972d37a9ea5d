import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type DiscordHouse, openDiscordHouse } from './discord-house.ts';
import type { House } from './house.ts';
import { cardPost, cardPosts, heard, look, opens, types } from './sight.ts';

let all: DiscordHouse;
let house: House;
beforeAll(async () => {
  all = await openDiscordHouse();
  house = all.house;
  await opens(house, 'tom', 'Was there before');
  await house.lapse(60_000);
});
afterAll(() => all.stop());
afterEach(() => house.wekan.faults.clear());

const MINUTE = 60_000;
const goesAway = () => house.wekan.faults.add({ kind: 'hang-up' }, { times: 100_000 });
const comesBack = async () => {
  house.wekan.faults.clear();
  for (let times = 0; times < 4; times++) await house.lapse(2 * MINUTE);
};
const titles = () => house.wekan.world.cards.map(({ title }) => title);
const later = async (minutes: number) => {
  for (let passed = 0; passed < minutes; passed += 2) await house.lapse(2 * MINUTE);
};

describe('while the board is away, in Mattermost', () => {
  test('a person hears at once that it is noted; others are served; the cards come in order, with their links', async () => {
    goesAway();
    const [noted = '', ...more] = await types(house, 'tom', '/card First in line due:tomorrow');
    expect(more).toEqual([]);
    expect(noted).toMatch(
      /does not answer[\s\S]*kept[\s\S]*The link of the card follows[\s\S]*First in line/,
    );
    await types(house, 'tom', '/card Second in line');
    const [help = ''] = await types(house, 'ann', '/card help');
    expect(help).toContain('/card move');
    const dueOn = new Date(house.now() + 24 * 60 * MINUTE).toISOString().slice(0, 10);
    await later(40);
    expect(titles()).not.toContain('First in line');

    const before = heard(house, 'tom').length;
    await comesBack();
    expect(titles().slice(-2)).toEqual(['First in line', 'Second in line']);
    for (const title of ['First in line', 'Second in line'])
      expect(look(cardPost(house, 'town-square', title)).fields.Column).toBe('To Do');
    expect(house.wekan.world.cards.find(({ title }) => title === 'First in line')?.dueAt).toContain(dueOn);
    // The post in the room says it all.
    expect(heard(house, 'tom')).toHaveLength(before);
  });

  test('what shows in no room is answered in a direct message when the command can be answered no more', async () => {
    goesAway();
    expect(await types(house, 'ann', '/card show #1')).toEqual([expect.stringContaining('kept')]);
    expect((await types(house, 'ann', '/card due #1 none')).join()).not.toContain('link of the card');
    await later(40);
    await comesBack();
    const last = heard(house, 'ann').slice(-2);
    expect(last).toEqual([
      expect.stringContaining('Was there before'),
      expect.stringMatching(/has no due date any more/),
    ]);
  });
});

describe('while the board is away, on Discord', () => {
  const posts = (title: string) =>
    all.discord.messages('general').filter(({ text, buttons }) => buttons.length > 0 && text.includes(title));
  const private_ = () => all.discord.ephemerals('tom').map(({ text }) => text);

  test.each([
    ['a while', 6],
    ['longer than a command can be answered', 40],
  ])(
    'for %s: noted at once, the card with its link in the end, nothing left thinking',
    async (how, minutes) => {
      goesAway();
      const title = `Away for ${how}`;
      await all.discord.as('tom').types('general', '/card create', { title });
      await house.settle();
      expect(private_().at(-1)).toMatch(/does not answer[\s\S]*kept[\s\S]*The link of the card follows/);
      await later(minutes);
      await comesBack();
      expect(titles().filter((each) => each === title)).toHaveLength(1);
      expect(posts(title)).toHaveLength(1);
      expect(cardPosts(house, 'team').length).toBeGreaterThan(0);
      expect(private_().filter((text) => text === '')).toEqual([]);
    },
  );

  test('a second command is seen to be taken, and what becomes of it was told with the first', async () => {
    goesAway();
    const tom = all.discord.as('tom');
    await tom.types('general', '/card create', { title: 'Before' });
    await house.settle();
    expect(private_().at(-1)).toMatch(/Whatever else you ask for here until then is kept, too/);
    await tom.types('general', '/card create', { title: 'After' });
    await house.settle();
    const thinking = '';
    expect(private_().at(-1)).toBe(thinking);
    await later(2);
    await comesBack();
    expect(titles().slice(-2)).toEqual(['Before', 'After']);
    expect(private_().filter((text) => text === thinking)).toEqual([]);
  });

  test('what shows nowhere is answered in a direct message when the command can be answered no more', async () => {
    goesAway();
    await all.discord.as('tom').types('general', '/card show', { card: '#1' });
    await house.settle();
    expect(private_().at(-1)).toContain('kept');
    await later(40);
    await comesBack();
    const direct = all.discord.messages(all.discord.direct('tom').id).map(({ text }) => text);
    expect(direct.join(' ')).toContain('Was there before');
  });
});
