import type { CardFace } from '../../../schemas/delivery.ts';
import type { CardId } from '../../domain/card.ts';
import { type MetCard, wasShownSince } from '../../store/sweeps.ts';
import type { ThreadRecord } from '../../store/thread-record.ts';
import { faceOf, goneFace } from '../face.ts';
import { hearersOf } from '../hearers.ts';
import { newestFace } from '../newest-face.ts';
import { type Difference, differences } from './differences.ts';
import type { Look, Looking } from './looking.ts';

/**
 * In what a card is other than conversations were shown; a new one that stands in none is a difference by itself.
 * @param now how it looks (`lookOf`).
 */
export async function shownOtherwise(
  looking: Looking,
  { id, card, met, isNew }: Look,
  now: string,
): Promise<readonly Difference[]> {
  const { parts, team, connection } = looking;
  if (met && now === met.look && !wasShownSince(met)) return [];
  const revision = parts.now();
  const standing = (await hearing(looking, id)).flatMap((thread) => standingIn(thread, met) ?? []);
  if (standing.length === 0) return isNew && !met && card ? [{ kind: 'create' }] : [];
  const face = card ? faceOf(team, connection, card, undefined) : goneFace(id, revision, parts.now());
  const all = standing.flatMap(({ shown, before }) => differences(shown, face, { now, before }));
  return [...new Map(all.map((each) => [each.kind, each])).values()];
}

/** The threads of conversations that hear of the card. What stands where nobody follows it any more stays as it was, and is no reason to tell others. */
async function hearing({ parts, team, connection }: Looking, card: CardId): Promise<readonly ThreadRecord[]> {
  const key = { team: team.id, board: connection.id, card };
  const [threads, record] = await Promise.all([parts.store.threads.ofCard(key), parts.store.cards.get(key)]);
  const hearers = await hearersOf(parts, { team, record });
  return threads.filter((thread) => hearers.some(({ conversation }) => conversation === thread.conversation));
}

/** What a conversation shows, and the look that the present one is compared with. */
interface Standing {
  readonly shown: CardFace;
  readonly before: string | undefined;
}

/**
 * What a conversation shows, or will have been shown once all that is on its way has come. It is compared by its own look; but what the last look has
 * compared, by that one's: what it found need not be there yet, or was refused.
 */
function standingIn(
  { state, shown, next, nth = 0 }: ThreadRecord,
  met: MetCard | undefined,
): Standing | undefined {
  if (!state || !shown) return undefined;
  const latest = next ? newestFace(shown, next) : shown;
  // Of a card that the last look has only passed by (`unheard`) it has compared nothing.
  const isCompared = latest === shown && met?.look && nth <= (met.checked ?? 0);
  return { shown: latest, before: isCompared ? met.look : (latest.look ?? met?.look) };
}
