import { setImmediate as macrotask } from 'node:timers/promises';
import { createDispatcher } from '../../lib/dispatch/dispatcher.ts';
import { createStore, type Store } from '../../lib/store/store.ts';
import { createTable } from '../../lib/store/table.ts';
import { storeTeam } from '../../lib/teams/stored.ts';
import { Clock } from './clock.ts';
import { type Doors, openDoors, silent } from './doors.ts';
import { dynamoThrough, MemoryTable } from './dynamo.ts';
import { boardSide, chatSide, type FarSide, httpTo } from './far-sides.ts';
import type { Fault } from './faults.ts';
import { FifoQueues, sqsThrough } from './fifo.ts';
import { chatCalls, type Hands, openHands } from './hands.ts';
import { Records } from './records.ts';
import { keysFor, makeTeamWorld, type TeamWorld } from './team-world.ts';
import { type Step, Workers } from './workers.ts';

const queueUrl = (name: string) => `http://sqs.test/${name}`;

/** As many runs at once as the history lets there be. */
const CONCURRENCY = 4;

/** A history that does not come to rest after so many steps never will. */
const LONGEST = 8_000;

/** What decides how things go where they could go either way. */
export interface Script {
  /** Which of so many things comes next; less than 0 lets time go on first. */
  choose(of: number): number;
  faultFor(step: Step): Fault;
}

/** Nothing goes wrong, one run after the other. */
export const calm: Script = { choose: () => 0, faultFor: () => 'none' };

/** The whole house in one process and in a time of its own: two teams, their boards and chats, queues, table, runs. */
export interface House {
  readonly clock: Clock;
  readonly worlds: readonly [TeamWorld, TeamWorld];
  readonly hands: readonly [Hands, Hands];
  readonly queues: FifoQueues;
  readonly table: MemoryTable;
  readonly store: Store;
  readonly workers: Workers;
  readonly records: Records;
  /** Lets time and work go on until this moment, or until nothing is left to do. */
  play(script: Script, until?: number): Promise<void>;
}

/** Opens it, both teams set up. */
export async function openHouse(): Promise<House> {
  const clock = new Clock(Date.UTC(2026, 10, 21, 9));
  const queues = new FifoQueues(clock.read);
  const table = new MemoryTable();
  const worlds = [makeTeamWorld('ops', clock), makeTeamWorld('lab', clock)] as const;
  const doors: Doors = openDoors(queues, queueUrl('events'), clock.read);
  const farSides: FarSide[] = worlds.flatMap((world) => [
    boardSide(world.boardHost, world.boardWorld, clock.read),
    chatSide(world.chatHost, world.chat, chatCalls(doors)),
  ]);
  const store = createStore(
    createTable(
      dynamoThrough(async (each) => table.execute(each)),
      'table',
    ),
    clock.read,
  );
  for (const { team } of worlds)
    await store.teams.put({ id: team.id, settings: storeTeam(team, keysFor('stored-secrets')) });
  const records = new Records(worlds, table, queues, clock.read);
  const workers = new Workers(clock, queues, (through) =>
    createDispatcher({
      tableName: 'table',
      eventsQueueUrl: queueUrl('events'),
      deliveriesQueueUrl: queueUrl('deliveries'),
      doorKeys: {
        'mattermost-action': keysFor('mattermost-action'),
        'mail-link': keysFor('mail-link'),
        'mail-reply': keysFor('mail-reply'),
      },
      secretsKeys: keysFor('stored-secrets'),
      url: 'http://doors.test',
      dynamodb: dynamoThrough((each) => through('table', nameOf(each), () => table.execute(each))),
      sqs: sqsThrough((each) => through('queue', nameOf(each), () => queues.execute(each))),
      openHttp: () => httpTo(farSides, through),
      ...{ now: clock.read, random: () => 0.5, log: silent },
    }),
  );
  const hands = [openHands(worlds[0], doors, clock), openHands(worlds[1], doors, clock)] as const;

  async function play(script: Script, until = Number.POSITIVE_INFINITY): Promise<void> {
    for (let turn = 0; turn < LONGEST; turn += 1) {
      await macrotask();
      records.observe();
      const ready = workers.running < CONCURRENCY ? queues.receivable() : [];
      const { steps } = workers;
      if (clock.now >= until && until !== Number.POSITIVE_INFINITY) return;
      const options = steps.length + ready.length;
      const choice = options === 0 ? -1 : script.choose(options);
      if (choice < 0) {
        const next = Math.min(until, clock.nextWake() ?? Infinity, queues.nextVisible() ?? Infinity);
        if (next === Number.POSITIVE_INFINITY) return;
        clock.advanceTo(next);
        continue;
      }
      const chosen = choice % options;
      const step = steps[chosen];
      const message = ready[chosen - steps.length];
      if (step) await workers.pass(step, script.faultFor(step));
      else if (message) await workers.start(message);
    }
    throw new Error('the house does not come to rest');
  }

  return { clock, worlds, hands, queues, table, store, workers, records, play };
}

function nameOf(command: unknown): string {
  const { input } = command as {
    readonly input: { readonly Key?: { readonly sk?: { readonly S?: string } } };
  };
  const kind = (command as object).constructor.name.replace(/Command$/, '');
  return `${kind} ${input.Key?.sk?.S?.split('#')[0] ?? ''}`.trim();
}
