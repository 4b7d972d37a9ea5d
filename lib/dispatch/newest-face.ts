import type { CardFace } from '../../schemas/delivery.ts';

/**
 * Which of two looks of a card is the newer one. The board was asked for a look at one moment (`revision`) and had answered at another
 * (`answered`), and the card looked so in between: what was asked for after the other had been answered is newer for certain. Where both were
 * on their way at once no board says which came first, nor does a version (a drag on a Taiga board has none, taiga.md A2.3). Then they are
 * `crossed`, unless people see no difference: the card has to be read once more, after both of them, before it is shown.
 * Of a deleted card all that is left is what was shown of it.
 */
export function newestFace(shown: CardFace | undefined, next: CardFace): CardFace {
  if (shown === undefined) return next;
  if (isAfter(shown, next)) return shown;
  const look = asKnown(shown, next);
  if (isAfter(next, shown)) return look;
  const revision = Math.max(shown.revision, next.revision);
  const answered = Math.max(answeredAt(shown), answeredAt(next));
  const either = { ...(next.revision < shown.revision ? shown : look), revision, answered };
  const sure = looksSame(look, shown) && !shown.crossed && !next.crossed;
  return sure ? either : { ...either, crossed: true };
}

/** A look that is newer than what was known of the card: of a deleted one, what was known is all there is to show, and its number with it. */
export function asKnown(known: CardFace, face: CardFace): CardFace {
  if (face.state !== 'deleted') return face;
  const { number } = known;
  return { ...face, ...visible(known), ...(number === undefined ? {} : { number }), state: 'deleted' };
}

/** True when both look the same to people: when they were read is none of their business. */
export function looksSame(one: CardFace, other: CardFace): boolean {
  return written(visible(one)) === written(visible(other));
}

/** True when one was asked for after the other had been answered. */
function isAfter(one: CardFace, other: CardFace): boolean {
  return one.revision > answeredAt(other);
}

function answeredAt({ revision, answered = revision }: CardFace): number {
  return answered;
}

/** The table gives back what it holds in an order of its own. */
function written(face: object): string {
  const parts = Object.entries(face).filter(([, value]) => value !== undefined);
  return JSON.stringify(parts.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** What people see of it. */
function visible({
  revision: _,
  answered: __,
  crossed: ___,
  look: ____,
  number: _____,
  ...rest
}: CardFace): Omit<CardFace, 'revision'> {
  return rest;
}
