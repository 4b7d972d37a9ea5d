import type { Command } from 'commander';
import { examples, type Finish } from './examples.ts';
import type { Io } from './terminal.ts';
import type { WorldOptions } from './world.ts';

const onExample = (command: string) => `mail ${command} --stage prod --region eu-central-1`;

/** What SES has to be told besides a deployment, and what it says of itself. */
export function addMailCommands(program: Command, world: () => WorldOptions, io: Io, finish: Finish): void {
  const mail = program
    .command('mail')
    .summary('let mail come in, and see how it stands')
    .description(
      'Switches the receiving of mail on, and tells how mail stands. For a deployment with the parameter mailDomain.',
    )
    .addHelpText('after', examples(onExample('activate'), onExample('status')));

  mail
    .command('activate')
    .summary('switch receiving on')
    .description(
      "Makes the deployment's receipt rule set the active one of SES. There is one for a whole AWS account and region: another one that is " +
        'active is never replaced. It says which one it is, and how our rule gets into it.',
    )
    .option('--rule-set <name>', 'the set that was given as mailRuleSet; cardwire-<stage> when left out')
    .addHelpText('after', examples(onExample('activate')))
    .action(async (options: { ruleSet?: string }) => {
      const { activate } = await import('./mail-activate.ts');
      finish(await activate({ ...world(), ...options }, io));
    });

  mail
    .command('status')
    .summary('tell how mail stands')
    .description(
      'Tells whether SES hands over what comes in, whether the DNS of the domain has been seen, and how much may be sent.',
    )
    .addHelpText('after', examples(onExample('status')))
    .action(async () => {
      const { status } = await import('./mail-status.ts');
      finish(await status(world(), io));
    });
}
