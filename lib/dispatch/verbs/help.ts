import { helpFor } from '../../commands/help.ts';
import type { VerbOf } from '../asking.ts';

/** What this person can ask for, or one verb with examples. */
export const help: VerbOf<'help'> = async ({ team, role, word }, { about }) => {
  const { may } = role === 'member' ? team.members : team.guests;
  return { lines: helpFor(about, may, word) };
};
