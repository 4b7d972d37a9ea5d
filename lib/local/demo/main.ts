import { createClosing, endOf } from './closing.ts';
import { runDemo } from './demo.ts';
import { readOptions } from './options.ts';

const { env, stdout, stderr } = process;

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (typeof options === 'number') return options;
  const closing = createClosing();
  const code = await Promise.race([runDemo(options, { env, stdout, stderr }, closing), endOf(process)]);
  await closing.closeAll();
  return code;
}

// Not left to the event loop: nothing of the demo may keep the terminal.
process.exit(await main());
