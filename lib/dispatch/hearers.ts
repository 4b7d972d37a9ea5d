import type { CardDelivery, Happening } from '../../schemas/delivery.ts';
import { tellByDefault } from '../../schemas/team.ts';
import { parseConversation } from '../domain/conversation.ts';
import type { CardRecord, Follower } from '../store/card-record.ts';
import { isConnected } from '../teams/joined.ts';
import type { Team } from '../teams/team.ts';
import { missedOf } from './as-one.ts';
import type { Parts } from './parts.ts';

/** Who may hear of something that happened to a card. */
export interface Audience {
  readonly team: Team;
  /** The card's followers are in it. */
  readonly record: CardRecord | undefined;
  /** The conversation and person that did it through the bridge: shown, but not told back. */
  readonly by?: { readonly conversation: string; readonly person: string };
  /** Nobody is told: living messages are put right where they stand. */
  readonly quiet?: boolean;
}

/** How a conversation is told of a thing: by a reply, by an edit alone, or by an edit where a message stands. */
export type Loudness = CardDelivery['loudness'];

/** A conversation that hears of a card, and how loud it is told of each thing. */
export interface Hearer {
  readonly conversation: string;
  readonly loudness: (happening: Happening) => Loudness;
}

/**
 * Followers are told what matters, the rest shows on the living message; team channels are told the kinds they asked for, and where a
 * card stands there it stays true.
 */
export async function hearersOf(parts: Pick<Parts, 'team'>, audience: Audience): Promise<readonly Hearer[]> {
  const { team, by, quiet } = audience;
  const following = await standingFollowers(parts, audience);
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

/** A server that was taken off hears of nothing any more. One that the remembered settings do not know may have joined a moment ago. */
async function standingFollowers(
  parts: Pick<Parts, 'team'>,
  { team, record }: Audience,
): Promise<readonly Follower[]> {
  const followers = record?.followers ?? [];
  if (followers.every((each) => isOnTeam(team, each))) return followers;
  const latest = (await parts.team(team.id, { fresh: true })) ?? team;
  return followers.filter((each) => isOnTeam(latest, each));
}

function isOnTeam(team: Team, { conversation, server }: Follower): boolean {
  return server === undefined || isConnected(team, parseConversation(conversation).connection, server);
}

function kindsOf(happening: Happening): readonly Happening['kind'][] {
  return missedOf(happening).map(({ kind }) => kind);
}

function matters(kind: Happening['kind']): boolean {
  return (tellByDefault as readonly string[]).includes(kind);
}
