import type { Team } from '../../teams/team.ts';
import { safeLink } from '../safe-link.ts';
import { createSpeaker as createAnySpeaker, type Speaker } from '../speaker.ts';
import { escapeMarkdown } from './escape.ts';

/** A speaker of Mattermost's Markdown for one team; `now` is epoch milliseconds. */
export function createSpeaker(team: Pick<Team, 'language' | 'timezone'>, now: () => number): Speaker {
  return createAnySpeaker(team, now, { escape: escapeMarkdown, link: safeLink });
}
