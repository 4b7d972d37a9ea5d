import type { House } from '../flows/house.ts';
import type { BoardHands } from './board-hands.ts';
import { type Calls, createCounter } from './counting.ts';

/** What a person or a board does, and what both rooms show when all it causes has been done. */
interface Happening {
  readonly name: string;
  readonly run: () => Promise<unknown>;
  readonly shows: (post: string) => boolean;
  /** Comes from chat: a board that tells its own writes does so of this one. */
  readonly echoes?: true;
}

/** Longer than a burst, so that each happening is told by itself; all of them together sooner than names are forgotten. Milliseconds. */
const APART = 15_000;

/** A board that tells before it has stored is read so much later at the latest. Milliseconds. */
const EARLY = 5_000;

/** Plays each kind of happening on a warm house and counts its calls; what a board tells of our own writes is counted by itself. */
export async function countHappenings(
  house: House,
  hands: BoardHands,
): Promise<readonly { readonly name: string; readonly calls: Calls }[]> {
  const rooms = [house.mattermost.townSquare.id, house.mattermost.world.channel('team').id];
  const posts = () => [...house.mattermost.world.posts.values()];
  const inBoth = (fits: (post: string) => boolean) => () =>
    rooms.every((id) => posts().some((post) => post.channel_id === id && fits(JSON.stringify(post))));

  const count = createCounter(house, hands.requests);
  const counted: { readonly name: string; readonly calls: Calls }[] = [];
  for (const { name, run, shows, echoes } of happeningsOf(house, hands)) {
    house.pass(APART);
    if (echoes) hands.echo?.hold();
    count();
    await run();
    await house.lapse(EARLY);
    await house.until(name, inBoth(shows));
    counted.push({ name, calls: count() });
    if (!echoes || !hands.echo) continue;
    await hands.echo.release();
    await house.settle();
    counted.push({ name: '  its echo', calls: count() });
  }
  const warmUps = hands.echo ? 2 : 1;
  return counted.slice(warmUps);
}

function happeningsOf({ mattermost }: House, hands: BoardHands): readonly Happening[] {
  const tom = mattermost.as('tom');
  const { first, next, last } = hands.columns;
  const types = (text: string) => () => tom.command('town-square', `/card ${text}`);
  return [
    {
      name: 'warm-up: a card from a command',
      run: types('First card'),
      shows: (post) => post.includes('First card'),
      echoes: true,
    },
    {
      name: 'a card from a command, two targets',
      run: types('Second card'),
      shows: (post) => post.includes('Second card'),
      echoes: true,
    },
    {
      name: 'a move on the board, two targets',
      run: () => hands.move('Second card', next),
      shows: (post) => post.includes(`from **${first}** to **${next}**`),
    },
    {
      name: 'a label on the board, two targets',
      run: () => hands.label('Second card', 'urgent'),
      shows: (post) => post.includes('Second card') && post.includes('urgent'),
    },
    {
      name: 'a comment on the board, two targets',
      run: () => hands.comment('Second card', 'Looks good'),
      shows: (post) => post.includes('> Looks good'),
    },
    {
      name: 'a comment from chat, two targets',
      run: types('comment #2 On my way'),
      shows: (post) => post.includes('> On my way'),
      echoes: true,
    },
    {
      name: 'a move from chat, two targets',
      run: types(`move #2 ${last}`),
      shows: (post) => post.includes(`from **${next}** to **${last}**`),
      echoes: true,
    },
  ];
}
