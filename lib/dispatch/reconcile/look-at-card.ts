import { type Change, type ChangeEvent, EVENT_VERSION } from '../../../schemas/event.ts';
import type { Board } from '../../boards/board.ts';
import type { Card, CardId } from '../../domain/card.ts';
import { stableId } from '../../domain/ids.ts';
import { type MetCard, shortId } from '../../store/sweeps.ts';
import type { ThreadRecord } from '../../store/thread-record.ts';
import type { BoardConnection, Team } from '../../teams/team.ts';
import { faceOf, goneFace } from '../face.ts';
import { newestFace } from '../newest-face.ts';
import { type Difference, differences, lookOf } from './differences.ts';
import type { ReconcileParts } from './parts.ts';

/** One board at work. */
export interface Looking {
  readonly parts: ReconcileParts;
  readonly team: Team;
  readonly connection: BoardConnection;
  readonly board: Board;
  /** The board was not looked at before, or not for long: what is found is nothing that people have just missed, and nobody is told of it. */
  readonly isFirst: boolean;
}

/** A card to be compared: what the board says of it, undefined when it is gone, and what is known of it. */
export interface Look {
  readonly id: CardId;
  readonly card: Card | undefined;
  readonly met: MetCard | undefined;
  /** It stood nowhere on the board before. */
  readonly isNew: boolean;
}

/** `busy`: somebody is changing it through the bridge right now; it is to be looked at again. */
export type Looked = 'same' | 'different' | 'busy';

/** What was done through the bridge may take so long until it has been told. Milliseconds. */
const BUSY_MS = 30_000;

/** More comments than any board keeps in view; of a card with more, the newest are compared. */
const MOST_COMMENTS = 300;

/**
 * Compares one card with what conversations were last shown of it and with the comments that are known. What is different is queued as one
 * change, and only then taken down as seen: a run that dies in between finds it again, and what is told twice is told once.
 * @throws CardwireError what the board throws.
 */
export async function lookAtCard(looking: Looking, look: Look): Promise<Looked> {
  const { parts, team, connection } = looking;
  const { id, card, met, isNew } = look;
  const key = { team: team.id, board: connection.id, card: id };
  const now = lookOf(card);
  const found = now === met?.look ? [] : await differencesOf(looking, look, now);
  if (found.length > 0 && (await isBusy(parts, key))) return 'busy';
  const comments = card && (await commentsOf(looking, look));
  const changes = [...found, ...(comments?.news ?? []).map(commentFound)];
  if (changes.length > 0) await parts.enqueue([eventOf(looking, id, now, changes)]);

  const number = met?.number ?? card?.number;
  if (number !== undefined) {
    if (isNew && !met) await parts.store.cards.meet(key, number, true);
    const seen = { card: id, number, look: now, gone: !card || card.archived };
    if (seen.look !== met?.look || seen.gone !== met.gone || comments?.areOther) {
      const known = comments?.all ?? met?.comments;
      await parts.store.sweeps.saw(key, { ...seen, ...(known && { comments: known }) });
    }
  }
  return changes.length > 0 ? 'different' : 'same';
}

/**
 * Looks for comments alone, on a card that nothing else seems to have happened to: one call.
 * @throws CardwireError what the board throws.
 */
export async function lookAtComments(looking: Looking, met: MetCard): Promise<Looked> {
  const { parts, team, connection } = looking;
  const { all, news, areOther } = await commentsOf(looking, { id: met.card, met, isNew: false });
  const changes = news.map(commentFound);
  if (changes.length > 0) await parts.enqueue([eventOf(looking, met.card, met.look ?? '', changes)]);
  const key = { team: team.id, board: connection.id };
  if (areOther) await parts.store.sweeps.saw(key, { ...met, comments: all });
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

async function isBusy({ store, now }: ReconcileParts, key: Parameters<typeof store.cards.get>[0]) {
  const last = (await store.cards.get(key))?.story.at(-1);
  return last !== undefined && now() - last.at < BUSY_MS;
}

interface Comments {
  readonly all: readonly string[];
  readonly areOther: boolean;
  /** Ids of those that nobody has come upon before. */
  readonly news: readonly string[];
}

/** The bridge's own comments are no news; where a card is looked at for the first time, those that stand there are taken as known. */
async function commentsOf(
  { parts, team, connection, board, isFirst }: Looking,
  { id, met, isNew }: Pick<Look, 'id' | 'met' | 'isNew'>,
): Promise<Comments> {
  const heads = (await board.commentsOn(id)).slice(-MOST_COMMENTS);
  const before = isFirst ? undefined : (met?.comments ?? (isNew ? [] : undefined));
  const all = heads.map((head) => shortId(head.id));
  const unknown = before ? heads.filter((head) => !before.includes(shortId(head.id))) : [];
  const key = { team: team.id, board: connection.id, card: id };
  const news: string[] = [];
  for (const { id: comment, author } of unknown) {
    if (author === connection.self) continue;
    if ((await parts.store.sweeps.commentOwner(key, comment)) === undefined) news.push(comment);
  }
  return { all, news, areOther: met?.comments === undefined || met.comments.join() !== all.join() };
}

function commentFound(comment: string): Omit<Change, 'card'> {
  return { kind: 'comment', step: 'added', comment };
}

function eventOf(
  { parts, team, connection, isFirst }: Looking,
  card: CardId,
  look: string,
  changes: readonly Omit<Change, 'card'>[],
): ChangeEvent {
  const [change = { kind: 'edit', card }, ...more] = changes.map((each): Change => ({ ...each, card }));
  const at = parts.now();
  return {
    ...{ v: EVENT_VERSION, kind: 'change', at, team: team.id, connection: connection.id },
    generation: connection.generation,
    // A card can honestly come to look the same twice.
    id: `sweep:${stableId(card, look, String(at))}`,
    change,
    caughtUp: true,
    ...(isFirst ? { quiet: true } : {}),
    ...(more.length === 0 ? {} : { more }),
  };
}
