import type { Command } from 'commander';
import { examples, type Finish } from './examples.ts';
import type { Io } from './terminal.ts';
import type { WorldOptions } from './world.ts';

/** What was given up: how it is listed, and brought back. */
export function addDeadLetterCommands(
  program: Command,
  world: () => WorldOptions,
  io: Io,
  finish: Finish,
): void {
  program
    .command('dead')
    .summary('list what was given up, with the reason')
    .description(
      'Lists the messages that were given up, with the reason, the team, the card where it is known, and how long ago they came. What people ' +
        'wrote is not shown.',
    )
    .option('--team <team>', 'one team alone; - is what names no team')
    .option('--since <when>', 'what came since then: 2d, 12h, 30m, or a date')
    .addHelpText('after', examples('dead', 'dead --team ops --since 2d'))
    .action(async (options: { team?: string; since?: string }) => {
      const { dead } = await import('./dead.ts');
      finish(await dead({ ...world(), ...options }, io));
    });

  program
    .command('replay')
    .summary('bring back what was given up')
    .description(
      'Puts what was given up back into its queue, oldest first, what is about one card in order. What a conversation has been shown newer ' +
        'things than is summed up there, not told one by one. May be run again when it was cut short.',
    )
    .option('--team <team>', 'one team alone; - is what names no team')
    .option('--since <when>', 'what came since then: 2d, 12h, 30m, or a date')
    .option('--dry-run', 'show what would be brought back')
    .option('--rate <number>', 'so many a second, 5 when left out')
    .addHelpText('after', examples('replay --team ops --dry-run', 'replay --team ops --since 12h --rate 2'))
    .action(async (options: { team?: string; since?: string; dryRun?: boolean; rate?: string }) => {
      const { replay } = await import('./replay.ts');
      finish(await replay({ ...world(), ...options }, io));
    });
}
