import type { Team } from '../../../teams/team.ts';
import { safeLink } from '../../safe-link.ts';
import { createSpeaker, type Speaker } from '../../speaker.ts';
import { hold } from './marked.ts';

/** A speaker of marked texts, which are read as text and as HTML later on; `now` is epoch milliseconds. */
export function createMailSpeaker(team: Pick<Team, 'language' | 'timezone'>, now: () => number): Speaker {
  return createSpeaker(team, now, { escape: hold, link: safeLink });
}
