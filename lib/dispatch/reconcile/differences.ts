import type { CardFace } from '../../../schemas/delivery.ts';
import type { Change } from '../../../schemas/event.ts';
import type { Card } from '../../domain/card.ts';
import { stableId } from '../../domain/ids.ts';

/** What is found to be different on a card, without a comment. */
export type Difference = Pick<Change, 'kind' | 'subject' | 'fromName'>;

/** The parts of a card that are compared, by the kind of change that they are told as. */
const parts = ['title', 'column', 'people', 'labels', 'due', 'state'] as const;

type Part = (typeof parts)[number];

/** How a card looks on the board, part by part, by the board's own ids: somebody or a column may be called something else without a change. */
export function lookOf(card: Card | undefined): string {
  if (!card) return 'gone';
  const said: Record<Part, string> = {
    title: card.title,
    column: card.column.id,
    people: idsOf(card.assignees),
    labels: idsOf(card.labels),
    due: card.due ?? '',
    state: String(card.archived),
  };
  return parts.map((part) => stableId(part, said[part]).slice(0, 6)).join('.');
}

function idsOf(all: readonly { readonly id: string }[]): string {
  return all
    .map(({ id }) => id)
    .toSorted()
    .join(' ');
}

/**
 * What of a card is other than a conversation was shown.
 * @param look how it looks now, and how it looked when it was last looked at, if it was: what is the same in both is not looked for.
 */
export function differences(
  shown: CardFace,
  face: CardFace,
  look: { readonly now: string; readonly before: string | undefined },
): readonly Difference[] {
  const [now, before] = [look.now.split('.'), look.before?.split('.')];
  const isOther = (part: Part) => !before || before[parts.indexOf(part)] !== now[parts.indexOf(part)];
  if (face.state === 'deleted') return shown.state === 'deleted' ? [] : [{ kind: 'delete' }];
  return parts.filter(isOther).flatMap((part) => compare[part](shown, face));
}

type Compare = (shown: CardFace, face: CardFace) => readonly Difference[];

const compare: Readonly<Record<Part, Compare>> = {
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
