import type { Command } from 'commander';
import { examples, type Finish } from './examples.ts';
import type { Io } from './terminal.ts';
import type { WorldOptions } from './world.ts';

const whom = 'the name in the team’s file, an account as <connection>:<id> or by its id, or a mail address';
const bucket = 'the mail bucket, MailBucketName among the outputs of the stack, instead of MAIL_BUCKET';

/** What is stored of one person: how it is handed out, and taken away. */
export function addPeopleCommands(program: Command, world: () => WorldOptions, io: Io, finish: Finish): void {
  program
    .command('export')
    .summary('print what is stored of a person')
    .description(
      'Prints as JSON everything that the table holds of a person, and writes the mails they sent into a folder. What is kept encrypted is ' +
        'opened, so it holds what people wrote: hand it to that person.',
    )
    .argument('<team>', 'the team')
    .argument('<person>', whom)
    .option('--mails <folder>', 'write stored mails and their files there')
    .option('--bucket <name>', bucket)
    .addHelpText('after', examples('export ops Ann', 'export ops ann@example.org --mails ann'))
    .action(async (team: string, person: string, options: { mails?: string; bucket?: string }) => {
      const { exportPerson } = await import('./export.ts');
      finish(await exportPerson(team, person, { ...world(), ...options }, io));
    });

  program
    .command('forget')
    .summary('take away what is stored of a person')
    .description(
      'Takes away what is stored of a person: whose cards are theirs, what they follow, accounts, choices, drafts, what was given up, stored ' +
        'mails. What is queued of them comes to nothing from then on. Cards stay on the board, and messages in the chat.',
    )
    .argument('<team>', 'the team')
    .argument('<person>', whom)
    .option('--dry-run', 'say how much it is, and change nothing')
    .option('--no-wait', 'do not look again after two minutes for what was being worked on')
    .option('--bucket <name>', bucket)
    .addHelpText(
      'after',
      examples(
        'forget ops Ann --dry-run',
        'forget ops talk:613425648685547541',
        'forget ops ann@example.org',
      ),
    )
    .action(
      async (
        team: string,
        person: string,
        options: { dryRun?: boolean; wait?: boolean; bucket?: string },
      ) => {
        const { forget } = await import('./forget.ts');
        finish(await forget(team, person, { ...world(), ...options }, io));
      },
    );
}
