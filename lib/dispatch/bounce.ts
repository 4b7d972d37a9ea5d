import type { BounceEvent } from '../../schemas/event.ts';
import { parseConversation } from '../domain/conversation.ts';
import { CardwireError } from '../domain/errors.ts';
import { stableId } from '../domain/ids.ts';
import { say } from '../domain/say.ts';
import type { Team } from '../teams/team.ts';
import type { Parts } from './parts.ts';

/** The team hears of one address again after so many days. */
const TOLD_DAYS = 30;

const texts = { bounce: 'mail-came-back', complaint: 'mail-complained' } as const;

/**
 * Stops writing to an address from which mail came back, or whose owner complained, and tells the team once: SES says so in an event alone, and
 * goes on taking mail for it (contract 2.3). Whatever follows a card by that address hears no more. May be done again.
 */
export async function onBounce(parts: Parts, event: BounceEvent): Promise<void> {
  const { address, why } = event;
  const team = await parts.team(event.team);
  if (!team?.channels[event.connection]) {
    parts.log.warn('bounce-of-revoked-connection', { team: event.team, connection: event.connection });
    return;
  }
  await parts.store.mail.know(team.id, address, { blocked: why });
  parts.log.info('mail-blocked', { team: team.id, connection: event.connection, code: why });
  if (await parts.store.mail.once(team.id, stableId('bounce', address), TOLD_DAYS, event.id)) {
    await tellTeamChannels(parts, team, event);
  }
}

/** In every channel of the team that has rooms; one that cannot be reached keeps the others from nothing. */
async function tellTeamChannels(
  parts: Parts,
  team: Team,
  { id, address, why, at }: BounceEvent,
): Promise<void> {
  const line = say(texts[why], { address });
  for (const { conversation } of team.teamChannels) {
    const connection = team.channels[parseConversation(conversation).connection];
    if (!connection) continue;
    try {
      const channel = await parts.channel(team, connection);
      await channel.announce?.(conversation, [line], stableId(id, conversation), new Date(at));
    } catch (error) {
      if (!(error instanceof CardwireError)) throw error;
      parts.log.warn('bounce-not-told', { team: team.id, connection: connection.id, code: error.code });
    }
  }
}
