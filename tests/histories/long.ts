import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Figures, noFigures, sum } from './figures.ts';
import type { Outcome } from './long-worker.ts';
import { tasksOf } from './tasks.ts';

/**
 * Plays many histories on all processors and shows how far it is: `npm run test:long`, or `npm run test:long -- 5000 7` for so many from this
 * seed. Ends with 1 when one breaks a promise, with its seed and the shortest history that does.
 */

const [histories = 100_000, seed = Date.now() % 1_000_000_000] = process.argv.slice(2).map(Number);
const tasks = [...tasksOf(histories, seed)];
const began = Date.now();
let total = noFigures();

process.stdout.write(`${histories} histories, seeds ${seed} to ${seed + tasks.length - 1}\n`);
const workers = Math.min(availableParallelism(), tasks.length);
await Promise.all(Array.from({ length: workers }, work));
process.stdout.write(`\nNo promise was broken: ${JSON.stringify(total)}\n`);

/** One process, fed until nothing is left. */
function work(): Promise<void> {
  return new Promise((done) => {
    const child = fork(fileURLToPath(new URL('./long-worker.ts', import.meta.url)));
    const feed = () => {
      const task = tasks.shift();
      if (task) return void child.send(task);
      child.disconnect();
      return done();
    };
    child.on('message', (outcome: Outcome) => {
      if ('failure' in outcome) fail(outcome.failure);
      total = sum(total, outcome);
      showProgress(total);
      feed();
    });
    child.on('exit', (code) => {
      if (code !== 0) fail(`a process ended with ${code}`);
    });
    feed();
  });
}

function showProgress({ histories: played, events, faults }: Figures): void {
  const perSecond = played / ((Date.now() - began) / 1000);
  const left = Math.ceil((histories - played) / perSecond / 60);
  const share = Math.floor((100 * played) / histories);
  const line = `${share} %  ${played} histories, ${events} events, ${faults} faults  ${perSecond.toFixed(0)} a second, ${left} min left`;
  process.stdout.write(process.stdout.isTTY ? `\r${line}   ` : `${line}\n`);
}

function fail(why: string): never {
  process.stdout.write(`\n${why}\n`);
  process.exit(1);
}
