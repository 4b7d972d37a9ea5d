import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { run } from '../../lib/cli/run.ts';

/** What one command line did: its exit code and what it wrote. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process, off a terminal unless told. */
export async function runCli(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
  options: { terminal?: boolean } = {},
): Promise<Ran> {
  const streams = [new PassThrough(), new PassThrough()] as const;
  const [stdout, stderr] = streams.map((stream) =>
    Object.assign(stream, { isTTY: options.terminal ?? false }),
  );
  if (!stdout || !stderr) throw new Error('two streams were made');
  const written = Promise.all([text(stdout), text(stderr)]);
  const code = await run(args, { env, stdout, stderr });
  for (const stream of streams) stream.end();
  const [out, err] = await written;
  return { code, out, err };
}
