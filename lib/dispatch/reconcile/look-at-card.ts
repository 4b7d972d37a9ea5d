import type { CardDetails } from '../../domain/card-details.ts';
import type { MetCard } from '../../store/sweeps.ts';
import type { ThreadRecord } from '../../store/thread-record.ts';
import { faceOf, goneFace } from '../face.ts';
import { newestFace } from '../newest-face.ts';
import { type Difference, differences, lookOf } from './differences.ts';
import { enqueueFound } from './found.ts';
import { lookAtComments } from './look-at-comments.ts';
import { keepDetails, lookAtDetails } from './look-at-details.ts';
import type { Look, Looked, Looking } from './looking.ts';

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
  const shown = now === met?.look ? [] : await differencesOf(looking, look, now);
  const known = met?.details ?? nothingKnown;
  const details: CardDetails = card ? { ...look.details, values: card.values } : {};
  const other = lookAtDetails(looking, known, details);
  if (shown.length + other.changes.length > 0 && (await isBusy(looking, look))) return 'busy';
  const comments = details.comments && (await lookAtComments(looking, look, details.comments));
  const changes = [...shown, ...other.changes, ...(comments?.changes ?? [])];
  await enqueueFound(looking, id, changes);

  const number = met?.number ?? card?.number;
  if (number !== undefined) {
    if (isNew && !met) await parts.store.cards.meet(key, number, true);
    const seen = { card: id, number, look: now, gone: !card || card.archived };
    if (seen.look !== met?.look || seen.gone !== met.gone || comments?.areOther) {
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

async function differencesOf(looking: Looking, look: Look, now: string): Promise<readonly Difference[]> {
  const { parts, team, connection } = looking;
  const { id, card, met, isNew } = look;
  const revision = parts.now();
  const threads = await parts.store.threads.ofCard({ team: team.id, board: connection.id, card: id });
  const standing = threads.flatMap((thread) => lastFaceOf(thread) ?? []);
  if (standing.length === 0) return isNew && !met && card ? [{ kind: 'create' }] : [];
  const face = card ? faceOf(team, connection, card, undefined) : goneFace(id, revision, parts.now());
  const all = standing.flatMap((shown) => differences(shown, face, { now, before: met?.look }));
  return [...new Map(all.map((each) => [each.kind, each])).values()];
}

/** What a conversation shows, or will have been shown once all that is on its way has come. */
function lastFaceOf({ state, shown, next }: ThreadRecord) {
  if (!state || !shown) return undefined;
  return next ? newestFace(shown, next) : shown;
}

async function isBusy({ parts, team, connection }: Looking, { id }: Pick<Look, 'id'>): Promise<boolean> {
  const record = await parts.store.cards.get({ team: team.id, board: connection.id, card: id });
  const last = record?.story.at(-1);
  return last !== undefined && parts.now() - last.at < BUSY_MS;
}
