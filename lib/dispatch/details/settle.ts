import type { ChangeEvent } from '../../../schemas/event.ts';
import type { Board } from '../../boards/board.ts';
import type { Card } from '../../domain/card.ts';
import type { CardDetails } from '../../domain/card-details.ts';
import type { KnownDetails } from '../../store/details.ts';
import type { Parts } from '../parts.ts';
import { compare } from './compare.ts';
import { fits, isMeant, isWholeLine, nameOf, type Said } from './fits.ts';
import { answered, settled, stateOf, toldBy, unanswered } from './marks.ts';
import { type Decided, type Deciding, type Detailed, decideOn } from './take.ts';
import { type DetailChange, type DetailKind, detailKinds, isAboutDetails, kindKey } from './things.ts';

/** A card that was read, on its board. */
export interface CardOn extends Pick<Detailed, 'key'> {
  readonly board: Pick<Board, 'read' | 'stepsOn' | 'filesOn' | 'commentsOn' | 'comment'>;
  readonly card: Card;
}

type Store = Pick<Parts, 'store'>;
type Known = KnownDetails['known'];

/**
 * Whether what a webhook tells of a detail was found by looking before the webhook came, and told. What it tells is known from then on: no look finds
 * it again.
 * @param comment the board's own id of the comment that the webhook is about, where that is known.
 * @throws CardwireError what the board throws: of what the webhook is about, it is asked how it stands.
 */
export async function isToldAlready(
  { store }: Store,
  { key, board, card }: CardOn,
  { id: event, change }: Pick<ChangeEvent, 'id' | 'change'>,
  comment: string | undefined,
): Promise<boolean> {
  const kind = detailKinds.find((each) => each === change.kind);
  if (!kind || !isAboutDetails(change) || card.number === undefined) return false;
  const said: Said = comment === undefined ? change : { ...change, comment };
  const decide = (before: Known, details: CardDetails): Decided<boolean> => {
    if (toldBy(before, kind, event).length > 0) return { outcome: false };
    const { changes, known } = compare(before, details);
    const meant = meantBy(said, changes);
    if (meant.length > 0) return { outcome: false, known: settle(known, asManyAs(said, meant), event) };
    const [late] = meantBy(said, foundBefore(before, details, kind, said));
    return late ? { outcome: true, known: answered(before, late.key) } : { outcome: false };
  };
  const read = readLookedAt(board, card, kind);
  return (await decideOn(store, { key, number: card.number }, { read, decide })) ?? false;
}

/** What was found by looking and told, and no webhook has come for: of the same kind as what is said, and what became of it too. */
function foundBefore(
  known: Known,
  details: CardDetails,
  kind: DetailKind,
  { step }: Said,
): readonly DetailChange[] {
  return unanswered(known, kind, step).map((key) => ({
    ...{ kind, key, state: stateOf(known, key) },
    ...(step ? { step } : {}),
    ...nameOf(details, kind, key),
  }));
}

/**
 * No more than are said of. Of what has no name by now, or was not named, one is as good as another: each other one has a webhook of its own, and is
 * found by looking where that is lost. Of steps a webhook names one. An older deployment queued several names in one
 * line.
 */
function asManyAs(
  { kind, subject, subjects }: Said,
  meant: readonly DetailChange[],
): readonly DetailChange[] {
  const inLine = kind === 'checklist' ? undefined : subject?.split(', ').length;
  return meant.slice(0, subjects?.length ?? inLine ?? 1);
}

/** Not every board says which comment was deleted by the id that it had (Taiga). */
function meantBy(said: Said, changes: readonly DetailChange[]): readonly DetailChange[] {
  const fitting = changes.filter((each) => fits(each, said));
  const [whole] = said.subjects ? [] : fitting.filter((each) => isWholeLine(each, said));
  const meant = whole ? [whole] : fitting;
  if (meant.length > 0 || said.step !== 'removed') return meant;
  const { comment: _, ...unnamed } = said;
  return changes.filter((each) => fits(each, unnamed));
}

/**
 * What a command has done to a card's details is known from then on, and no look finds it: it was told as that person's doing.
 * @param done each thing that was done, with the one name that it has.
 */
export async function settleOwn(
  { store }: Store,
  { key, board, card }: CardOn,
  event: string,
  done: readonly Said[],
): Promise<void> {
  if (card.number === undefined) return;
  for (const kind of detailKinds) {
    const said = done.filter((each) => each.kind === kind && isAboutDetails(each));
    if (said.length === 0) continue;
    const decide = (before: Known, details: CardDetails): Decided<void> => {
      const { changes, known } = compare(before, details);
      const own = said.flatMap(({ subject, ...each }) =>
        ownOf(changes, subject === undefined ? each : { ...each, subject, subjects: [subject] }),
      );
      return { outcome: undefined, known: own.length > 0 ? settle(known, own, event) : undefined };
    };
    const read = readLookedAt(board, card, kind);
    await decideOn(store, { key, number: card.number }, { read, decide });
  }
}

/** By its name, else what it may be: a board may write a name otherwise. */
function ownOf(changes: readonly DetailChange[], said: Said): readonly DetailChange[] {
  const exact = changes.filter((each) => fits(each, said));
  if (exact.length > 0) return exact;
  const { subject: _, subjects: __, ...unnamed } = said;
  return changes.filter((each) => fits(each, unnamed) && isMeant(each, said)).slice(0, 1);
}

function settle(known: Known, told: readonly DetailChange[], event: string): Known {
  return told.reduce((now, change) => settled(now, change, { event, looked: false }), known);
}

/** Of a kind that nobody has looked at, nothing can be found to be other: it need not be read. */
function readLookedAt(board: CardOn['board'], card: Card, kind: DetailKind): Deciding<unknown>['read'] {
  return async (known) => (known[kindKey(kind)] === undefined ? undefined : readDetails(board, card, kind));
}

/** The details of one kind as they are now: what was read of the card before may be older than what others have told since. */
export async function readDetails(
  board: CardOn['board'],
  card: Card,
  kind: DetailKind,
): Promise<CardDetails> {
  switch (kind) {
    case 'edit': {
      const now = await board.read(card.id);
      return now ? { values: now.values } : {};
    }
    case 'checklist': {
      const steps = await board.stepsOn(card.id);
      return steps ? { steps } : {};
    }
    case 'attachment': {
      const files = await board.filesOn(card.id);
      return files ? { files } : {};
    }
    case 'comment':
      return { comments: await board.commentsOn(card.id) };
  }
}
