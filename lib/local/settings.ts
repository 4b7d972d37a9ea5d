import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withoutSlash } from '../domain/url.ts';
import { LocalProblem } from './problem.ts';

/** Where one embedded stack lives on this machine. */
export interface LocalSettings {
  readonly host: string;
  /** Of the doors. SQS and DynamoDB take any free port. */
  readonly port: number;
  /** Where SMTP listens. */
  readonly smtpPort: number;
  /** Where the page with sent mails would like to be. */
  readonly mailPagePort: number;
  /** Everything the stack keeps. */
  readonly dataDir: string;
  /** What other systems call the doors by, without a slash at the end. */
  readonly url: string;
}

/** The project's folder. */
export const projectDir = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Reads `CARDWIRE_PORT` (4100), `CARDWIRE_SMTP_PORT` (25 more than that), `CARDWIRE_HOST` (127.0.0.1; 0.0.0.0 when a chat or board server runs elsewhere),
 * `CARDWIRE_DATA` (`.cardwire/<port>`) and `CARDWIRE_URL` (when a proxy or tunnel stands in front).
 * @throws LocalProblem when the port is none.
 */
export function localSettings(env: Readonly<Record<string, string | undefined>>): LocalSettings {
  const port = portOf('CARDWIRE_PORT', env.CARDWIRE_PORT || 4100);
  const smtpPort = portOf('CARDWIRE_SMTP_PORT', env.CARDWIRE_SMTP_PORT || beside(port, 25));
  const host = env.CARDWIRE_HOST || '127.0.0.1';
  const data = env.CARDWIRE_DATA || join('.cardwire', String(port));
  const url = env.CARDWIRE_URL || `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
  const dataDir = resolve(projectDir, data);
  return { host, port, smtpPort, mailPagePort: beside(port, 26), dataDir, url: withoutSlash(url) };
}

function portOf(name: string, written: string | number): number {
  const port = Number(written);
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  throw new LocalProblem(`${name} must be a port: a number from 1 to 65535.`);
}

/** So that stacks that run at once do not meet. */
function beside(port: number, steps: number): number {
  return port + steps <= 65535 ? port + steps : port - steps;
}
