import { parseConversation } from '../domain/conversation.ts';
import { CardwireError } from '../domain/errors.ts';
import type { Say } from '../domain/say.ts';
import type { Team } from '../teams/team.ts';
import type { Parts } from './parts.ts';

/** What a team is told of how things go, no card's news. */
export interface Announcement {
  readonly line: Say;
  /** Found again by it, and looked for since that moment: it may be repeated. */
  readonly id: string;
  readonly since: Date;
}

/** Says it in the first of these conversations that takes it. False when none did. */
export async function tellTeam(
  parts: Parts,
  team: Team,
  conversations: readonly { readonly conversation: string }[],
  announcement: Announcement,
): Promise<boolean> {
  for (const { conversation } of conversations) {
    if (await announce(parts, team, conversation, announcement)) return true;
  }
  return false;
}

async function announce(
  parts: Parts,
  team: Team,
  conversation: string,
  { line, id, since }: Announcement,
): Promise<boolean> {
  const connection = team.channels[parseConversation(conversation).connection];
  const pause = await parts.store.paused.get({ team: team.id, where: conversation });
  if (!connection || pause?.resting) return false;
  const channel = await parts.channel(team, connection);
  try {
    await channel.announce?.(conversation, [line], id, since);
    return channel.announce !== undefined;
  } catch (error) {
    if (error instanceof CardwireError) return false;
    throw error;
  }
}
