import type { Team } from './team.ts';

/** What is known of the people and rooms of a card. */
interface Known {
  readonly owner?: { readonly conversation: string; readonly name: string; readonly place?: string };
  readonly followers: readonly {
    readonly conversation: string;
    readonly place?: string;
  }[];
}

/**
 * What people call a conversation, with its connection behind it: `town-square (chat)`, `Tom (chat)` for one of a person alone. Of an address or a
 * room that nobody named, the connection is all that is said.
 * @param where a conversation, or a connection's own name.
 */
export function roomName(
  { teamChannels }: Pick<Team, 'teamChannels'>,
  card: Known | undefined,
  where: string,
): string {
  const [, connection = where] = where.split(':');
  const isIt = (each: { readonly conversation: string }) => each.conversation === where;
  const follower = card?.followers.find(isIt);
  const name =
    follower?.place ??
    teamChannels.find(isIt)?.name ??
    // Where it was opened has its name also when it does not follow any more.
    (card?.owner && isIt(card.owner) ? (card.owner.place ?? card.owner.name) : undefined);
  return name === undefined ? connection : `${name} (${connection})`;
}
