import { en } from '../../lib/texts/en.ts';
import type { SimPost } from '../sims/mattermost/model.ts';
import { attachmentsOf } from '../sims/mattermost/world.ts';

/** What people see of a card, on the board or on its living message. Of a deleted card that is all there is. */
export interface View {
  readonly state: 'open' | 'archived' | 'deleted';
  readonly title?: string;
  readonly column?: string;
  readonly people?: string;
  readonly labels?: string;
}

export const goneView: View = { state: 'deleted' };

/** Everything that something has looked like, in order. */
export class Trail {
  readonly views: View[] = [];
  private last = '';

  /** Takes down a look, if it is another one. */
  add(view: View): void {
    const text = JSON.stringify(view);
    if (text === this.last) return;
    this.last = text;
    this.views.push(view);
  }
}

export function same(one: View, other: View): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The mark that the bridge's own posts carry. */
export function markOf({ props }: Pick<SimPost, 'props'>) {
  return props.cardwire as { readonly id: string; readonly part: string } | undefined;
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

/** The link that a living message has to its card. */
export function linkOfPost(post: Pick<SimPost, 'props'>): string | undefined {
  const [attachment] = attachmentsOf(post);
  return attachment?.title_link;
}

interface Attachment {
  readonly color?: string;
  readonly title?: string;
  readonly fields?: readonly { readonly title: string; readonly value: string }[];
}
