import type { KnownPerson } from '../store/people.ts';
import type { StoredTeam } from '../teams/stored.ts';
import { isMistakable } from './find-person.ts';
import { createTerminal, type Io } from './terminal.ts';

/**
 * Says, before all that is stored of a person is looked for, whose account in a chat cannot be told by the name in the team's file. Nothing where it
 * can.
 */
export function tellDoubt({ names }: KnownPerson, { members, channels }: StoredTeam, io: Io): void {
  const chat = Object.values(channels).find(({ product }) => product === 'mattermost');
  const member = members.people.find((each) => names.has(each.name) && isMistakable(each));
  if (!chat || !member) return;
  createTerminal(io.stderr, io.env).line(
    `“${member.name}” may be somebody else's user name in ${chat.id}, so nothing is taken for theirs by it: run this with the account as well, ${chat.id}:<id>.`,
  );
}
