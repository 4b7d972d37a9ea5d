import {
  type CardDelivery,
  type CardFace,
  DELIVERY_VERSION,
  type Happening,
} from '../../schemas/delivery.ts';
import { cut } from '../channels/cut.ts';
import type { Column } from '../domain/card.ts';
import type { CardKey } from '../store/card-record.ts';
import { type Audience, hearersOf, type Loudness } from './hearers.ts';
import type { Parts } from './parts.ts';

/** Something that happened to a card, and who need not be told of it. */
export interface Tiding extends Audience {
  readonly key: CardKey;
  readonly face: CardFace;
  readonly columns: readonly Column[];
  readonly happenings: readonly Happening[];
  /** What the person asked for besides and nobody could do, told in that conversation alone, with the first of what happened. */
  readonly undone?: string;
  /** The event behind it was given up, and brought back. */
  readonly replayed?: boolean;
  /** Epoch milliseconds at which the event behind it was accepted. */
  readonly at: number;
}

/** What an event tells of a card. */
export type Told = Required<Pick<Tiding, 'happenings' | 'quiet'>>;

/** Queues one delivery for each happening and each conversation that hears of the card. */
export async function tellFollowers(parts: Parts, tiding: Tiding): Promise<void> {
  const hearers = await hearersOf(parts, tiding);
  await sendAll(
    parts,
    hearers.flatMap(({ conversation, loudness }) =>
      tiding.happenings.map((happening) => deliveryOf(tiding, happening, conversation, loudness(happening))),
    ),
  );
}

/** Queues what is to be shown in one conversation, without a reply unless it is to be told aloud. */
export async function tellConversation(
  parts: Parts,
  tiding: Tiding,
  conversation: string,
  loudness: 'edit' | 'reply' = 'edit',
): Promise<void> {
  await sendAll(
    parts,
    tiding.happenings.map((happening) => deliveryOf(tiding, happening, conversation, loudness)),
  );
}

/** Queues a look of the card for the message that stands in one conversation; where none stands, none is made. */
export async function putRightIn(parts: Parts, tiding: Tiding, conversation: string): Promise<void> {
  await sendAll(
    parts,
    tiding.happenings.map((happening) => deliveryOf(tiding, happening, conversation, 'refresh')),
  );
}

async function sendAll(parts: Parts, deliveries: readonly CardDelivery[]): Promise<void> {
  if (deliveries.length > 0) await parts.send(deliveries);
}

function deliveryOf(
  { key, face, columns, by, at, replayed, undone, happenings }: Tiding,
  happening: Happening,
  conversation: string,
  loudness: Loudness,
): CardDelivery {
  const { team, board, card } = key;
  const about = { team, board, card, conversation, at, columns: [...columns] };
  const own = by?.conversation === conversation;
  const awaited = own ? { awaited: true } : {};
  const again = replayed ? { replayed } : {};
  const isAnswer = own && undone !== undefined && happening === happenings[0];
  const told = { ...withinLength(happening), ...(isAnswer && { undone: cut(undone, LONGEST_UNDONE) }) };
  return {
    v: DELIVERY_VERSION,
    kind: 'delivery',
    ...about,
    face,
    happening: told,
    loudness,
    ...awaited,
    ...again,
  };
}

/** Runes of a comment that are worth sending: more than one message of any chat, and with every byte escaped less than SQS takes. */
const LONGEST_COMMENT = 16_400;

/** Characters that tell what was meant; all of it is on the card. */
const LONGEST_UNDONE = 2_000;

function withinLength(happening: Happening): Happening {
  const { comment } = happening;
  return comment === undefined ? happening : { ...happening, comment: cut(comment, LONGEST_COMMENT) };
}
