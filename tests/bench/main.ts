import { type House, openHouse } from '../flows/house.ts';
import { openTaigaHouse } from '../flows/taiga-house.ts';
import { type BoardHands, taigaHands, wekanHands } from './board-hands.ts';
import { measureBundles, measureOnDemand } from './bundles.ts';
import { discordRequests, measureVerify } from './discord-requests.ts';
import { slowestFirstAnswers } from './first-answer.ts';
import { countHappenings } from './happenings.ts';
import { assumptions, pricePerThousand } from './prices.ts';
import { measureDoor, measureThroughput, type Speed } from './speed.ts';
import { printTable } from './table.ts';
import { taigaRequests, wekanRequests } from './webhook-requests.ts';

/** Measures the house on the embedded stack, against fakes that answer at once. Figures of one machine: compare within one run. */

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

const house = await openHouse();
await printHappenings('Wekan', house, wekanHands(house));
const wekanDoor = await measureDoor(500, wekanRequests(house));
const discord = discordRequests(house);
const discordDoor = await measureDoor(500, discord.command);
const suggestionsDoor = await measureDoor(500, discord.suggestions);
const perSecond = await measureThroughput(house, 200);
await house.stop();

const withTaiga = await openTaigaHouse();
await printHappenings('Taiga', withTaiga.house, taigaHands(withTaiga));
const largest = taigaRequests(withTaiga);
const taigaDoor = await measureDoor(500, largest.send);
await withTaiga.stop();
process.stdout.write(`\n  ${assumptions}\n`);

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

function speedRow(name: string, { p50, p99 }: Speed): readonly string[] {
  return [name, p50.toFixed(1), p99.toFixed(1), (1000 / p50).toFixed(0)];
}
