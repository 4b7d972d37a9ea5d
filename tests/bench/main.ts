import { openHouse } from '../flows/house.ts';
import { measureBundles } from './bundles.ts';
import { countHappenings } from './happenings.ts';
import { assumptions, pricePerThousand } from './prices.ts';
import { measureDoor, measureThroughput } from './speed.ts';
import { printTable } from './table.ts';

/** Measures the house on the embedded stack, against fakes that answer at once. Figures of one machine: compare within one run. */

const bundles = await measureBundles(15);
const [empty, bareSqs] = bundles.map(({ importMs }) => importMs);
printTable(
  'What is deployed',
  ['', 'KiB', 'import ms', 'x empty handler', 'x bare SQS client'],
  bundles.map(({ name, bytes, importMs }) => [
    name,
    (bytes / 1024).toFixed(0),
    importMs.toFixed(0),
    (importMs / (empty ?? 1)).toFixed(0),
    (importMs / (bareSqs ?? 1)).toFixed(2),
  ]),
);

const house = await openHouse();
const happenings = await countHappenings(house);
printTable(
  'Calls per happening, warm',
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
process.stdout.write(`\n  ${assumptions}\n`);

const door = await measureDoor(house, 500);
const perSecond = await measureThroughput(house, 200);
printTable(
  'Speed on this machine',
  ['', 'p50 ms', 'p99 ms', 'a second'],
  [
    ['webhook door, one by one', door.p50.toFixed(1), door.p99.toFixed(1), (1000 / door.p50).toFixed(0)],
    ['change on the board to post in the chat, 200 at once', '', '', perSecond.toFixed(0)],
  ],
);
await house.stop();
