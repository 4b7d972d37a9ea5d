import { accessSync, constants, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { demoKey } from './demo-key.ts';
import { LocalProblem } from './problem.ts';
import { localSettings } from './settings.ts';

/** What another process needs to work on a stack that runs here. */
export interface LocalEndpoints {
  /** Base URL of the doors. */
  readonly url: string;
  readonly sqs: string;
  readonly s3: string;
  readonly dynamodb: string;
  /** What stands in for SES, and the page that shows what went out. */
  readonly ses: string;
  /** Where mail comes in. */
  readonly smtpPort: number;
  readonly region: string;
  readonly tableName: string;
  /** Queue URLs by the template's logical ids. */
  readonly queueUrls: Readonly<Record<string, string>>;
  /** Fingerprints of its deployment keys, the one that it writes with first. A stack that was started by an older version tells none. */
  readonly fingerprints?: readonly string[];
  /** The deployment key when it is the demo's. Absent when the stack was started with a CARDWIRE_KEY: that is kept nowhere. */
  readonly key?: string;
}

interface StackFile extends Omit<LocalEndpoints, 'key'> {
  readonly pid: number;
  readonly demo: boolean;
}

/**
 * Finds the embedded stack that runs on this machine, by the same environment as it was started with (`CARDWIRE_PORT`,
 * `CARDWIRE_DATA`).
 * @returns undefined when none runs.
 */
export function localEndpoints(
  env: Readonly<Record<string, string | undefined>> = process.env,
): LocalEndpoints | undefined {
  const file = read(stackFile(localSettings(env).dataDir));
  if (!file || !isAlive(file.pid)) return undefined;
  const { pid: _pid, demo, ...endpoints } = file;
  return demo ? { ...endpoints, key: demoKey } : endpoints;
}

/**
 * Makes the folder for the data, unless it is there.
 * @throws LocalProblem when nothing can be kept there.
 */
export function requireFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK);
  } catch {
    throw new LocalProblem(
      `Nothing can be kept in ${dataDir}. Name a folder that you may write to: CARDWIRE_DATA=<folder>.`,
    );
  }
}

/**
 * Makes sure that no other stack works on the same data: two would hand out the same messages.
 * @throws LocalProblem when one answers.
 */
export async function requireFreeData(dataDir: string): Promise<void> {
  const file = read(stackFile(dataDir));
  if (!file || !isAlive(file.pid) || !(await answers(file.sqs))) return;
  throw new LocalProblem(
    `Another Cardwire (process ${file.pid}) works on the data in ${dataDir}. Stop it, or choose another folder: CARDWIRE_DATA=<folder>.`,
  );
}

/** Lets other processes of this user find the stack. */
export function announceStack(dataDir: string, endpoints: Omit<LocalEndpoints, 'key'>, demo: boolean): void {
  const file: StackFile = { ...endpoints, pid: process.pid, demo };
  mkdirSync(dirname(stackFile(dataDir)), { recursive: true });
  writeFileSync(stackFile(dataDir), `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600 });
}

/** The stack has ended. */
export function withdrawStack(dataDir: string): void {
  rmSync(stackFile(dataDir), { force: true });
}

function stackFile(dataDir: string): string {
  return join(dataDir, 'stack.json');
}

function read(path: string): StackFile | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** A process id alone proves nothing after a restart of the machine. */
async function answers(sqs: string): Promise<boolean> {
  try {
    return (await fetch(`${sqs}/health`)).ok;
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
