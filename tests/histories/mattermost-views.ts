import { en } from '../../lib/texts/en.ts';
import type { SimPost } from '../sims/mattermost/model.ts';
import { attachmentsOf } from '../sims/mattermost/world.ts';
import type { View } from './views.ts';

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

/** What a living message says happened last. */
export function lastOfPost(post: Pick<SimPost, 'props'>): string {
  return attachmentsOf(post)[0]?.text ?? '';
}

/** The link that a living message has to its card. */
export function linkOfPost(post: Pick<SimPost, 'props'>): string | undefined {
  const [attachment] = attachmentsOf(post);
  return attachment?.title_link;
}

interface Attachment {
  readonly text?: string;
  readonly color?: string;
  readonly title?: string;
  readonly fields?: readonly { readonly title: string; readonly value: string }[];
}
