import { createRequire } from 'node:module';
import { LocalProblem } from './problem.ts';
import { localSettings } from './settings.ts';
import { requireFolder } from './stack-file.ts';

/**
 * `npm start`: `serverless offline start`, in this process, with the functions' own log and without serverless-offline's:
 * it would print every address with its seal.
 */
process.env.SLS_LOG_LEVEL ??= 'warning';
try {
  // Serverless would tell it with a stack trace, in the middle of its own words.
  requireFolder(localSettings(process.env).dataDir);
} catch (error) {
  if (!(error instanceof LocalProblem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
process.argv.splice(2, process.argv.length, 'offline', 'start');
createRequire(import.meta.url)('serverless/bin/serverless.js');
