import type { ChangeEvent } from '../../schemas/event.ts';
import type { CardId } from '../domain/card.ts';
import { NotYet } from '../queue/waiting.ts';
import type { CardNow } from './card-now.ts';
import { faceOf, goneFace } from './face.ts';
import { foundByLooking } from './found-by-looking.ts';
import { heardByWebhook } from './heard-by-webhook.ts';
import type { Parts } from './parts.ts';
import { teamFor } from './team-for.ts';
import { tellFollowers } from './tell.ts';

/** Some boards tell before they have stored (wekan.md A1.6): give them this long before reading. Milliseconds. */
const EARLY_MS = 3_000;

/** What was found by looking may be the bridge's own doing, which is about to be told: it is for so long. Milliseconds. */
const OWN_MS = 10_000;

/**
 * Tells everyone who hears of a card what happened to it on the board. The webhook is a hint: what is shown is what one read of the
 * card says. Has no effect of its own but queued deliveries, which know each other again, so it may be done twice.
 */
export async function onChange(parts: Parts, event: ChangeEvent): Promise<void> {
  const { change } = event;
  const from = await whereItComesFrom(parts, event);
  if (!from) return;
  const wait = event.caughtUp ? OWN_MS : change.early ? EARLY_MS : 0;
  const tooEarly = event.at + wait - parts.now();
  if (wait > 0 && tooEarly > 0) throw new NotYet(tooEarly);

  const { team, connection } = from;
  const key = { team: team.id, board: connection.id, card: change.card as CardId };
  let record = await parts.store.cards.get(key);
  if (!record && team.teamChannels.length === 0) return;

  const board = await parts.board(team, connection);
  const revision = parts.now();
  const card = await board.read(key.card);
  const columns = card ? await board.columns() : [];
  if (card?.number !== undefined && record?.number === undefined)
    record = await parts.store.cards.meet(key, card.number, change.kind === 'create');
  const face = card
    ? faceOf(team, connection, card, record?.owner?.name)
    : goneFace(key.card, revision, parts.now());
  const { at, replayed = false } = event;
  const on = { team, connection, board, key, card };
  const told = event.caughtUp
    ? await foundByLooking(parts, on, event)
    : await heardByWebhook(parts, on, event, columns);
  await tellFollowers(parts, { team, key, record, face, columns, at, replayed, ...told });
}

/** The connection that the change is of; undefined, and logged, where its address or its board is the team's no more. */
async function whereItComesFrom(
  parts: Pick<Parts, 'team' | 'log'>,
  event: ChangeEvent,
): Promise<Pick<CardNow, 'team' | 'connection'> | undefined> {
  const { change, generation, unsigned, caughtUp } = event;
  const about = { team: event.team, connection: event.connection };
  const team = await teamFor(parts, event);
  const connection = team?.boards[event.connection];
  // What was found by looking came by no address.
  const isRevoked = connection?.generation !== generation && !caughtUp;
  if (!team || !connection || isRevoked) {
    parts.log.warn('change-of-revoked-address', about);
    return undefined;
  }
  if (change.board !== undefined && change.board !== connection.board) {
    parts.log.warn('change-of-another-board', about);
    return undefined;
  }
  if (unsigned) parts.log.warn('webhook-unsigned', about);
  return { team, connection };
}
