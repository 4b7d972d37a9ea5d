import { newCode, readCode } from '../../domain/code.ts';
import { refuse } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { linkable } from '../../teams/people.ts';
import type { Asking, Outcome, VerbOf } from '../asking.ts';
import { withCode } from './with-code.ts';

/**
 * With a code, the account this was typed with is the person's whom the code was given out for. Without one, somebody whom the team knows
 * gets a code for another account of theirs.
 */
export const link: VerbOf<'link'> = async (asking, { code }) =>
  code === undefined ? giveCode(asking) : linkAccount(asking, code);

async function linkAccount(asking: Asking, typed: string): Promise<Outcome> {
  const { parts, team, event, through } = asking;
  // A name that the team gives out says who somebody is; an address that anybody can write says nothing.
  if (!linkable(through.product)) throw refuse(say('link-not-here'));
  if (event.unproven) throw refuse(say('link-unproven'));
  let linked = '';
  await withCode(asking, 'link', typed, async ({ name }) => {
    // Who has left the team since is nobody any more.
    if (!team.members.people.some((person) => person.name === name)) throw refuse(say('code-unknown'));
    await parts.store.accounts.link(team.id, event.connection, event.person.id, name);
    parts.log.info('account-linked', { team: team.id, connection: event.connection });
    linked = name;
  });
  return { lines: [say('did-link', { name: linked })] };
}

async function giveCode({ parts, team, self, word }: Asking): Promise<Outcome> {
  if (!self) throw refuse(say('link-nobody', { word }));
  if (!Object.values(team.channels).some(({ product }) => linkable(product))) {
    throw refuse(say('link-nowhere'));
  }
  const code = newCode();
  await parts.store.codes.give(team.id, readCode(code) ?? '', { kind: 'link', name: self.name });
  return { lines: [say('link-code', { name: self.name, word, code })] };
}
