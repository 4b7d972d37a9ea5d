import {
  type CardDelivery,
  type CardFace,
  DELIVERY_VERSION,
  type Happening,
} from '../../schemas/delivery.ts';
import { tellByDefault } from '../../schemas/team.ts';
import { cut } from '../channels/cut.ts';
import type { Column } from '../domain/card.ts';
import { parseConversation } from '../domain/conversation.ts';
import type { CardKey, CardRecord, Follower } from '../store/card-record.ts';
import { isConnected } from '../teams/joined.ts';
import type { Team } from '../teams/team.ts';
import { missedOf } from './as-one.ts';
import type { Parts } from './parts.ts';

/** Something that happened to a card, and who need not be told of it. */
export interface Tiding {
  readonly team: Team;
  readonly key: CardKey;
  readonly record: CardRecord | undefined;
  readonly face: CardFace;
  readonly columns: readonly Column[];
  readonly happenings: readonly Happening[];
  /** The conversation and person that did it through the bridge: shown, but not told back. */
  readonly by?: { readonly conversation: string; readonly person: string };
  /** What the person asked for besides and nobody could do, told in that conversation alone, with the first of what happened. */
  readonly undone?: string;
  /** Nobody is told: living messages are put right where they stand. */
  readonly quiet?: boolean;
  /** The event behind it was given up, and brought back. */
  readonly replayed?: boolean;
  /** Epoch milliseconds at which the event behind it was accepted. */
  readonly at: number;
}

/** What an event tells of a card. */
export type Told = Required<Pick<Tiding, 'happenings' | 'quiet'>>;

type Loudness = CardDelivery['loudness'];

/** Queues one delivery for each happening and each conversation that hears of the card. */
export async function tellFollowers(parts: Parts, tiding: Tiding): Promise<void> {
  const followers = await standingFollowers(parts, tiding);
  await sendAll(
    parts,
    hearers(tiding, followers).flatMap(({ conversation, loudness }) =>
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

/** A server that was taken off hears of nothing any more. One that the remembered settings do not know may have joined a moment ago. */
async function standingFollowers(
  parts: Pick<Parts, 'team'>,
  { team, record }: Tiding,
): Promise<readonly Follower[]> {
  const followers = record?.followers ?? [];
  if (followers.every((each) => isOnTeam(team, each))) return followers;
  const latest = (await parts.team(team.id, { fresh: true })) ?? team;
  return followers.filter((each) => isOnTeam(latest, each));
}

function isOnTeam(team: Team, { conversation, server }: Follower): boolean {
  return server === undefined || isConnected(team, parseConversation(conversation).connection, server);
}

interface Hearer {
  readonly conversation: string;
  readonly loudness: (happening: Happening) => Loudness;
}

/**
 * Followers are told what matters, the rest shows on the living message; team channels are told the kinds they asked for, and where a
 * card stands there it stays true.
 */
function hearers({ team, by, quiet }: Tiding, following: readonly Follower[]): readonly Hearer[] {
  const followers = following.map(({ conversation, person }): Hearer => {
    const own = by !== undefined && (by.conversation === conversation || by.person === person);
    const loud = (happening: Happening): Loudness =>
      !own && kindsOf(happening).some(matters) ? 'reply' : 'edit';
    return { conversation, loudness: (happening) => (quiet ? 'refresh' : loud(happening)) };
  });
  const followed = new Set(followers.map(({ conversation }) => conversation));
  const channels = team.teamChannels
    .filter(({ conversation }) => !followed.has(conversation))
    .map(({ conversation, tell }): Hearer => {
      const loud: Loudness = by?.conversation === conversation ? 'edit' : 'reply';
      const wants = (happening: Happening) => kindsOf(happening).some((kind) => tell.includes(kind));
      return { conversation, loudness: (happening) => (!quiet && wants(happening) ? loud : 'refresh') };
    });
  const all = [...followers, ...channels];
  if (by === undefined || all.some(({ conversation }) => conversation === by.conversation)) return all;
  // Whoever clicks on a message that nobody follows any more sees it put right.
  return [...all, { conversation: by.conversation, loudness: () => 'refresh' }];
}

function kindsOf(happening: Happening): readonly Happening['kind'][] {
  return missedOf(happening).map(({ kind }) => kind);
}

function matters(kind: Happening['kind']): boolean {
  return (tellByDefault as readonly string[]).includes(kind);
}
