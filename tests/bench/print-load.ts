import { openHouse } from '../flows/house.ts';
import { runningClock } from '../flows/house-clock.ts';
import { holdLoad, type LoadSample } from './load.ts';
import { measureRecovery } from './recovery.ts';
import { printTable } from './table.ts';

/** Reads how long a load is held, `90s` or `10m`; a minute when nothing is said. Gives milliseconds. */
export function durationOf(text = '1m'): number {
  const [, count = '', unit] = /^(\d+)([sm])$/.exec(text) ?? [];
  if (!unit) throw new Error('--load takes a time such as 90s or 10m');
  return Number(count) * (unit === 'm' ? 60_000 : 1_000);
}

/** Holds the load for so long and prints what came of it. False when something was lost or told twice. */
export async function printLoad(ms: number): Promise<boolean> {
  const house = await openHouse(undefined, { clock: runningClock() });
  const minutes = (ms / 60_000).toFixed(1);
  tell(`Load for ${minutes} min: comments from the chat and on the board, each told in two rooms`);
  const { commands, changes, seconds, lost, twice } = await holdLoad(house, ms, tellSample);
  await house.stop();
  printTable(
    'In all',
    ['', 'in all', 'a second'],
    [
      ['commands', commands, (commands / seconds).toFixed(1)],
      ['changes', changes, (changes / seconds).toFixed(1)],
      ['lost', lost.length, ''],
      ['told twice', twice.length, ''],
    ],
  );
  return lost.length === 0 && twice.length === 0;
}

/** Measures recovery and prints it. */
export async function printRecovery(happenings: number): Promise<void> {
  const house = await openHouse(undefined, { clock: runningClock() });
  const { first, last } = await measureRecovery(house, happenings, tell);
  await house.stop();
  printTable(
    `Recovery: ${happenings} moves while the board did not answer`,
    ['from its return', 'seconds'],
    [
      ['to the first card that shows it', first.toFixed(1)],
      ['to the last', last.toFixed(1)],
    ],
  );
}

function tellSample({ at, begun, queued, oldestMs, heapMib }: LoadSample): void {
  const waits = `${queued} queued, the oldest not shown for ${oldestMs.toFixed(0)} ms`;
  tell(`${at.toFixed(0)} s: ${begun} happenings, ${waits}, heap ${heapMib.toFixed(0)} MiB`);
}

function tell(line: string): void {
  process.stdout.write(`  ${line}\n`);
}
