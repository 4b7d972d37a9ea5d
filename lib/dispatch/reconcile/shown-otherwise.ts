import type { CardFace } from '../../../schemas/delivery.ts';
import { type MetCard, wasShownSince } from '../../store/sweeps.ts';
import type { ThreadRecord } from '../../store/thread-record.ts';
import { faceOf, goneFace } from '../face.ts';
import { newestFace } from '../newest-face.ts';
import { type Difference, differences } from './differences.ts';
import type { Look, Looking } from './looking.ts';

/**
 * In what a card is other than conversations were shown; a new one that stands in none is a difference by itself.
 * @param now how it looks (`lookOf`).
 */
export async function shownOtherwise(
  { parts, team, connection }: Looking,
  { id, card, met, isNew }: Look,
  now: string,
): Promise<readonly Difference[]> {
  if (met && now === met.look && !wasShownSince(met)) return [];
  const revision = parts.now();
  const threads = await parts.store.threads.ofCard({ team: team.id, board: connection.id, card: id });
  const standing = threads.flatMap((thread) => lastFaceOf(thread) ?? []);
  if (standing.length === 0) return isNew && !met && card ? [{ kind: 'create' }] : [];
  const face = card ? faceOf(team, connection, card, undefined) : goneFace(id, revision, parts.now());
  const all = standing.flatMap((shown) => differences(shown, face, { now, before: lookBefore(shown, met) }));
  return [...new Map(all.map((each) => [each.kind, each])).values()];
}

/** What a conversation shows, or will have been shown once all that is on its way has come. */
function lastFaceOf({ state, shown, next }: ThreadRecord): CardFace | undefined {
  if (!state || !shown) return undefined;
  return next ? newestFace(shown, next) : shown;
}

/**
 * With how it looked when a conversation was shown it, unless that was before the last look: then the last look has compared the two, and what it found
 * need not be there yet, or was refused.
 */
function lookBefore({ look, revision }: CardFace, met: MetCard | undefined): string | undefined {
  return revision > (met?.checked ?? 0) ? (look ?? met?.look) : met?.look;
}
