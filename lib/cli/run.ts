import { CommanderError } from 'commander';
import { describeFailure } from './failure.ts';
import { createProgram } from './program.ts';
import { createTerminal, type Io } from './terminal.ts';

/** All is well; something failed; the command line was not understood. */
const exitCodes = { ok: 0, failed: 1, usage: 2 } as const;

/**
 * Runs one command line.
 * @param args without the program's own name.
 * @returns the exit code (`exitCodes`). Never throws: what goes wrong is told on standard error.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  let code: number = exitCodes.ok;
  const program = createProgram(io, (well) => {
    code = well ? exitCodes.ok : exitCodes.failed;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    }
    const terminal = createTerminal(io.stderr, io.env);
    terminal.line(terminal.style('red', describeFailure(error)));
    if (args.includes('--debug') && error instanceof Error) terminal.line(traceOf(error));
    return exitCodes.failed;
  }
}

/** Where it happened, without the message: that may hold anything. */
function traceOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
