import { idSides, type TeamMember } from '../../schemas/team.ts';
import { findByName } from '../commands/nearest.ts';
import { type KnownPerson, nobodyYet } from '../store/people.ts';
import type { StoredTeam } from '../teams/stored.ts';
import { nobodyCalled } from './nobody-called.ts';

/**
 * Whom the operator means: somebody the team's file lists, by name; else an account as `<connection>:<id>`, a mail address, or the id that a chat
 * knows somebody by.
 * @throws SetupProblem when it is none of them.
 */
export function findPerson(written: string, team: StoredTeam): KnownPerson {
  const known = nobodyYet(
    team.id,
    team.members.people.map(({ name }) => name),
  );
  const [connection = '', id = ''] = written.split(':', 2);
  const accounts =
    id !== '' && Object.hasOwn(team.channels, connection)
      ? [{ connection, id }]
      : accountsNamed(written, team).filter((account) => account.id !== '');
  for (const account of accounts) known.accounts.add(keyOf(account));
  const member =
    accounts.length > 0
      ? team.members.people.find((person) => accounts.some((account) => isTheirs(person, account.id)))
      : findByName(written, team.members.people);
  if (member) addMember(known, member, team);
  if (known.accounts.size + known.userNames.size > 0) return known;
  const chat = Object.keys(team.channels)[0];
  throw nobodyCalled(
    written,
    team,
    `Others are named by their account, such as ${chat}:<id>, or by their mail address`,
  );
}

interface Account {
  readonly connection: string;
  readonly id: string;
}

/** A mail address, lower case, at every mail domain; an id that is no name, at every chat. */
function accountsNamed(written: string, team: StoredTeam): readonly Account[] {
  const isAddress = /^\S+@\S+\.\S+$/.test(written);
  if (!isAddress && !/^(\d{15,20}|[a-z0-9]{26})$/.test(written)) return [];
  return Object.values(team.channels)
    .filter(({ product }) => (product === 'email') === isAddress)
    .map((channel) => ({ connection: channel.id, id: isAddress ? written.toLowerCase() : written }));
}

function addMember(known: KnownPerson, member: TeamMember, team: StoredTeam): void {
  for (const name of [member.name, member.mattermost, member.wekan, member.taiga])
    if (name !== undefined) known.names.add(name);
  for (const { id: connection, product } of Object.values(team.channels)) {
    const name = member[product];
    if (name === undefined) continue;
    if (product === 'mattermost')
      for (const called of callsOf(member)) known.userNames.add(`${connection}#${called}`);
    else known.accounts.add(keyOf({ connection, id: product === 'email' ? name.toLowerCase() : name }));
  }
}

/** How the table may call somebody who has a user name: a member by the name in the team's file, everybody else by the user name. */
function callsOf(member: TeamMember): readonly string[] {
  const { name, mattermost = '' } = member;
  return [mattermost.toLowerCase(), ...(isMistakable(member) ? [] : [name])];
}

/** Whether the name that a team's file gives to somebody could be the user name of somebody else. */
export function isMistakable({ name, mattermost }: TeamMember): boolean {
  return mattermost !== undefined && name !== mattermost.toLowerCase() && /^[a-z0-9._-]+$/.test(name);
}

function isTheirs(person: TeamMember, id: string): boolean {
  return idSides.some((side) => person[side]?.toLowerCase() === id.toLowerCase());
}

function keyOf({ connection, id }: Account): string {
  return `${connection}#${id}`;
}
