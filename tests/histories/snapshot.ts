import type { SimPost } from '../sims/mattermost/model.ts';
import { attachmentsOf } from '../sims/mattermost/world.ts';
import type { House } from './house.ts';
import { markOf } from './views.ts';

/** What everybody can see in the end, free of ids and of the order in which rooms were reached. */
export function snapshotOf(house: House): unknown {
  return house.worlds.map(({ id: team, board, chats, chat: { posts, channels } }) => {
    const cards = board.cards().map(({ id, view }) => ({ ...view, ...board.texts(id) }));
    const ours = chats.flatMap((chat) => chat.posts());
    const living = ours
      .filter(({ part }) => part === 'card')
      .map(({ id, conversation, thread, view }) => ({
        room: channels.get(conversation.split(':')[2] ?? '')?.name,
        under: thread === id ? '' : 'a thread',
        ...view,
        // Where a move began is not known any more to a run that finds it done; replies take it from what was shown.
        last: lastOf(posts.get(id)),
        // Which changes make one reply is a matter of time.
        news: ours
          .filter((each) => each.part === 'news' && each.thread === thread)
          .flatMap(({ text }) => text.split('\n'))
          .sort(),
      }));
    return { team, cards: sorted(cards), living: sorted(living) };
  });
}

/** The answers that only the asking person saw, each once: in the room, or as a direct message. */
export function answersIn(house: House): readonly string[] {
  const answers = house.worlds.flatMap(({ mattermost, chat }) => [
    ...mattermost.whispers(),
    ...[...chat.posts.values()]
      .filter((post) => markOf(post)?.part === 'answer')
      .map(({ message }) => message),
  ]);
  return [...new Set(answers)].sort();
}

function lastOf(post: Pick<SimPost, 'props'> | undefined): unknown {
  return post && attachmentsOf(post)[0]?.text?.replace(/ from \*\*.*?\*\*/, '');
}

function sorted<T>(all: readonly T[]): readonly T[] {
  return [...all].sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}
