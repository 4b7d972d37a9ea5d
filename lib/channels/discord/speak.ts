import type { Team } from '../../teams/team.ts';
import { safeLink } from '../safe-link.ts';
import { createSpeaker as createAnySpeaker, type Speaker } from '../speaker.ts';
import { escapeMarkdown } from './escape.ts';

/** A speaker of Discord's Markdown for one team; `now` is epoch milliseconds. A date also says how far away it is, which stays true by itself. */
export function createSpeaker(team: Pick<Team, 'language' | 'timezone'>, now: () => number): Speaker {
  const speaker = createAnySpeaker(team, now, { escape: escapeMarkdown, link: safeLink });
  const date = (moment: Date) => {
    const seconds = Math.floor(moment.getTime() / 1000);
    return Number.isNaN(seconds) ? speaker.date(moment) : `${speaker.date(moment)} (<t:${seconds}:R>)`;
  };
  return { ...speaker, date };
}
