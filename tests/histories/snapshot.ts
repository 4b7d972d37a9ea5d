import type { House } from './house.ts';

/** What everybody can see in the end, free of ids and of the order in which rooms were reached. */
export function snapshotOf(house: House): unknown {
  return house.worlds.map(({ id: team, board, chats }) => {
    const cards = board.cards().map(({ id, view }) => ({ ...view, ...board.texts(id) }));
    const ours = chats.flatMap((chat) => chat.posts());
    const living = ours
      .filter(({ part }) => part === 'card')
      .map(({ id, room, thread, view, last }) => ({
        room,
        under: thread === id ? '' : 'a thread',
        ...view,
        // Where a move began is not known any more to a run that finds it done; replies take it from what was shown.
        last: last?.replace(/ from \*\*.*?\*\*/, ''),
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
  const answers = house.worlds.flatMap(({ chats }) => chats.flatMap((chat) => chat.whispers()));
  return [...new Set(answers)].sort();
}

function sorted<T>(all: readonly T[]): readonly T[] {
  return [...all].sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}
