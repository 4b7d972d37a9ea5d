import { Command } from 'commander';
import { examples, type Finish } from './examples.ts';
import { addDeadLetterCommands } from './program-dead.ts';
import { addKeyCommands } from './program-keys.ts';
import { addMailCommands } from './program-mail.ts';
import { addPeopleCommands } from './program-people.ts';
import type { Io } from './terminal.ts';
import type { WorldOptions } from './world.ts';

/** The command line's grammar and help. What a command does is loaded when it is called. */
export function createProgram(io: Io, finish: Finish): Command {
  const program = new Command('cardwire')
    .description("Connects teams to Cardwire and looks after them. The operator's command line.")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
    })
    .showHelpAfterError('(add --help to see how it is meant)')
    .configureHelp({ showGlobalOptions: true })
    .option('--stage <stage>', 'the deployment to work on: its table is cardwire-<stage>')
    .option('--region <region>', 'its AWS region, instead of AWS_REGION')
    .option('--debug', 'show where an unexpected error came from')
    .addHelpText('after', environmentHelp);
  const world = () => program.opts<WorldOptions>();

  program
    .command('setup')
    .summary('connect a team, or connect it anew after a change')
    .description(
      'Connects the team of a YAML file (see events/team.yml): tries every credential, joins the rooms, makes the slash command and ' +
        "the board's webhook, stores the settings with secrets encrypted. Nothing is stored when a credential or a name is wrong. " +
        'Safe to run again.',
    )
    .argument('<file>', "the team's YAML file")
    .option('--url <address>', 'public address of the doors, instead of CARDWIRE_URL')
    .option('--revoke <connection...>', 'kill the addresses of these connections and make new ones')
    .addHelpText(
      'after',
      examples(
        'setup team.yml',
        'setup team.yml --stage prod --url https://cards.example.org',
        'setup team.yml --revoke kanban',
      ),
    )
    .action(async (file: string, options: { url?: string; revoke?: string[] }) => {
      const { setup } = await import('./setup.ts');
      finish(await setup(file, { ...world(), ...options }, io));
    });

  program
    .command('check')
    .summary('try all that teams stand on, mend what can be mended')
    .description(
      'Tries the stored credentials, boards, columns, rooms, webhooks and commands of one team or of all. Mends webhooks that are gone or ' +
        'have lost their token, and rooms the bot has left.',
    )
    .argument('[team]', 'the team; all of them when left out')
    .option('--url <address>', 'public address of the doors, instead of CARDWIRE_URL')
    .addHelpText('after', examples('check', 'check ops --stage prod'))
    .action(async (team: string | undefined, options: { url?: string }) => {
      const { check } = await import('./check.ts');
      finish(await check(team, { ...world(), ...options }, io));
    });

  program
    .command('teams')
    .summary('list the teams')
    .description('Lists the teams with their language, boards and channels.')
    .addHelpText('after', examples('teams', 'teams --stage prod'))
    .action(async () => {
      const { teams } = await import('./teams.ts');
      finish(await teams(world(), io));
    });

  program
    .command('trace')
    .summary("tell a card's story")
    .description(
      'Tells what is known of one card: received, claimed, shown, failed, tried again; of each conversation the latest steps.',
    )
    .argument('<team>', 'the team; may be left out where there is one only')
    .argument('[card]', "the card: its number, its link or the board's own id")
    .option('--board <name>', "the board's name in the settings; the team's first one when left out")
    .addHelpText(
      'after',
      examples('trace 42', 'trace ops 42', 'trace ops https://board.example.org/b/…/operations/…'),
    )
    .action(async (team: string, card: string | undefined, options: { board?: string }) => {
      const { trace } = await import('./trace.ts');
      finish(await trace(team, card, { ...world(), ...options }, io));
    });

  program
    .command('address')
    .summary('print a sealed address, to paste it')
    .description(
      'Prints the sealed address of one connection. Whoever has it can call the door: paste it, do not send it around. The address of a ' +
        'slash command is sealed over the token that the chat chose for the command, so that takes a variable with this token.',
    )
    .argument('<team>', 'the team')
    .argument('<connection>', 'a name under boards or channels of its file')
    .option('--url <address>', 'public address of the doors, instead of CARDWIRE_URL')
    .option('--token <env:NAME>', "the variable that holds the command's token")
    .addHelpText('after', examples('address ops kanban', 'address ops chat --token env:OPS_COMMAND_TOKEN'))
    .action(async (team: string, connection: string, options: { url?: string; token?: string }) => {
      const { address } = await import('./address.ts');
      finish(await address(team, connection, { ...world(), ...options }, io));
    });

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

  addDeadLetterCommands(program, world, io, finish);
  addPeopleCommands(program, world, io, finish);
  addKeyCommands(program, world, io, finish);
  addMailCommands(program, world, io, finish);
  return program;
}

const environmentHelp = `
Environment:
  CARDWIRE_KEY                       the deployment key, as at npm run deploy; CARDWIRE_KEY_PREVIOUS while one is rotated out
  CARDWIRE_URL                       public address of the doors, such as https://cards.example.org
  CARDWIRE_MATTERMOST_ADMIN_TOKEN    makes slash commands, puts the bot back into private rooms; used once and not kept
  TABLE_NAME                         the table, where it is not cardwire-<stage>
  AWS_PROFILE, AWS_REGION …          as for every AWS tool
  NO_COLOR                           no colours

Without --stage and TABLE_NAME, commands work on the local stack of npm start, when it runs here.

Exit codes: 0 done, 1 something failed, 2 the command line was not understood.`;
