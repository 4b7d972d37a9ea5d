import { createReconciler } from '../../lib/dispatch/reconcile/reconciler.ts';
import { captureLog } from '../flows/capture-log.ts';
import { type House, keysFor } from '../flows/house.ts';
import type { BoardHands } from './board-hands.ts';
import { type Calls, createCounter } from './counting.ts';

/** What looking through one board costs, by what there is to be found. */
export interface SweepCalls {
  readonly cards: number;
  /** A call of the schedule that comes before the board's time. */
  readonly early: Calls;
  readonly quiet: Calls;
  /** One card was moved; what comes of it is not counted. */
  readonly busy: Calls;
}

const CARDS = 30;
const MINUTE = 60_000;
/** Wekan's columns are all read with every sixth look. */
const LOOKS = 6;

/** Opens cards from the chat and counts the calls of looks at their board: of several quiet ones, the mean. */
export async function countSweeps(house: House, hands: BoardHands): Promise<SweepCalls> {
  const tom = house.mattermost.as('tom');
  for (let card = 0; card < CARDS; card += 1) {
    await tom.command('town-square', `/card Swept ${card}`);
    await house.settle();
  }
  await house.lapse(MINUTE);
  const look = createReconciler({
    tableName: house.tableName,
    eventsQueueUrl: house.queueUrls.events,
    secretsKeys: keysFor('stored-secrets'),
    ...{ ...house.clients, now: house.now, log: captureLog().log },
  });
  const count = createCounter(house, hands.requests);
  const looked = async () => {
    house.pass(5 * MINUTE);
    count();
    await look();
    return count();
  };
  // By then every card has had its turn.
  for (let first = 0; first < 2 * LOOKS; first += 1) await looked();
  await house.settle();

  count();
  await look();
  const early = count();
  const quiet: Calls[] = [];
  for (let each = 0; each < LOOKS; each += 1) quiet.push(await looked());
  await hands.move('Swept 1', hands.columns.next);
  await house.lapse(MINUTE);
  return { cards: CARDS, early, quiet: mean(quiet), busy: await looked() };
}

function mean(all: readonly Calls[]): Calls {
  const of = (pick: (calls: Calls) => number) =>
    all.reduce((sum, calls) => sum + pick(calls), 0) / all.length;
  return {
    sqs: of(({ sqs }) => sqs),
    messages: of(({ messages }) => messages),
    writes: of(({ writes }) => writes),
    writeUnits: of(({ writeUnits }) => writeUnits),
    reads: of(({ reads }) => reads),
    readUnits: of(({ readUnits }) => readUnits),
    board: of(({ board }) => board),
    chat: of(({ chat }) => chat),
  };
}
