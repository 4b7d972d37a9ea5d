import type { House } from './house.ts';
import { markOf, viewOfCard, viewOfPost } from './views.ts';

/** What everybody can see in the end, free of ids and of the order in which rooms were reached. */
export function snapshotOf(house: House): unknown {
  return house.worlds.map((world) => {
    const { boardWorld, chat } = world;
    const ours = [...chat.posts.values()].filter((post) => markOf(post) && post.delete_at === 0);
    const cards = boardWorld.cards.map((card) => ({
      ...viewOfCard(world, card),
      description: unmarked(card.description),
      comments: boardWorld.comments
        .filter(({ cardId }) => cardId === card._id)
        .map(({ text }) => unmarked(text)),
    }));
    const living = ours
      .filter((post) => markOf(post)?.part === 'card')
      .map((post) => ({
        room: chat.channel(post.channel_id).name,
        under: post.root_id === '' ? '' : 'a thread',
        ...viewOfPost(post),
        // Where a move began is not known any more to a run that finds it done; replies take it from what was shown.
        last: (post.props.attachments as { readonly text: string }[])[0]?.text.replace(
          / from \*\*.*?\*\*/,
          '',
        ),
        // Which changes make one reply is a matter of time.
        news: ours
          .filter((each) => markOf(each)?.part === 'news' && each.root_id === (post.root_id || post.id))
          .flatMap(({ message }) => message.split('\n'))
          .sort(),
      }));
    return { team: world.id, cards: sorted(cards), living: sorted(living) };
  });
}

/** The answers that only the asking person saw, each once: in the room, or as a direct message. */
export function answersIn(house: House): readonly string[] {
  const answers = house.worlds.flatMap(({ chat }) => [
    ...chat.ephemerals.map(({ text }) => text),
    ...[...chat.posts.values()]
      .filter((post) => markOf(post)?.part === 'answer')
      .map(({ message }) => message),
  ]);
  return [...new Set(answers)].sort();
}

function unmarked(text: string): string {
  return text.replace(/cw-[\w-]+$/, 'cw');
}

function sorted<T>(all: readonly T[]): readonly T[] {
  return [...all].sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}
