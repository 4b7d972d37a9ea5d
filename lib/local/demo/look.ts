import type { SimEphemeral, SimPost } from '../../../tests/sims/mattermost/model.ts';
import type { MattermostSim } from '../../../tests/sims/mattermost/sim.ts';
import { attachmentsOf } from '../../../tests/sims/mattermost/world.ts';
import type { WekanSim } from '../../../tests/sims/wekan/sim.ts';
import type { SimCard } from '../../../tests/sims/wekan/world.ts';

/** Looks at what the fakes show to people. */

/** The card on the board with this title. */
export function cardTitled({ world }: WekanSim, title: string): SimCard | undefined {
  return world.cards.find((card) => card.title === title);
}

/** The title of a card's column. */
export function columnOf({ world }: WekanSim, { listId }: SimCard): string {
  return world.lists.find(({ _id }) => _id === listId)?.title ?? '?';
}

/** A card as the board shows it, in one line. */
export function cardLine({ world, board, ...wekan }: WekanSim, card: SimCard): string {
  const people = card.assignees.map((id) => world.users.find(({ _id }) => _id === id)?.username);
  const labels = card.labelIds.map((id) => board.labels.find(({ _id }) => _id === id)?.name);
  const due = card.dueAt && `due ${new Date(card.dueAt).toDateString()}`;
  const column = columnOf({ world, board, ...wekan }, card);
  return [`#${card.cardNumber} ${card.title}`, column, ...people, ...labels, due].filter(Boolean).join(' · ');
}

/** The living message of a card in a room. */
export function cardPost({ world }: MattermostSim, room: string, title: string): SimPost | undefined {
  return world.postsIn(room).find((post) => attachmentsOf(post)[0]?.title?.includes(title));
}

/** Markdown as people read it: without fences, escapes, stars and the addresses behind links. */
export function readable(markdown: string): string {
  return markdown
    .replaceAll(/\n*```\n*/g, '\n')
    .replaceAll('**', '')
    .replaceAll(/\[([^\]\n]*)\]\(http[^)\s]*\)/g, '$1')
    .replaceAll(/\\(\p{P}|\p{S})/gu, '$1')
    .trim();
}

/** A post as people read it: its text, or the card on it. */
export function readPost(post: SimPost): string {
  const cards = attachmentsOf(post).map(({ title, fields = [], text, actions = [] }) =>
    [
      [title, ...fields.map((field) => `${field.title}: ${field.value}`)].join(' · '),
      text,
      actions.map(({ name }) => `[${name}]`).join(' '),
    ]
      .filter(Boolean)
      .join('\n'),
  );
  return readable([post.message, ...cards].filter(Boolean).join('\n'));
}

/** What hangs in the thread under a post. */
export function readThread({ world }: MattermostSim, root: SimPost): string {
  return world.replies(root.id).map(readPost).join('\n');
}

/** What only this person was shown, and since when of it: everything after the first `after` of them. */
export function whispers(mattermost: MattermostSim, person: string, after = 0): readonly SimEphemeral[] {
  return mattermost.ephemerals(person).slice(after);
}

/** Everything that a duplicate could have changed, to be compared. */
export function everything({ mattermost, wekan }: { mattermost: MattermostSim; wekan: WekanSim }): unknown {
  return structuredClone({
    posts: [...mattermost.world.posts.values()],
    ephemerals: mattermost.world.ephemerals,
    cards: wekan.world.cards,
    comments: wekan.world.comments,
  });
}
