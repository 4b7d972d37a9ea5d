import { Command } from 'commander';
import type { Finish } from './examples.ts';
import { addChatCommands } from './program-chat.ts';
import { addDeadLetterCommands } from './program-dead.ts';
import { addKeyCommands } from './program-keys.ts';
import { addMailCommands } from './program-mail.ts';
import { addPeopleCommands } from './program-people.ts';
import { addTeamCommands } from './program-team.ts';
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

  addTeamCommands(program, world, io, finish);
  addChatCommands(program, world, io, finish);
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
  CARDWIRE_PORT, CARDWIRE_DATA       which local stack, as at npm start
  AWS_PROFILE, AWS_REGION …          as for every AWS tool
  NO_COLOR                           no colours

Without --stage and TABLE_NAME, commands work on the local stack of npm start, when it runs here.

Exit codes: 0 done, 1 something failed, 2 the command line was not understood.`;
