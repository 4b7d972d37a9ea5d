import type { CardDetails } from '../../domain/card-details.ts';
import { NotYet } from '../../queue/waiting.ts';
import type { CardKey } from '../../store/card-record.ts';
import type { KnownDetails } from '../../store/details.ts';
import type { Parts } from '../parts.ts';
import { compare, GONE } from './compare.ts';
import { nameOf } from './fits.ts';
import { settled, stateOf, toldBy } from './marks.ts';
import { type DetailChange, detailKinds, thingsOf } from './things.ts';

/** Others write at the same time: a look, or what has been done by a command. */
const TRIES = 5;
/** How soon to come back when they always were faster. Milliseconds. */
const BEATEN_MS = 2_000;
/** So many gone things are remembered, and all that went at once. */
const MOST_GONE = 50;

/** A card whose details are known. */
export interface Detailed {
  readonly key: CardKey;
  readonly number: number;
}

type Store = Pick<Parts['store'], 'details'>;
type Known = KnownDetails['known'];

/** What comes of a decision, and what is known then; undefined for nothing new. */
export interface Decided<T> {
  readonly outcome: T;
  readonly known?: Known | undefined;
}

/** How details stand, and what is done about it. */
export interface Deciding<T> {
  /** Reads the details, after what was known of them: what is read is never older. Undefined where there is no need to. */
  readonly read: (known: Known) => Promise<CardDetails | undefined>;
  readonly decide: (known: Known, details: CardDetails) => Decided<T>;
}

/**
 * Decides something by what is known of a card's details and how they are now, and writes down what is known then. Decided anew whenever others
 * were faster. Undefined where nothing was read; a first look that has read the card before is refused all the same, as it lacks what is told now.
 * @throws NotYet when others are faster every time.
 */
export async function decideOn<T>(
  { details: book }: Store,
  { key, number }: Detailed,
  { read, decide }: Deciding<T>,
): Promise<T | undefined> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const before = await book.get(key, number);
    const details = await read(before.known);
    if (!details) {
      // Where somebody else has written since, such a look is refused for that, unless it was what has written.
      if ((await book.put(key, number, before, before.known)) || tries > 0) return undefined;
      continue;
    }
    const { outcome, known } = decide(before.known, details);
    if (!known || (await book.put(key, number, before, withoutOld(known, before.known)))) return outcome;
  }
  throw new NotYet(BEATEN_MS);
}

/** All that has changed since, and was told by nobody else; told again by the same event it is the same. */
export async function takeAll(
  store: Store,
  on: Detailed,
  read: () => Promise<CardDetails>,
  event: string,
): Promise<readonly DetailChange[]> {
  const decide = (before: Known, details: CardDetails) => {
    const { changes, known } = compare(before, details);
    const all = changes.reduce((now, change) => settled(now, change, { event, looked: true }), known);
    const outcome = [...toldBefore(before, details, event, changes), ...changes];
    return { outcome, known: changes.length > 0 ? all : undefined };
  };
  return (await decideOn(store, on, { read, decide })) ?? [];
}

/** What a run of this event has told that died after it. */
function toldBefore(
  known: Known,
  details: CardDetails,
  event: string,
  changes: readonly DetailChange[],
): readonly DetailChange[] {
  const kinds = detailKinds.filter((kind) => thingsOf(details).has(kind));
  return kinds.flatMap((kind) =>
    toldBy(known, kind, event)
      .filter(({ key }) => !changes.some((change) => change.key === key))
      .map((told) => ({
        ...{ kind, state: stateOf(known, told.key) },
        ...told,
        ...nameOf(details, kind, told.key),
      })),
  );
}

/** What goes makes room for itself alone: the run that tells it may die and be done again, and its webhooks may come late. */
function withoutOld(known: Known, before: Known): Known {
  const isGone = (of: Known) => (key: string) => stateOf(of, key) === GONE;
  const gone = Object.keys(known).filter(isGone(known));
  const old = new Set(gone.filter(isGone(before)));
  if (gone.length <= MOST_GONE || old.size === gone.length) return known;
  return Object.fromEntries(Object.entries(known).filter(([key]) => !old.has(key)));
}
