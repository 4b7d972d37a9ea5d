import type { Command } from 'commander';
import { examples, type Finish } from './examples.ts';
import type { Io } from './terminal.ts';
import type { WorldOptions } from './world.ts';

/** The commands for who is heard in a chat, and where the bot may not write. */
export function addChatCommands(program: Command, world: () => WorldOptions, io: Io, finish: Finish): void {
  program
    .command('invite')
    .summary('print a one-time code: for a server, or for an account of a person')
    .description(
      'Prints a code that is good once, for a day. Typed on another Discord server, it connects that server to the team; with --person, typed ' +
        "with an account, it makes the account that person's.",
    )
    .argument('<team>', 'the team')
    .argument('<connection>', 'a name under channels of its file')
    .option('--person <name>', 'whose account it is going to be: a name under members.people')
    .addHelpText('after', examples('invite ops talk', 'invite ops talk --person Ann'))
    .action(async (team: string, connection: string, options: { person?: string }) => {
      const { invite } = await import('./invite.ts');
      finish(await invite(team, connection, { ...world(), ...options }, io));
    });

  program
    .command('disconnect')
    .summary('take a server that joined by a code off a team')
    .description(
      'Nothing is done any more for a Discord server that joined by a code. The cards stay on the board.',
    )
    .argument('<team>', 'the team')
    .argument('<connection>', 'a name under channels of its file')
    .argument('<server>', "the server's id; a wrong one lists those there are")
    .addHelpText('after', examples('disconnect ops talk 613425648685547541'))
    .action(async (team: string, connection: string, server: string) => {
      const { disconnect } = await import('./disconnect.ts');
      finish(await disconnect(team, connection, server, world(), io));
    });

  program
    .command('resume')
    .summary('let conversations that were paused be tried again')
    .description(
      'A conversation that the bot may not write in, or cannot find, is paused, and so is a connection whose token is refused. Lets them be ' +
        'tried again once that is put right: all of a team, all of a connection, or one. A check that finds all well, and a setup, do so too. ' +
        'With a mail address: it is written to again, although mail had come back or its owner had complained.',
    )
    .argument('<team>', 'the team')
    .argument(
      '[where]',
      'a conversation, a name under channels of its file, or a mail address; all when left out',
    )
    .addHelpText('after', examples('resume ops', 'resume ops chat', 'resume ops eva@example.net'))
    .action(async (team: string, where: string | undefined) => {
      const { resume } = await import('./resume.ts');
      finish(await resume(team, where, world(), io));
    });
}
