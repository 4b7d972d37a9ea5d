import type { Happening, Missed } from '../../schemas/delivery.ts';
import type { Change, ChangeEvent } from '../../schemas/event.ts';
import { cut } from '../channels/cut.ts';
import type { Card, CardComment } from '../domain/card.ts';
import { asOne } from './as-one.ts';
import type { CardNow } from './card-now.ts';
import { missedDetails } from './details/missed.ts';
import { isAboutDetails } from './details/things.ts';
import { nameOf } from './face.ts';
import type { Parts } from './parts.ts';
import { LONGEST_MISSED, MOST_QUOTED } from './quotes.ts';
import type { Told } from './tell.ts';

interface MissedOn extends CardNow {
  readonly card: Card;
}

/**
 * What an event that was found by looking tells, as one happening; a quiet one when others have told it all.
 * @throws CardwireError what the board throws.
 */
export async function foundByLooking(parts: Parts, on: CardNow, event: ChangeEvent): Promise<Told> {
  const { card } = on;
  const missed = card && (await happeningMissed(parts, { ...on, card }, event));
  const nothing = { kind: card ? 'edit' : 'delete', caughtUp: true, at: event.at } as const;
  const quiet = event.quiet === true || (card !== undefined && missed === undefined);
  return { happenings: [{ ...(missed ?? nothing), id: event.id }], quiet };
}

/** Undefined when others have told it all. A comment is told by the first event that claims it, and so is a detail. */
async function happeningMissed(
  parts: Parts,
  on: MissedOn,
  event: ChangeEvent,
): Promise<Happening | undefined> {
  const changes = [event.change, ...(event.more ?? [])];
  const looks = changes.filter((change) => change.kind !== 'comment' && !isAboutDetails(change));
  const missed = looks.map(
    (change): Missed => ({ ...deed(event, change), id: `${event.id}:${change.kind}` }),
  );
  const details = await missedDetails(parts, on, event, changes);
  return asOne([...missed, ...details, ...(await missedComments(parts, on, event, changes))]);
}

async function missedComments(
  parts: Parts,
  { board, key, team, connection: { product } }: MissedOn,
  event: ChangeEvent,
  changes: readonly Change[],
): Promise<readonly Missed[]> {
  const own: string[] = [];
  for (const { comment, step } of changes) {
    if (comment === undefined || step !== 'added') continue;
    if ((await parts.store.sweeps.claimComment(key, comment, event.id)) === event.id) own.push(comment);
  }
  const unquoted = own.slice(0, -MOST_QUOTED);
  const quoted = (await Promise.all(own.slice(-MOST_QUOTED).map((id) => board.comment(key.card, id)))).filter(
    (comment) => comment !== undefined,
  );
  const comment = (id: string): Missed => ({ id, kind: 'comment', step: 'added', at: event.at });
  return [
    ...unquoted.slice(0, 1).map((id) => ({ ...comment(id), count: unquoted.length })),
    ...quoted.map(({ id, text, author, on }: CardComment) => ({
      ...comment(id),
      ...(on && { subject: on }),
      comment: cut(text, LONGEST_MISSED),
      ...(author && { who: nameOf(team, product, author) }),
    })),
  ];
}

function deed({ at }: ChangeEvent, { kind, subject, fromName }: Change): Omit<Missed, 'id'> {
  return {
    kind,
    ...(subject === undefined ? {} : { subject }),
    ...(fromName === undefined ? {} : { from: fromName }),
    at,
  };
}
