import type { Command } from 'commander';
import { examples, type Finish } from './examples.ts';
import type { Io } from './terminal.ts';
import type { WorldOptions } from './world.ts';

/** The commands for what a team stands on: its settings, its boards and chats, its cards. */
export function addTeamCommands(program: Command, world: () => WorldOptions, io: Io, finish: Finish): void {
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
}
