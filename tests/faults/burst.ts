import { type Fakes, rooms } from '../../lib/local/demo/fakes.ts';
import type { SimPost } from '../sims/mattermost/model.ts';
import { attachmentsOf } from '../sims/mattermost/world.ts';
import type { SimCard } from '../sims/wekan/world.ts';

/** One thing that somebody does. What a door took must show, once; what none took may show, but not twice. */
export interface Doing {
  readonly what: 'create' | 'command-comment' | 'board-comment' | 'move';
  readonly text: string;
  /** Does it. True when a door took it. */
  readonly act: () => Promise<boolean>;
  taken?: boolean;
}

export const guests = Array.from({ length: 10 }, (_, at) => `guest${at}`);
const columns = ['To Do', 'Doing', 'Review', 'Done'];

/** 200 commands of twelve people and 400 changes of two, mixed. */
export function burstOn(fakes: Fakes, cards: readonly SimCard[]): Doing[] {
  const { mattermost, wekan } = fakes;
  const typed = async (name: string, text: string) => {
    const { error, shown } = await mattermost.as(name).command(rooms.open, `/card ${text}`);
    return error === undefined && shown.length === 0;
  };
  /** Does something on the board; true when the webhook of just this was answered with 200. */
  const onBoard = async (act: () => Promise<unknown>, card: SimCard, sign: string) => {
    const from = wekan.hooks.sent.length;
    await act();
    const mine = wekan.hooks.sent.slice(from).filter(({ payload }) => {
      const { cardId, comment } = payload;
      return cardId === card._id && (sign === '' || comment === sign);
    });
    return mine.some(({ status }) => status === 200);
  };
  return Array.from({ length: 600 }, (_, at): Doing => {
    const card = cards[at % cards.length];
    if (!card) throw new Error('no cards');
    const text = `§${at}.`;
    const guest = guests[at % guests.length] ?? '';
    if (at % 12 < 3) return { what: 'create', text, act: () => typed(guest, text) };
    if (at % 12 === 3) {
      const name = at % 24 === 3 ? 'tom' : 'ann';
      const act = () => typed(name, `comment #${card.cardNumber} ${text}`);
      return { what: 'command-comment', text, act };
    }
    const bob = wekan.asUser('bob');
    if (at % 12 === 4) {
      const column = columns[at % columns.length] ?? '';
      return { what: 'move', text, act: () => onBoard(() => bob.moveCard(card._id, column), card, '') };
    }
    const act = () => onBoard(() => bob.comment(card._id, text), card, text);
    return { what: 'board-comment', text, act };
  });
}

/** What has been lost, or is there twice: each a sentence. */
export function wrong({ mattermost, wekan }: Fakes, doings: readonly Doing[]): readonly string[] {
  const told = [rooms.open, rooms.team].map((room) => linesIn(mattermost.world.postsIn(room)));
  const shown = [rooms.open, rooms.team].map((room) => titlesIn(mattermost.world.postsIn(room)));
  const made = wekan.world.cards.map(({ title }) => title);
  const written = wekan.world.comments.map(({ text }) => text.split('\n')[0] ?? '');
  return doings.flatMap(({ what, text, taken = false }) => {
    const counts: readonly (readonly [string, readonly string[], string])[] =
      what === 'create'
        ? [['a card', made, text], ...shown.map((each) => ['a living message', each, text] as const)]
        : what === 'command-comment'
          ? // Where it was asked for it is not told back.
            [
              ['a comment', written, text],
              ['told', told[1] ?? [], `> ${text}`],
            ]
          : what === 'board-comment'
            ? told.map((each) => ['told', each, `> ${text}`] as const)
            : [];
    return counts.flatMap(([name, all, wanted]) => {
      const count = all.filter((each) => each === wanted).length;
      const good = taken ? count === 1 : count <= 1;
      return good ? [] : [`${what} ${text}${taken ? '' : ', which no door took,'} is ${count} times ${name}`];
    });
  });
}

/** What the living messages of a card say of its column, room by room. */
export function columnsShown({ mattermost }: Fakes, title: string): readonly (string | undefined)[] {
  return [rooms.open, rooms.team].flatMap((room) =>
    mattermost.world
      .postsIn(room)
      .filter((post) => titlesIn([post]).includes(title))
      .map((post) => attachmentsOf(post)[0]?.fields?.find((field) => field.title === 'Column')?.value),
  );
}

function linesIn(posts: readonly SimPost[]): readonly string[] {
  return posts.flatMap(({ message }) => message.split('\n'));
}

function titlesIn(posts: readonly SimPost[]): readonly string[] {
  return posts.flatMap((post) => attachmentsOf(post).map(({ title = '' }) => title.replace(/^#\d+ /, '')));
}
