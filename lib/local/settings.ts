import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withoutSlash } from '../domain/url.ts';
import { LocalProblem } from './problem.ts';

/** Where one embedded stack lives on this machine. */
export interface LocalSettings {
  readonly host: string;
  /** Of the doors. SQS and DynamoDB take any free port. */
  readonly port: number;
  /** Everything the stack keeps. */
  readonly dataDir: string;
  /** What other systems call the doors by, without a slash at the end. */
  readonly url: string;
}

/** The project's folder. */
export const projectDir = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Reads `CARDWIRE_PORT` (4100), `CARDWIRE_HOST` (127.0.0.1; 0.0.0.0 when a chat or board server runs elsewhere),
 * `CARDWIRE_DATA` (`.cardwire/<port>`) and `CARDWIRE_URL` (when a proxy or tunnel stands in front).
 * @throws LocalProblem when the port is none.
 */
export function localSettings(env: Readonly<Record<string, string | undefined>>): LocalSettings {
  const port = Number(env.CARDWIRE_PORT || 4100);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new LocalProblem('CARDWIRE_PORT must be a port: a number from 1 to 65535.');
  }
  const host = env.CARDWIRE_HOST || '127.0.0.1';
  const data = env.CARDWIRE_DATA || join('.cardwire', String(port));
  const url = env.CARDWIRE_URL || `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
  return { host, port, dataDir: resolve(projectDir, data), url: withoutSlash(url) };
}
