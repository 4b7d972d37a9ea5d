import { createRequire } from 'node:module';

/**
 * `npm start`: `serverless offline start`, in this process, with the functions' own log and without serverless-offline's:
 * it would print every address with its seal.
 */
process.env.SLS_LOG_LEVEL ??= 'warning';
process.argv.splice(2, process.argv.length, 'offline', 'start');
createRequire(import.meta.url)('serverless/bin/serverless.js');
