import { helpFor } from '../../commands/help.ts';
import type { VerbOf } from '../asking.ts';

/** What this person can ask for, or one verb with examples. With one board there is nothing to say about boards. */
export const help: VerbOf<'help'> = async ({ team, role, word, event }, { about }) => {
  const { may } = role === 'member' ? team.members : team.guests;
  const several = Object.keys(team.boards).length > 1;
  const useful = several ? may : may.filter((verb) => verb !== 'boards' && verb !== 'board');
  return {
    lines: helpFor(about, about === undefined ? useful : may, word, {
      byOptions: event.input.by === 'options',
    }),
  };
};
