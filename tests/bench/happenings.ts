import type { House } from '../flows/house.ts';
import { type Calls, createCounter } from './counting.ts';

/** What a person or a board does, and how to know that everything it causes has been done. */
interface Happening {
  readonly name: string;
  readonly run: () => Promise<void>;
}

/** Longer than a burst, so that each happening is told by itself. Milliseconds. */
const APART = 60_000;

/** Plays each kind of happening on a warm house and counts its calls. */
export async function countHappenings(house: House): Promise<readonly { name: string; calls: Calls }[]> {
  const tom = house.mattermost.as('tom');
  const ann = house.wekan.asUser('ann');
  const roomId = house.mattermost.townSquare.id;
  const teamId = house.mattermost.world.channel('team').id;
  const posts = () => [...house.mattermost.world.posts.values()];
  const inBoth = (fits: (post: string) => boolean) => () =>
    [roomId, teamId].every((id) =>
      posts().some((post) => post.channel_id === id && fits(JSON.stringify(post))),
    );
  const card = () => house.wekan.world.cards.find(({ title }) => title === 'Second card')?._id ?? '';

  const happenings: readonly Happening[] = [
    {
      name: 'warm-up: a card from a command',
      run: async () => {
        await tom.command('town-square', '/card First card');
        await house.until(
          'the first card',
          inBoth((post) => post.includes('First card')),
        );
      },
    },
    {
      name: 'a card from a command, two targets',
      run: async () => {
        await tom.command('town-square', '/card Second card');
        await house.until(
          'the second card',
          inBoth((post) => post.includes('Second card')),
        );
      },
    },
    {
      name: 'a move on the board, two targets',
      run: async () => {
        await ann.moveCard(card(), 'Doing');
        await house.until(
          'the move',
          inBoth((post) => post.includes('from **To Do** to **Doing**')),
        );
      },
    },
    {
      name: 'a label on the board, two targets',
      run: async () => {
        await ann.label(card(), 'urgent');
        await house.lapse(5_000);
        await house.until(
          'the label',
          inBoth((post) => post.includes('Second card') && post.includes('urgent')),
        );
      },
    },
    {
      name: 'a comment on the board, two targets',
      run: async () => {
        await ann.comment(card(), 'Looks good');
        await house.until(
          'the comment',
          inBoth((post) => post.includes('> Looks good')),
        );
      },
    },
    {
      name: 'a comment from chat, two targets',
      run: async () => {
        await tom.command('town-square', '/card comment #2 On my way');
        await house.until(
          'the answer',
          inBoth((post) => post.includes('> On my way')),
        );
      },
    },
  ];

  const count = createCounter(house);
  const counted = [];
  for (const { name, run } of happenings) {
    house.pass(APART);
    count();
    await run();
    await settled(house);
    counted.push({ name, calls: count() });
  }
  return counted.slice(1);
}

/** Until no more calls are made: completions come after what can be seen. */
async function settled(house: House): Promise<void> {
  let calls = -1;
  const made = () => house.wekan.requests.length + house.mattermost.requests.length;
  while (calls !== made()) {
    calls = made();
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
