import { setImmediate as macrotask } from 'node:timers/promises';
import { sealAnew } from '../../lib/cli/seal-anew.ts';
import type { Http } from '../../lib/http/http.ts';
import { createChoiceLists } from '../../lib/store/choices.ts';
import { createStore, type Store } from '../../lib/store/store.ts';
import { createTable, type Item, type Key, type WholeTable } from '../../lib/store/table.ts';
import { MemoryBucket } from './bucket.ts';
import { Clock } from './clock.ts';
import { openDeadLetters, openDispatcher, openReconcile } from './container.ts';
import { openDoors } from './doors.ts';
import { dynamoThrough, MemoryTable } from './dynamo.ts';
import { type FarSide, httpTo } from './far-sides.ts';
import { type Fault, page } from './faults.ts';
import { FifoQueues } from './fifo.ts';
import { type Hands, openHands } from './hands.ts';
import { type MailDoors, type MailFault, openMailDoors } from './mail-doors.ts';
import { openMailbox } from './mail-side.ts';
import { PostOffice } from './post-office.ts';
import { Records } from './records.ts';
import { firstRelease, keysOf, type Release } from './release.ts';
import type { TaigaSide } from './taiga-side.ts';
import {
  makeSmallTeam,
  makeTaigaTeam,
  makeWekanTeam,
  type Surroundings,
  type TeamWorld,
} from './team-world.ts';
import type { WekanSide } from './wekan-side.ts';
import { type Step, Workers } from './workers.ts';

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

/** How far clocks are ahead of the dispatcher's. Milliseconds. */
export interface Clocks {
  readonly board: number;
  readonly chat: number;
  readonly doors: number;
}

export const oneClock: Clocks = { board: 0, chat: 0, doors: 0 };

/** The whole house in one process and in a time of its own: three teams, their boards and chats, queues, table, runs. */
export interface House {
  readonly clock: Clock;
  readonly worlds: readonly [TeamWorld<WekanSide>, TeamWorld<WekanSide>, TeamWorld<TaigaSide>];
  /** Of the first two. */
  readonly hands: readonly [Hands, Hands];
  readonly mailDoors: MailDoors;
  readonly office: PostOffice;
  readonly queues: FifoQueues;
  readonly table: MemoryTable;
  readonly store: Store;
  /** The table as the operator has it. */
  readonly whole: WholeTable;
  /** An operator's own calls, with which nothing goes wrong. */
  readonly http: Http;
  readonly workers: Workers;
  readonly records: Records;
  readonly release: Release;
  /** How often a release was deployed after the first. */
  readonly deploys: number;
  /** Doors and dispatcher are this release's from now on. */
  deploy(release: Release): void;
  /** Sets every team up anew, as the release that is deployed does it. */
  setUp(): Promise<void>;
  /** What `cardwire rotate` does while both keys are good: sets every team up anew, and seals anew what waits. */
  rotate(): Promise<void>;
  /** A server answers with its proxy's page alone, for so many milliseconds. */
  shut(host: string, time: number): void;
  /** Begins to look at every board whose time has come, as the schedule does. */
  sweep(): Promise<void>;
  /** Begins to take what queues have given up into the table, as the schedule does. Mails that failed are tried with this fault from now on. */
  drain(fault?: MailFault): Promise<void>;
  /** So many messages are handed out from now on; the one after them has been received too often. */
  giveUp(after: number): void;
  /** Lets time and work go on until this moment, or until nothing is left to do. */
  play(script: Script, until?: number): Promise<void>;
}

