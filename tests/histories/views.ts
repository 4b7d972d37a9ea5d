import { displayNameOf } from '../../lib/teams/people.ts';
import { en } from '../../lib/texts/en.ts';
import type { SimPost } from '../sims/mattermost/model.ts';
import { attachmentsOf } from '../sims/mattermost/world.ts';
import type { SimCard } from '../sims/wekan/world.ts';
import type { TeamWorld } from './team-world.ts';

/** What people see of a card, on the board or on its living message. Of a deleted card that is all there is. */
export interface View {
  readonly state: 'open' | 'archived' | 'deleted';
  readonly title?: string;
  readonly column?: string;
  readonly people?: string;
  readonly labels?: string;
}

/** A card as it stands on the board now; `undefined` stands for one that is gone. */
export function viewOfCard(world: TeamWorld, card: SimCard | undefined): View {
  if (!card) return { state: 'deleted' };
  const { users, lists } = world.boardWorld;
  const people = card.assignees.map((id) => {
    const user = users.find(({ _id }) => _id === id);
    return displayNameOf(world.team, 'wekan', user?.username ?? '');
  });
  const labels = card.labelIds.map((id) => world.board.labels.find(({ _id }) => _id === id)?.name ?? '');
  return {
    state: card.archived ? 'archived' : 'open',
    title: `#${card.cardNumber} ${card.title}`,
    column: lists.find(({ _id }) => _id === card.listId)?.title ?? '?',
    people: people.join(', '),
    labels: labels.join(', '),
  };
}

/** A living message as it stands in the chat now. */
export function viewOfPost(post: Pick<SimPost, 'props'>): View {
  const [attachment] = attachmentsOf(post) as readonly (Attachment | undefined)[];
  const state =
    attachment?.color === '#c0392b' ? 'deleted' : attachment?.color === '#8a8f99' ? 'archived' : 'open';
  if (state === 'deleted') return { state };
  const field = (title: string) => attachment?.fields?.find((each) => each.title === title)?.value ?? '';
  return {
    state,
    title: attachment?.title ?? '',
    column: field(en['field-column']),
    people: field(en['field-people']),
    labels: field(en['field-labels']),
  };
}

/** The id of the card that a living message is about; undefined when it says none. */
export function cardOfPost(post: Pick<SimPost, 'props'>): string | undefined {
  const [attachment] = attachmentsOf(post);
  return attachment?.title_link?.split('/').at(-1);
}

/** The mark that the bridge's own posts carry. */
export function markOf({
  props,
}: Pick<SimPost, 'props'>): { readonly id: string; readonly part: string } | undefined {
  return props.cardwire as { readonly id: string; readonly part: string } | undefined;
}

interface Attachment {
  readonly color?: string;
  readonly title?: string;
  readonly fields?: readonly { readonly title: string; readonly value: string }[];
}
