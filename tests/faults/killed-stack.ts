import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../lib/local/demo/free-port.ts';
import { type LocalEndpoints, localEndpoints } from '../../lib/local/stack-file.ts';

const root = join(import.meta.dirname, '../..');
/** Milliseconds until a start is given up: the functions are bundled first. */
const patience = 300_000;

/** What `npm start` starts, on one port and one folder of data however often it is killed. */
export interface KilledStack {
  /** Starts it, `ahead` milliseconds later on its own clock than on this one. Resolves once its doors are open. */
  start(ahead?: number): Promise<LocalEndpoints>;
  /** `kill -9` of its whole process tree. */
  kill(): Promise<void>;
}

/** Prepares it; nothing runs yet. */
export async function prepareStack(dataDir: string): Promise<KilledStack> {
  const env: NodeJS.ProcessEnv = {
    ...{ PATH: process.env.PATH, HOME: dataDir, NO_COLOR: '1', CARDWIRE_DATA: dataDir },
    ...{ CARDWIRE_PORT: `${await freePort()}`, CARDWIRE_SMTP_PORT: `${await freePort()}` },
  };
  let child: ChildProcess | undefined;
  const ended = () => child === undefined || child.exitCode !== null || child.signalCode !== null;

  return {
    start: async (ahead = 0) => {
      const clock = `--import=${new URL('ahead.ts', import.meta.url)}?${ahead}`;
      child = spawn(process.execPath, [clock, join(root, 'lib/local/start.ts')], {
        cwd: root,
        env,
        stdio: ['ignore', 'ignore', 'inherit'],
        // A process group of its own, so that all of it can be killed at once.
        detached: true,
      });
      for (const until = Date.now() + patience; Date.now() < until; ) {
        if (ended()) throw new Error('the stack ended');
        const endpoints = localEndpoints(env);
        if (endpoints) return endpoints;
        await sleep(50);
      }
      throw new Error('the stack does not start');
    },
    kill: async () => {
      if (!child?.pid || ended()) return;
      const gone = once(child, 'exit');
      process.kill(-child.pid, 'SIGKILL');
      await gone;
    },
  };
}
