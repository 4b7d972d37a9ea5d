import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type House, openHouse } from './house.ts';
import { cardPosts, cardTitled, columnOf, heard, look, opens, types } from './sight.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.stop());
/** However busy the machine is: the house itself knows when nothing moves any more. */
const patient = 600_000;
const numbers = Array.from({ length: 50 }, (_, at) => at + 1);

describe('fifty commands of one person in ten seconds', () => {
  test(
    'are done in their order, none lost, none twice, each shown once',
    async () => {
      const tom = house.mattermost.as('tom');
      for (const number of numbers) {
        expect(await tom.command('town-square', `/card Flood ${number}.`)).toEqual({ shown: [] });
      }
      await house.settle();
      const titles = numbers.map((number) => `Flood ${number}.`);
      expect(house.wekan.world.cards.map(({ title }) => title)).toEqual(titles);
      for (const room of ['town-square', 'team']) {
        const shown = cardPosts(house, room).map((post) => look(post).title.replace(/^#\d+ /, ''));
        expect(shown.toSorted()).toEqual(titles.toSorted());
      }
      expect(heard(house, 'tom')).toEqual([]);
      expect(house.logged).toEqual([]);
    },
    patient,
  );

  test(
    'about one card end where the last one says, with as many answers as there were questions',
    async () => {
      const { card, ref, post } = await opens(house, 'ann', 'To and fro');
      const before = heard(house, 'ann').length;
      const ann = house.mattermost.as('ann');
      for (const number of numbers) {
        await ann.command(
          'town-square',
          `/card move ${ref} ${['to do', 'doing', 'review', 'done'][number % 4]}`,
        );
      }
      await house.lapse(60_000);
      expect(columnOf(house, card)).toBe('Review');
      expect(look(post).fields.Column).toBe('Review');
      const answers = heard(house, 'ann').slice(before);
      expect(answers).toHaveLength(50);
      expect(answers.at(-1)).toContain('**Review**');
      expect(house.logged).toEqual([]);
    },
    patient,
  );

  test(
    'hold up nobody else, and one that cannot be done holds up none of them',
    async () => {
      const tom = house.mattermost.as('tom');
      for (const number of numbers)
        await tom.command('town-square', `/card comment #1 ${number % 2 ? '' : 'On #1:'} number ${number}`);
      house.mattermost.addChannel('calm', { members: ['ann'], bot: true });
      expect(await types(house, 'ann', '/card Meanwhile @zaphod', { room: 'calm' })).toEqual([
        expect.stringMatching(/nobody called/),
      ]);
      await types(house, 'ann', '/card Meanwhile', { room: 'calm' });
      expect(cardTitled(house, 'Meanwhile').archived).toBe(false);
      const comments = house.wekan.world.comments.map(({ text }) => Number(/number (\d+)/.exec(text)?.[1]));
      expect(comments).toEqual(numbers);
    },
    patient,
  );

  test(
    'by several people at once on one card are all there',
    async () => {
      const { card, ref } = await opens(house, 'tom', 'Everybody at once');
      const { townSquare } = house.mattermost;
      const rooms = ['one', 'two', 'three'].map(
        (name) => house.mattermost.addChannel(name, { members: ['tom', 'ann'], bot: true }).id,
      );
      const before = house.wekan.world.comments.length;
      await Promise.all(
        [townSquare.id, ...rooms].flatMap((room) =>
          ['tom', 'ann'].map((name) =>
            house.mattermost.as(name).command(room, `/card comment ${ref} From ${name}`),
          ),
        ),
      );
      await Promise.all([
        house.mattermost.as('tom').command(townSquare.id, `/card label ${ref} #urgent`),
        house.mattermost.as('ann').command(rooms[0] ?? '', `/card move ${ref} done`),
        house.wekan.asUser('bob').assign(card._id, 'bob'),
      ]);
      for (let times = 0; times < 3; times++) await house.lapse(60_000);
      expect(house.wekan.world.comments).toHaveLength(before + 8);
      const post = cardPosts(house, 'town-square').find((each) =>
        look(each).title.includes('Everybody at once'),
      );
      expect(post && look(post).fields).toMatchObject({ Column: 'Done', Labels: 'urgent', People: 'bob' });
      expect(house.logged).toEqual([]);
    },
    patient,
  );
});
