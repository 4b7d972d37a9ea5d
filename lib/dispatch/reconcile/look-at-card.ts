import type { CardDetails } from '../../domain/card-details.ts';
import { lookOf } from '../../domain/card-look.ts';
import { type MetCard, wasShownSince } from '../../store/sweeps.ts';
import { enqueueFound } from './found.ts';
import { lookAtComments } from './look-at-comments.ts';
import { keepDetails, lookAtDetails } from './look-at-details.ts';
import type { Look, Looked, Looking } from './looking.ts';
import { shownOtherwise } from './shown-otherwise.ts';

/** What was done through the bridge may take so long until it has been told. Milliseconds. */
const BUSY_MS = 30_000;

const nothingKnown = { version: 0, known: {} } as const;

/**
 * Compares one card with what conversations were last shown of it and with the details that are known. What is different is queued as one
 * change, and only then taken down as seen: a run that dies in between finds it again, and what is told twice is told once.
 * @throws CardwireError what the board throws.
 */
export async function lookAtCard(looking: Looking, look: Look): Promise<Looked> {
  const { parts, team, connection } = looking;
  const { id, card, met, isNew } = look;
  const key = { team: team.id, board: connection.id, card: id };
  const now = lookOf(card);
  const shown = await shownOtherwise(looking, look, now);
  const known = met?.details ?? nothingKnown;
  const details: CardDetails = card ? { ...look.details, values: card.values } : {};
  const other = lookAtDetails(looking, known, details);
  if (shown.length + other.changes.length > 0 && (await isBusy(looking, look))) return 'busy';
  const comments = details.comments && (await lookAtComments(looking, look, details.comments));
  const changes = [...shown, ...other.changes, ...(comments?.changes ?? [])];
  await enqueueFound(looking, id, changes);

  const number = met?.number ?? card?.number;
  if (number !== undefined) {
    if (!met && (isNew || looking.isFirst)) await parts.store.cards.meet(key, number, isNew);
    const gone = !card || card.archived;
    const seen = { card: id, number, look: now, checked: met?.shown ?? 0, gone };
    const isAsBefore = met && now === met.look && gone === met.gone && !wasShownSince(met);
    if (!isAsBefore || comments?.areOther) {
      await parts.store.sweeps.saw(key, { ...seen, ...(comments && { comments: comments.all }) });
    }
    await keepDetails(looking, seen, known, other);
  }
  return changes.length > 0 ? 'different' : 'same';
}

/**
 * Compares the details of a card to which nothing else seems to have happened.
 * @throws CardwireError what the board throws.
 */
export async function lookAtMet(looking: Looking, met: MetCard, details: CardDetails): Promise<Looked> {
  const { parts, team, connection } = looking;
  const look = { id: met.card, met, isNew: false };
  const other = lookAtDetails(looking, met.details, details);
  if (other.changes.length > 0 && (await isBusy(looking, look))) return 'busy';
  const comments = details.comments && (await lookAtComments(looking, look, details.comments));
  const changes = [...other.changes, ...(comments?.changes ?? [])];
  await enqueueFound(looking, met.card, changes);
  const key = { team: team.id, board: connection.id };
  if (comments?.areOther) await parts.store.sweeps.saw(key, { ...met, comments: comments.all });
  await keepDetails(looking, met, met.details, other);
  return changes.length > 0 ? 'different' : 'same';
}

async function isBusy({ parts, team, connection }: Looking, { id }: Pick<Look, 'id'>): Promise<boolean> {
  const record = await parts.store.cards.get({ team: team.id, board: connection.id, card: id });
  const last = record?.story.at(-1);
  return last !== undefined && parts.now() - last.at < BUSY_MS;
}
