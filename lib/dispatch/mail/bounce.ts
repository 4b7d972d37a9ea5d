import type { BounceEvent } from '../../../schemas/event.ts';
import { CardwireError, later } from '../../domain/errors.ts';
import { stableId } from '../../domain/ids.ts';
import { say } from '../../domain/say.ts';
import type { Team } from '../../teams/team.ts';
import { doOnce } from '../do-once.ts';
import type { Parts } from '../parts.ts';
import { teamFor } from '../team-for.ts';
import { tellTeam } from '../tell-team.ts';

/** The team hears of one address again after so many days. */
const TOLD_DAYS = 30;

const texts = { bounce: 'mail-came-back', complaint: 'mail-complained' } as const;

/**
 * Stops writing to an address from which mail came back, or whose owner complained, and tells the team once: SES says so in an event alone, and
 * goes on taking mail for it (contract 2.3). Whatever follows a card by that address hears no more. What SES says twice is done once: by the
 * second time its owner may have written again.
 */
export async function onBounce(parts: Parts, event: BounceEvent): Promise<void> {
  const team = await teamFor(parts, event);
  if (!team?.channels[event.connection]) {
    parts.log.warn('bounce-of-revoked-connection', { team: event.team, connection: event.connection });
    return;
  }
  const work = async () => {
    await block(parts, team, event);
    return 'done-block';
  };
  await doOnce(parts, { team: team.id, event: event.id, work });
}

async function block(parts: Parts, team: Team, event: BounceEvent): Promise<void> {
  const { address, why, id } = event;
  await parts.store.correspondents.know(team.id, address, { blocked: why });
  parts.log.info('mail-blocked', { team: team.id, connection: event.connection, code: why });
  const isFirst = await parts.store.once.first(team.id, stableId('bounce', address), TOLD_DAYS, id);
  if (isFirst && team.teamChannels.length > 0) await tellOfIt(parts, team, event);
}

/** @throws CardwireError `bounce-not-told` (later) when no room took it: a blocked address bounces no more, so this is the one time. */
async function tellOfIt(parts: Parts, team: Team, { id, at, address, why }: BounceEvent): Promise<void> {
  const line = say(texts[why], { address });
  const told = await tellTeam(parts, team, team.teamChannels, {
    ...{ line, id: stableId(id, 'bounce') },
    // No run has told it before it came.
    since: new Date(at),
  });
  if (!told) throw new CardwireError('bounce-not-told', later);
}