/** Opens it, all teams set up. `table`: another one than an empty one that works. */
export async function openHouse(skew = oneClock, table = new MemoryTable()): Promise<House> {
  const clock = new Clock(Date.UTC(2026, 10, 21, 9));
  const queues = new FifoQueues(clock.read);
  const inMemory = dynamoThrough(async (each) => table.execute(each));
  const tableAsIs = createTable(inMemory, 'table', clock.read);
  const whole: WholeTable = {
    ...tableAsIs,
    scan: async function* () {
      yield* [...table.items.values()] as (Item & Key)[];
    },
    remove: async ({ pk, sk }) => void table.items.delete(`${pk}\n${sk}`),
  };
  const store = createStore(tableAsIs, clock.read);
  const choices = createChoiceLists(tableAsIs, clock.read);
  const doors = openDoors(queues, () => clock.now + skew.doors, firstRelease, choices.get);
  const callOut: Surroundings['callOut'] =
    (fault) =>
    async (url, { headers, body = '' }) => {
      const { status, contentType, text } = await doors.call(new URL(url).pathname, { headers, body }, fault);
      return fault === 'answer-lost' ? undefined : { status, reason: '', contentType, text };
    };
  const office = new PostOffice(clock.read, table);
  const bucket = new MemoryBucket();
  const mailDoors = openMailDoors({
    ...{ clock, queues, bucket, store },
    ...{ now: () => clock.now + skew.doors, release: () => release },
  });
  const around: Surroundings = { clock, doors, callOut, skew, office, mailDoors };
  const worlds = [
    makeSmallTeam('ops', around),
    makeWekanTeam('lab', around),
    makeTaigaTeam('gym', around),
  ] as const;
  const records = new Records(worlds, table, queues);
  const farSides = worlds.flatMap(({ board, chats }) => [board.far, ...chats.map(({ far }) => far)]);
  const shut = new Map<string, number>();
  const watched = farSides.map((far): FarSide => {
    const answer = records.around(far.answer);
    const isShut = () => clock.now < (shut.get(far.host) ?? 0);
    return { ...far, answer: (request) => (isShut() ? page(503) : answer(request)) };
  });
  let release = firstRelease;
  let deploys = 0;
  let spared = Number.POSITIVE_INFINITY;
  let mailFault: MailFault = 'none';
  const parts = {
    ...{ table, queues, farSides: watched, office, bucket, now: clock.read },
    mailFunctions: () => mailDoors.again(mailFault),
  };
  const workers = new Workers(clock, queues, {
    dispatcher: (through) => openDispatcher({ ...parts, release, through }),
    reconcile: (through) => openReconcile({ ...parts, release, through }),
    deadLetters: (through) => openDeadLetters({ ...parts, release, through }),
  });

  async function setUp(): Promise<void> {
    for (const world of worlds) await store.teams.put({ id: world.id, settings: world.setUp(release) });
  }

  async function rotate(): Promise<void> {
    await setUp();
    await sealAnew(whole, keysOf(release, 'stored-secrets'));
  }

  async function play(script: Script, until = Number.POSITIVE_INFINITY): Promise<void> {
    records.touch();
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
        records.touch();
        continue;
      }
      const chosen = choice % options;
      const step = steps[chosen];
      const message = ready[chosen - steps.length];
      if (step) await workers.pass(step, script.faultFor(step));
      if (!message || step) continue;
      if (spared === 0) queues.wearOut(message);
      spared -= 1;
      if (!queues.redrive(message)) await workers.start(message);
    }
    throw new Error('the house does not come to rest');
  }

  await setUp();
  for (const world of worlds) await openMailbox(store, world);
  const hands = [openHands(worlds[0], records), openHands(worlds[1], records)] as const;
  return {
    ...{ mailDoors, office, whole, http: httpTo(watched, async (_side, _label, work) => work()) },
    ...{ clock, worlds, hands, queues, table, store, workers, records, setUp, rotate, play },
    shut: (host, time) => void shut.set(host, clock.now + time),
    sweep: () => workers.call('reconcile'),
    drain: (fault = 'none') => {
      mailFault = fault;
      return workers.call('deadLetters');
    },
    giveUp: (after) => {
      spared = after;
    },
    get release() {
      return release;
    },
    get deploys() {
      return deploys;
    },
    deploy: (next) => {
      release = next;
      deploys += 1;
      doors.deploy(next);
      workers.deploy();
    },
  };
}
