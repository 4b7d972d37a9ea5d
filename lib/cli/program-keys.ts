import type { Command } from 'commander';
import { examples, type Finish } from './examples.ts';
import type { Io } from './terminal.ts';
import type { WorldOptions } from './world.ts';

/** The deployment's keys. */
export function addKeyCommands(program: Command, world: () => WorldOptions, io: Io, finish: Finish): void {
  program
    .command('rotate')
    .summary('bring all teams over to a new deployment key')
    .description(
      'With CARDWIRE_KEY (new) and CARDWIRE_KEY_PREVIOUS (old), as at the deployment that knows both: seals secrets and what waits in the table ' +
        'anew, sets every address anew that can be set from here, and lists what has to be pasted. After that the old key may go.',
    )
    .option('--url <address>', 'public address of the doors, instead of CARDWIRE_URL')
    .addHelpText('after', examples('rotate --stage prod'))
    .action(async (options: { url?: string }) => {
      const { rotate } = await import('./rotate.ts');
      finish(await rotate({ ...world(), ...options }, io));
    });
}
