import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deriveKey } from '../../lib/domain/keys.ts';
import { type Bundled, bundleAll, bundleText } from '../house/bundles.ts';

const run = promisify(execFile);

/** One bundle: its size, and how long a fresh process takes to import it. */
export interface BundleFigures {
  readonly name: string;
  /** Of what is read at the start. */
  readonly bytes: number;
  /** Of what is loaded when it is needed. */
  readonly onDemand: number;
  /** Milliseconds, the median of the runs. */
  readonly importMs: number;
}

const empty = 'export const handler = async () => ({ statusCode: 200 });';
const bareSqs = `import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
  const sqs = new SQSClient({});
  export const handler = async () => sqs.send(new SendMessageCommand({ QueueUrl: '', MessageBody: '' }));`;

/**
 * Measures every function's bundle, after an empty handler and the bare SQS client. The runs take turns, so that a busy
 * moment of the machine meets them all; use the figures as ratios, they are no Lambda's times.
 * @param rounds imports of each bundle, each in a process of its own.
 */
export async function measureBundles(rounds: number): Promise<BundleFigures[]> {
  const bundles = [
    { name: 'an empty handler', ...(await bundleText(empty)) },
    { name: 'the bare SQS client', ...(await bundleText(bareSqs)) },
    ...(await bundleAll()),
  ];
  const folder = await mkdtemp(join(tmpdir(), 'cardwire-bench-'));
  const times = bundles.map((): number[] => []);
  const entries = await Promise.all(bundles.map((bundle, index) => unpack(bundle, join(folder, `${index}`))));
  for (let round = 0; round < rounds; round++) {
    for (const [index, list] of times.entries()) list.push(await importTime(entries[index] ?? ''));
  }
  await rm(folder, { recursive: true });
  return bundles.map(({ name, bytes, onDemand }, index) => ({
    ...{ name, bytes, onDemand },
    importMs: median(times[index] ?? []),
  }));
}

/**
 * How long the first suggestion of a new environment waits for the code that reads the table: milliseconds, the median, in a process that
 * has imported the door.
 */
export async function measureOnDemand(rounds: number): Promise<number> {
  const door = (await bundleAll()).find(({ name }) => name === 'discord-interaction');
  const part = [...(door?.files.keys() ?? [])].find((file) => file.includes('look-up-choices'));
  if (!door || !part) throw new Error('Discord’s door has no part that is loaded on demand');
  const folder = await mkdtemp(join(tmpdir(), 'cardwire-bench-'));
  const entry = await unpack(door, join(folder, 'door'));
  const times: number[] = [];
  for (let round = 0; round < rounds; round++)
    times.push(await importTime(join(folder, 'door', part), entry));
  await rm(folder, { recursive: true });
  return median(times);
}

/** Writes a bundle's files into a folder of its own. Gives back the file to import. */
async function unpack({ entry, files }: Bundled, folder: string): Promise<string> {
  await mkdir(folder);
  for (const [name, code] of files) await writeFile(join(folder, name), code);
  return join(folder, entry);
}

/** Milliseconds that a new process takes to import a file, after it has imported `first`. */
async function importTime(file: string, first?: string): Promise<number> {
  const before = first === undefined ? '' : `await import(${JSON.stringify(first)});`;
  const code = `${before} const t = performance.now(); await import(${JSON.stringify(file)}); console.log(performance.now() - t); process.exit()`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code], { env });
  return Number(stdout);
}

/** Something good for every setting of every function. */
const key = deriveKey('bench', 'wekan-webhook');
const settings = new Set((await bundleAll()).flatMap((bundle) => bundle.settings));
const env = {
  ...Object.fromEntries(
    [...settings].map((name) => [name, /KEYS$/.test(name) ? key : 'https://cards.example.org/bench.fifo']),
  ),
  AWS_REGION: 'eu-central-1',
};

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
