import { Command, CommanderError } from 'commander';

/** What the demo was asked for on its command line. */
export interface DemoOptions {
  /** Leave everything running afterwards, to be played with. */
  readonly keep: boolean;
}

/**
 * Reads the demo's command line; commander writes help and complaints by itself.
 * @returns the options, or the exit code where there is nothing left to do (0 after `--help`, 2 when not understood).
 */
export function readOptions(args: readonly string[]): DemoOptions | number {
  const program = new Command('demo')
    .description(
      'Plays the main job on this machine over real HTTP: a chat command or a mail becomes a card, and what happens to the card ' +
        'comes back. Starts a fake Mattermost, a fake Wekan and Cardwire itself on free ports, checks every step, and ends all of ' +
        'it. Needs no network and leaves nothing behind. Takes a minute or two.',
    )
    .option('--keep', 'leave all of it running afterwards and play with it at a prompt, until Ctrl-C')
    .allowExcessArguments(false)
    .exitOverride()
    .addHelpText('after', more);
  try {
    const { keep = false } = program.parse(args, { from: 'user' }).opts<{ keep?: boolean }>();
    return { keep };
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

const more = `
Examples:
  $ npm run demo
  $ npm run demo -- --keep

Environment:
  NO_COLOR   no colours

Exit codes: 0 every step was checked, 1 a step failed, 2 the command line was not understood, 130 ended by Ctrl-C.`;
