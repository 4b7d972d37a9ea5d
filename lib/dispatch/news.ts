import type { CardFace, Happening, Missed } from '../../schemas/delivery.ts';
import { asOne, missedOf } from './as-one.ts';

/**
 * What of several happenings is news to somebody who was shown `shown` and is about to be shown `face`. Hooks are hints: what a
 * card looks like is news only where the face differs from the one shown, so that what came twice, late or out of order is passed
 * over. Of several happenings of one such kind the last one speaks for the way from the shown face to the new one. What was
 * said or attached is news by itself.
 */
export function newsOf(
  happenings: readonly Happening[],
  shown: CardFace | undefined,
  face: CardFace,
): readonly Happening[] {
  const ordered = inOrder(happenings);
  const last = new Map(
    ordered.filter(({ caughtUp }) => !caughtUp).map((happening) => [happening.kind, happening.id]),
  );
  const isSpokenFor = ({ kind, id }: Pick<Happening, 'kind' | 'id'>) =>
    comparable(kind) && last.has(kind) && last.get(kind) !== id;
  return ordered
    .map((happening) => {
      if (happening.caughtUp) return missedNews(happening, isSpokenFor, shown, face);
      if (isSpokenFor(happening)) return undefined;
      return shown ? againstShown(happening, shown, face) : againstNothing(happening, face);
    })
    .filter((happening) => happening !== undefined);
}

/** What of all that was missed is news. Nobody knows who opened the card; that it is there is news to those who have not seen it. */
function missedNews(
  happening: Happening,
  isSpokenFor: (missed: Missed) => boolean,
  shown: CardFace | undefined,
  face: CardFace,
): Happening | undefined {
  const news = missedOf(happening)
    .filter((missed) => !isSpokenFor(missed))
    .map((missed) => {
      if (shown) return againstShown(missed, shown, face);
      return missed.kind === 'create' ? missed : againstNothing(missed, face);
    })
    .filter((missed) => missed !== undefined);
  const one = asOne(news);
  // It keeps its id: by that it is known again.
  return one && { ...one, id: happening.id };
}

/** As they happened on the board, where it says so of each: it may tell them in another order (Taiga's queue workers do). */
function inOrder(happenings: readonly Happening[]): readonly Happening[] {
  const known = happenings.every(({ happened }) => happened !== undefined);
  return known
    ? happenings.toSorted((one, other) => (one.happened ?? 0) - (other.happened ?? 0))
    : happenings;
}

type Kind = Happening['kind'];

const comparableKinds: readonly Kind[] = ['move', 'assign', 'label', 'due', 'archive', 'restore', 'delete'];

function comparable(kind: Kind): boolean {
  return comparableKinds.includes(kind);
}

/** That somebody once opened the card is not worth a line. */
function againstNothing(happening: Happening, face: CardFace): Happening | undefined {
  if (happening.kind === 'create' && happening.who === undefined) return undefined;
  return happening.kind === 'move' ? { ...happening, to: face.column } : happening;
}

function againstShown(happening: Happening, shown: CardFace, face: CardFace): Happening | undefined {
  switch (happening.kind) {
    case 'create':
      return undefined;
    case 'move':
      if (shown.column === face.column) return undefined;
      return { ...happening, from: shown.column, to: face.column };
    case 'assign':
      return changedNames(happening, shown.people, face.people);
    case 'label':
      return changedNames(happening, shown.labels, face.labels);
    case 'due':
      if (shown.due === face.due) return undefined;
      return { ...happening, step: face.due === undefined ? 'removed' : 'edited' };
    case 'edit':
      return happening.subject === 'title' && shown.title === face.title ? undefined : happening;
    case 'archive':
    case 'restore':
    case 'delete':
      return shown.state === face.state ? undefined : happening;
    default:
      return happening;
  }
}

/** Boards do not always say who was assigned: the faces do. */
function changedNames(
  happening: Happening,
  before: readonly string[],
  after: readonly string[],
): Happening | undefined {
  const added = after.filter((name) => !before.includes(name));
  if (added.length > 0) return { ...happening, step: 'added', subject: added.join(', ') };
  const removed = before.filter((name) => !after.includes(name));
  if (removed.length > 0) return { ...happening, step: 'removed', subject: removed.join(', ') };
  return undefined;
}
