import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectDir } from '../settings.ts';
import { type LocalEndpoints, localEndpoints } from '../stack-file.ts';
import type { Closing } from './closing.ts';
import { freePort } from './free-port.ts';
import type { LastLines } from './last-lines.ts';

/** Milliseconds until a start is given up; a slow machine bundles for a while. */
const patience = 90_000;
/** Milliseconds that the stack gets to end by itself. */
const grace = 10_000;

/** Cardwire as it runs in a process of its own. */
export interface Stack {
  readonly endpoints: LocalEndpoints;
  /** The environment by which other processes find it, as `NAME=value`. */
  readonly foundBy: string;
  readonly log: LastLines;
}

/**
 * Starts what `npm start` starts, with the demo's key, on a free port and with its data in a folder.
 * @throws Error with the last lines it wrote, when it does not come up.
 */
export async function startStack(folder: string, log: LastLines, closing: Closing): Promise<Stack> {
  const dataDir = join(folder, 'data');
  const port = await freePort();
  const ports = { CARDWIRE_PORT: `${port}`, CARDWIRE_SMTP_PORT: `${await freePort()}` };
  const env = { ...cleanEnvironment(process.env, folder), ...ports, CARDWIRE_DATA: dataDir };
  // A process group of its own: Ctrl-C reaches the demo alone, which then ends the stack in order.
  const child = spawn(process.execPath, [join(projectDir, 'lib/local/start.ts')], {
    cwd: projectDir,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  closing.add(() => end(child));
  process.once('exit', () => kill(child));
  log.read(child.stdout);
  log.read(child.stderr);
  return { endpoints: await ready(child, env), foundBy: `CARDWIRE_DATA=${dataDir}`, log };
}

/** The stack tells where it is once its doors are open. */
async function ready(child: ChildProcess, env: NodeJS.ProcessEnv): Promise<LocalEndpoints> {
  const until = Date.now() + patience;
  while (Date.now() < until) {
    if (hasEnded(child)) throw new Error('Cardwire did not start.');
    const endpoints = localEndpoints(env);
    if (endpoints) return endpoints;
    await sleep(50);
  }
  throw new Error(`Cardwire did not start within ${patience / 1000} seconds.`);
}

/** Whatever the person at the machine has set for their own Cardwire or AWS does not reach the demo's. */
function cleanEnvironment(env: NodeJS.ProcessEnv, folder: string): NodeJS.ProcessEnv {
  const own = /^(CARDWIRE_|AWS_|SLS_|SERVERLESS_|TABLE_NAME$|NODE_OPTIONS$)/;
  const kept = Object.entries(env).filter(([name]) => !own.test(name));
  return { ...Object.fromEntries(kept), HOME: folder, NO_COLOR: '1', SLS_LOG_LEVEL: 'warning' };
}

async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  await Promise.race([ended, sleep(grace, undefined, { ref: false })]);
  kill(child);
}

/** The whole group: the bundler runs in a process of its own. */
function kill(child: ChildProcess): void {
  if (hasEnded(child) || child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has just ended by itself.
  }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
