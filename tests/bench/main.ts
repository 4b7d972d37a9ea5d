import { type House, openHouse } from '../flows/house.ts';
import { runningClock } from '../flows/house-clock.ts';
import { openTaigaHouse } from '../flows/taiga-house.ts';
import { type BoardHands, taigaHands, wekanHands } from './board-hands.ts';
import { measureBundles, measureOnDemand } from './bundles.ts';
import { discordRequests, measureVerify } from './discord-requests.ts';
import { slowestFirstAnswers } from './first-answer.ts';
import { countHappenings } from './happenings.ts';
import { measureMemory } from './mail-memory.ts';
import { measureHostile, measureSizes } from './mail-reading.ts';
import { assumptions, boardCallsPerDay, centsPerDay, pricePerThousand } from './prices.ts';
import { durationOf, printLoad, printRecovery } from './print-load.ts';
import { measureDoor, measureThroughput, type Speed } from './speed.ts';
import { countSweeps, type SweepCalls } from './sweeps.ts';
import { printTable } from './table.ts';
import { taigaRequests, wekanRequests } from './webhook-requests.ts';

/**
 * Measures the house on the embedded stack, against fakes that answer at once. Figures of one machine: compare within one run. With
 * `-- --load 10m` it holds a load for so long instead, with `-- --recovery 1000` it catches up with so many happenings.
 */

const [what, amount] = process.argv.slice(2);
if (what === '--load') process.exit((await printLoad(durationOf(amount))) ? 0 : 1);
if (what === '--recovery') {
  await printRecovery(Number(amount ?? 1000));
  process.exit(0);
}

const bundles = await measureBundles(15);
const [empty, bareSqs] = bundles.map(({ importMs }) => importMs);
printTable(
  'What is deployed',
  ['', 'KiB', '+ on demand', 'import ms', 'x empty handler', 'x bare SQS client'],
  bundles.map(({ name, bytes, onDemand, importMs }) => [
    name,
    (bytes / 1024).toFixed(0),
    (onDemand / 1024).toFixed(0),
    importMs.toFixed(0),
    (importMs / (empty ?? 1)).toFixed(0),
    (importMs / (bareSqs ?? 1)).toFixed(2),
  ]),
);

const house = await openHouse(undefined, { clock: runningClock() });
await printHappenings('Wekan', house, wekanHands(house));
const wekanSweeps = await countSweeps(house, wekanHands(house));
const wekanDoor = await measureDoor(500, wekanRequests(house));
const discord = discordRequests(house);
const discordDoor = await measureDoor(500, discord.command);
const suggestionsDoor = await measureDoor(500, discord.suggestions);
const perSecond = await measureThroughput(house, 200);
await house.stop();

const withTaiga = await openTaigaHouse({ clock: runningClock() });
await printHappenings('Taiga', withTaiga.house, taigaHands(withTaiga));
const taigaSweeps = await countSweeps(withTaiga.house, taigaHands(withTaiga));
const largest = taigaRequests(withTaiga);
const taigaDoor = await measureDoor(500, largest.send);
await withTaiga.stop();
process.stdout.write(`\n  ${assumptions}\n`);

printTable(
  'Looking through one board for what no webhook told, every five minutes',
  [
    '',
    'cards',
    'board calls',
    'DynamoDB reads (units)',
    'writes',
    'of a find, board calls',
    'board calls a day',
    'cents a day',
  ],
  [sweepRow('Wekan', wekanSweeps), sweepRow('Taiga', taigaSweeps)],
);

printTable(
  'Speed on this machine',
  ['', 'p50 ms', 'p99 ms', 'a second'],
  [
    speedRow("Wekan's door, one by one", wekanDoor),
    speedRow(`Taiga's door, the largest recorded webhook (${largest.bytes} bytes)`, taigaDoor),
    speedRow("Discord's door, a command", discordDoor),
    speedRow("Discord's door, suggestions out of the table", suggestionsDoor),
    ['  of it, one Ed25519 signature', measureVerify(2000).toFixed(2), '', ''],
    ['change on the board to post in the chat, 200 at once', '', '', perSecond.toFixed(0)],
  ],
);

const discordBundle = bundles.find(({ name }) => name === 'discord-interaction');
printTable(
  "Discord's first answer at its slowest, calculated from what was measured",
  ['', 'ms'],
  slowestFirstAnswers({
    importMs: discordBundle?.importMs ?? Number.NaN,
    onDemandMs: await measureOnDemand(15),
    doorMs: discordDoor.p99,
  }).map(({ name, ms }) => [name, ms.toFixed(0)]),
);

printTable(
  'Reading a mail: all that its door does but S3, the table and the queue',
  ['', 'kB', 'ms', 'ms for 100 kB'],
  (await measureSizes()).map(({ name, bytes, ms }) => [
    name,
    (bytes / 1000).toFixed(0),
    ms.toFixed(1),
    ((ms / bytes) * 100_000).toFixed(1),
  ]),
);
printTable(
  'Reading 100 kB that are made to take long',
  ['', 'ms'],
  (await measureHostile()).map(({ name, ms }) => [name, ms.toFixed(1)]),
);
printTable(
  'Reading a mail with files, in a process of its own; the function has 1,024 MB',
  ['', 'MiB at the peak', 'ms'],
  (await measureMemory()).map(({ megabytes, peak, ms }) => [
    `${megabytes} MiB${megabytes > 25 ? ', of which the door reads 256 KiB' : ''}`,
    peak.toFixed(0),
    ms.toFixed(0),
  ]),
);

async function printHappenings(product: string, house: House, hands: BoardHands): Promise<void> {
  const happenings = await countHappenings(house, hands);
  printTable(
    `Calls per happening on ${product}, warm`,
    ['', 'SQS', 'DynamoDB writes', '(units)', 'reads', 'board', 'chat', '$ per 1,000'],
    happenings.map(({ name, calls }) => [
      name,
      calls.sqs,
      calls.writes,
      calls.writeUnits,
      calls.reads,
      calls.board,
      calls.chat,
      pricePerThousand(calls).toFixed(4),
    ]),
  );
}

function sweepRow(product: string, { cards, early, quiet, busy }: SweepCalls): readonly (string | number)[] {
  return [
    ...[
      product,
      cards,
      quiet.board.toFixed(1),
      quiet.readUnits.toFixed(1),
      quiet.writes.toFixed(1),
      busy.board,
    ],
    ...[boardCallsPerDay(quiet).toFixed(0), centsPerDay(early, quiet).toFixed(2)],
  ];
}

function speedRow(name: string, { p50, p99 }: Speed): readonly string[] {
  return [name, p50.toFixed(1), p99.toFixed(1), (1000 / p50).toFixed(0)];
}
