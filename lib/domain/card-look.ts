import type { Card } from './card.ts';
import { stableId } from './ids.ts';

/** The parts of a card that people are shown and that are compared when the board is looked at. */
const lookParts = ['title', 'column', 'people', 'labels', 'due', 'state'] as const;

export type LookPart = (typeof lookParts)[number];

/**
 * How a card looks on the board: a short hash of each part, by the board's own ids, as somebody or a column may be called something else without a
 * change. `gone` for a card that is not there.
 */
export function lookOf(card: Card | undefined): string {
  if (!card) return 'gone';
  const said: Record<LookPart, string> = {
    title: card.title,
    column: card.column.id,
    people: idsOf(card.assignees),
    labels: idsOf(card.labels),
    due: card.due ?? '',
    state: String(card.archived),
  };
  return lookParts.map((part) => stableId(part, said[part]).slice(0, 6)).join('.');
}

/** The parts in which two looks differ: all of them where one is not known, or is of a card that is gone. */
export function otherParts(now: string, before: string | undefined): readonly LookPart[] {
  const [these, those] = [now.split('.'), before?.split('.')];
  return lookParts.filter((_, at) => !those || those[at] !== these[at]);
}

function idsOf(all: readonly { readonly id: string }[]): string {
  return all
    .map(({ id }) => id)
    .toSorted()
    .join(' ');
}
