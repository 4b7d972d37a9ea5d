import type { CardFace } from '../../../schemas/delivery.ts';
import type { Change } from '../../../schemas/event.ts';
import { type LookPart, otherParts } from '../../domain/card-look.ts';

/** What is found to be different on a card, without a comment. */
export type Difference = Pick<Change, 'kind' | 'subject' | 'fromName'>;

/**
 * What of a card is other than a conversation was shown.
 * @param look how it looks now, and how it looked before, if that is known: what is the same in both is not looked for.
 */
export function differences(
  shown: CardFace,
  face: CardFace,
  look: { readonly now: string; readonly before: string | undefined },
): readonly Difference[] {
  const parts = otherParts(look.now, look.before);
  if (face.state === 'deleted')
    return shown.state === 'deleted' || parts.length === 0 ? [] : [{ kind: 'delete' }];
  return parts.flatMap((part) => compare[part](shown, face));
}

type Compare = (shown: CardFace, face: CardFace) => readonly Difference[];

/** The parts of a card, by the kind of change that they are told as. */
const compare: Readonly<Record<LookPart, Compare>> = {
  title: (shown, face) => (shown.title === face.title ? [] : [{ kind: 'edit', subject: 'title' }]),
  column: (shown, face) => (shown.column === face.column ? [] : [{ kind: 'move', fromName: shown.column }]),
  people: (shown, face) => (isSame(shown.people, face.people) ? [] : [{ kind: 'assign' }]),
  labels: (shown, face) => (isSame(shown.labels, face.labels) ? [] : [{ kind: 'label' }]),
  due: (shown, face) => (shown.due === face.due ? [] : [{ kind: 'due' }]),
  state: (shown, face) => {
    if (shown.state === face.state) return [];
    return [{ kind: face.state === 'archived' ? 'archive' : 'restore' }];
  },
};

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.toSorted().join('\n') === others.toSorted().join('\n');
}
