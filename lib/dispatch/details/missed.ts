import type { Missed } from '../../../schemas/delivery.ts';
import type { Change, ChangeEvent } from '../../../schemas/event.ts';
import { cut } from '../../channels/cut.ts';
import type { Card } from '../../domain/card.ts';
import type { CardDetails } from '../../domain/card-details.ts';
import type { Parts } from '../parts.ts';
import { LONGEST_MISSED } from '../quotes.ts';
import { inPatience } from './patience.ts';
import { type CardOn, readDetails } from './settle.ts';
import { takeAll } from './take.ts';
import { type DetailChange, detailKinds, isAboutDetails } from './things.ts';

/** Characters of all names that are told as one. */
const LONGEST_NAMES = 200;

/**
 * What an event that was found by looking tells of a card's details: as they are now, and but for what others have told by now. What is alike is told
 * as one, with all names, or their number where there are none.
 * @throws CardwireError what the board throws.
 */
export async function missedDetails(
  parts: Pick<Parts, 'store' | 'now'>,
  { board, key, card }: CardOn,
  event: ChangeEvent,
  changes: readonly Change[],
): Promise<readonly Missed[]> {
  const found = changes.filter(isAboutDetails);
  const kinds = detailKinds.filter((kind) => found.some((change) => change.kind === kind));
  if (kinds.length === 0 || card.number === undefined) return [];
  const read = async () => {
    let details: CardDetails = {};
    for (const kind of kinds) {
      const readKind = () => readDetails(board, card, kind);
      details = { ...details, ...(await inPatience(parts, event.at, readKind, {})) };
    }
    return details;
  };
  const taken = await takeAll(parts.store, { key, number: card.number }, read, event.id);
  const groups = [...Map.groupBy(taken, likeness).entries()].map(async ([like, all]) =>
    asMissed({ id: `${event.id}:${like}`, at: event.at }, all, await saidNow(board, card, all)),
  );
  return Promise.all(groups);
}

/** What an edited comment says now: of several, the last one. Who has edited it is not known. */
async function saidNow(
  board: CardOn['board'],
  { id }: Card,
  all: readonly DetailChange[],
): Promise<string | undefined> {
  const edited = all.at(-1)?.comment;
  const stored = edited === undefined ? undefined : await board.comment(id, edited);
  return stored && cut(stored.text, LONGEST_MISSED);
}

/** Parts of the card have texts of their own each. */
function likeness({ kind, step, subject }: DetailChange): string {
  return `${kind}:${(kind === 'edit' ? subject : step) ?? ''}`;
}

function asMissed(
  of: Pick<Missed, 'id' | 'at'>,
  all: readonly DetailChange[],
  comment: string | undefined,
): Missed {
  const [first] = all;
  const names = all.flatMap(({ subject }) => subject ?? []);
  return {
    ...{ ...of, kind: first?.kind ?? 'edit' },
    ...(first?.step && { step: first.step }),
    ...(names.length > 0 ? { subject: cut(names.join(', '), LONGEST_NAMES) } : {}),
    ...(names.length === 0 && all.length > 1 ? { count: all.length } : {}),
    ...(comment === undefined ? {} : { comment }),
  };
}
