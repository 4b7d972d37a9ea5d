import type { Verb } from '../../../schemas/team.ts';
import { helpFor } from '../../commands/help.ts';
import { linkable } from '../../teams/people.ts';
import type { Asking, VerbOf } from '../asking.ts';

/** What this person can ask for, or one verb with examples. */
export const help: VerbOf<'help'> = async (asking, { about }) => {
  const { team, role, word, event } = asking;
  const { may } = role === 'member' ? team.members : team.guests;
  const useful = may.filter((verb) => isUseful(verb, asking));
  return {
    lines: helpFor(about, about === undefined ? useful : may, word, {
      byOptions: event.input.by === 'options',
    }),
  };
};

/** With one board there is nothing to say about boards, and a code is for whoever has an account to link by it, here or elsewhere. */
function isUseful(verb: Verb, { team, through, self }: Asking): boolean {
  if (verb === 'boards' || verb === 'board') return Object.keys(team.boards).length > 1;
  if (verb !== 'link' || linkable(through.product)) return true;
  return self !== undefined && Object.values(team.channels).some(({ product }) => linkable(product));
}
