import { findByName } from '../commands/nearest.ts';
import { newCode, readCode } from '../domain/code.ts';
import { SetupProblem } from '../setup/explain.ts';
import type { Grant } from '../store/codes.ts';
import { linkable } from '../teams/people.ts';
import type { StoredChannel, StoredTeam } from '../teams/stored.ts';
import { nobodyCalled } from './nobody-called.ts';
import { channelNamed, storedTeam } from './stored-team.ts';
import { createTerminal, type Io } from './terminal.ts';
import { inWorld, type WorldOptions } from './world.ts';

/** `cardwire invite`: prints a one-time code that connects a server to a team, or an account to a person of the team. */
export async function invite(
  id: string,
  connection: string,
  options: WorldOptions & { readonly person?: string },
  io: Io,
): Promise<boolean> {
  const out = createTerminal(io.stdout, io.env);
  return inWorld(options, io, async (world) => {
    const { team } = await storedTeam(id, world);
    const channel = channelNamed(team, connection);
    const { person } = options;
    const grant = person === undefined ? serverGrant(channel) : personGrant(person, team, channel);
    const code = newCode();
    await world.store.codes.give(id, readCode(code) ?? '', grant);
    const word = channel.command;
    out.line(out.style('bold', code));
    if (grant.kind === 'link') {
      out.line(`${grant.name} types with the account that is to be theirs:  /${word} link ${code}`);
    } else {
      out.line(`Type on the server, in the channel that is to hear of every card:  /${word} connect ${code}`);
      out.line('The bot must be on that server: setup shows the link that brings it there.');
    }
    out.line('It is good once, for a day. Whoever has it can use it.');
    return true;
  });
}

function serverGrant({ id, product }: StoredChannel): Grant {
  if (product === 'discord') return { kind: 'connect', connection: id };
  throw new SetupProblem(
    `${id} is ${product}, where no server joins by a code${linkable(product) ? ': give --person for an account' : ''}`,
  );
}

function personGrant(written: string, team: StoredTeam, channel: StoredChannel): Grant {
  const { product } = channel;
  const { people } = team.members;
  if (!linkable(product)) {
    const how = product === 'email' ? 'their address' : `their user name on ${product}`;
    throw new SetupProblem(
      `people are known by ${how} here: write it into the team file, under members.people`,
    );
  }
  const person = findByName(written, people);
  if (person) return { kind: 'link', name: person.name, connection: channel.id };
  const names = people.map(({ name }) => name).join(', ');
  throw nobodyCalled(written, team, `It lists ${names || 'nobody yet'}`);
}
