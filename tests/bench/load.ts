import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import type { House } from '../flows/house.ts';
import { createTally } from './tally.ts';

/** One look at the house under load. */
export interface LoadSample {
  /** Seconds since the load began. */
  readonly at: number;
  /** How many commands and changes were begun so far. */
  readonly begun: number;
  /** Messages that the queues hold, those that wait for a burst's end among them. */
  readonly queued: number;
  /** How long the oldest happening that is not shown yet has been waiting: milliseconds. */
  readonly oldestMs: number;
  /** Heap in use after a collection: MiB. Fakes and embedded queues and table live in the same process. */
  readonly heapMib: number;
}

export interface Load {
  readonly commands: number;
  readonly changes: number;
  readonly seconds: number;
  readonly lost: readonly string[];
  readonly twice: readonly string[];
}

/** So many cards are talked about in turn: a card's next word comes when its burst is over, so that the work counts and not the wait. */
const CARDS = 300;
const SLICE = 50;

/** So many people talk, each about cards of their own: nobody does more than one person is let do in a minute. */
const PEOPLE = 30;
const personOf = (index: number) => `person${index % PEOPLE}`;

/** So many happenings are not shown yet at most: then the next waits. */
const IN_FLIGHT = 40;

/** The longest that anything may take to be shown at the end. Milliseconds. */
const PATIENCE = 180_000;

/**
 * Lets people comment from the chat and on the board, as fast as the house takes it in, two on the board for one in the chat, for so long; waits
 * until all is shown, and says what is not shown or shown twice in the team's room.
 * @param sampled hears of each look as it is taken: a long load is watched while it lasts.
 */
export async function holdLoad(
  house: House,
  ms: number,
  sampled: (sample: LoadSample) => void,
): Promise<Load> {
  const cards = await openCards(house);
  const tally = createTally(house);
  const ann = house.wekan.asUser('ann');
  const began = Date.now();
  const end = began + ms;
  let begun = 0;
  let commands = 0;

  const sampleEvery = Math.max(5_000, ms / 10);
  let nextSample = began + sampleEvery;
  const ticking = keepTime(house);
  while (Date.now() < end) {
    tally.look();
    if (Date.now() >= nextSample) {
      nextSample += sampleEvery;
      sampled({ at: (Date.now() - began) / 1000, begun, ...tally.state(), ...(await resources(house)) });
    }
    if (tally.open() >= IN_FLIGHT) {
      await sleep(5);
      continue;
    }
    const card = cards[begun % cards.length];
    if (!card) throw new Error('no card');
    const text = `said ${begun} end`;
    begun += 1;
    tally.expect(text);
    if (begun % 3 === 0) {
      commands += 1;
      const person = house.mattermost.as(personOf(cards.indexOf(card)));
      void person.command('town-square', `/card comment #${card.cardNumber} ${text}`);
    } else void ann.comment(card._id, text);
    await sleep(0);
  }
  const seconds = (Date.now() - began) / 1000;
  const patience = Date.now() + PATIENCE;
  while (tally.open() > 0 && Date.now() < patience) {
    await sleep(50);
    tally.look();
  }
  ticking.stop();
  return { commands, changes: begun - commands, seconds, lost: tally.lost(), twice: tally.twice() };
}

/** What waits for a moment comes back when it has come. */
export function keepTime(house: House): { stop(): void } {
  const timer = setInterval(() => house.pass(0), 250);
  return { stop: () => clearInterval(timer) };
}

/** Cards that stand on the board and in both rooms. */
async function openCards(house: House) {
  const before = house.wekan.world.cards.length;
  for (let index = 0; index < PEOPLE; index += 1) house.mattermost.addUser(personOf(index));
  for (let count = 0; count < CARDS; count += 1) {
    await house.mattermost.as(personOf(count)).command('town-square', `/card Load ${count}`);
    if (count % SLICE === SLICE - 1) await house.settle();
  }
  // One person's commands keep their order, those of several need not: the title says whose card it is.
  const made = house.wekan.world.cards.slice(before);
  return made.toSorted((one, other) => numberIn(one.title) - numberIn(other.title));
}

const numberIn = (title: string) => Number(title.replace('Load ', ''));

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

async function resources({ clients, queueUrls }: House) {
  const names = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
  let queued = 0;
  for (const QueueUrl of [queueUrls.events, queueUrls.deliveries]) {
    const command = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...names] });
    const { Attributes = {} } = await clients.sqs.send(command);
    for (const name of names) queued += Number(Attributes[name] ?? 0);
  }
  collect();
  return { queued, heapMib: process.memoryUsage().heapUsed / 2 ** 20 };
}
