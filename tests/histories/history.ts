import * as fc from 'fast-check';
import type { Travel } from './board-side.ts';
import {
  type Doing,
  doing,
  doingByMail,
  doingToFiles,
  firstFiles,
  firstMail,
  thereAndBack,
  travel,
} from './doings.ts';
import { faultsAt } from './faults.ts';
import { type Clocks, calm, type House, openHouse, type Script } from './house.ts';
import { violationsOf } from './invariants.ts';
import { accept, deadLetters, replayDead } from './operator.ts';
import { perform } from './perform.ts';
import { newer } from './release.ts';
import type { TeamWorld } from './team-world.ts';

/** Everything that makes one history what it is. Plain data, so that a failed one can be read and played again. */
export interface History {
  readonly doings: readonly Doing[];
  /** So many calls go well, then one suffers this; again and again until the list is used up. */
  readonly faults: readonly { readonly after: number; readonly which: number }[];
  /** Decides which of the things that could come next does; 0 lets one run end before the next begins. */
  readonly turns: number;
  readonly clocks: Clocks;
  /** Every board has been looked at before: what is found from now on is told. In the end all is looked at once more. */
  readonly looked: boolean;
  /** How webhooks travel that tell of the bridge's own writes. */
  readonly echo: Travel;
}

const skew = fc.constantFrom(0, 0, 0, 700, -700, 40_000, -40_000, 300_000, -300_000);

const length = { minLength: 1, maxLength: 14, size: 'max' } as const;

const history: fc.Arbitrary<History> = fc.record({
  doings: fc.oneof(
    { arbitrary: fc.array(doing, length), weight: 3 },
    {
      arbitrary: fc
        .array(
          fc.oneof(
            { arbitrary: doing.map((one) => [one]), weight: 3 },
            { arbitrary: thereAndBack, weight: 1 },
          ),
          length,
        )
        .map((all) => all.flat()),
      weight: 1,
    },
    {
      arbitrary: fc
        .tuple(firstMail, fc.array(doingByMail, length))
        .map(([first, others]) => [first, ...others]),
      weight: 1,
    },
    {
      arbitrary: fc
        .tuple(firstFiles, fc.array(doingToFiles, length))
        .map(([first, others]) => [...first, ...others]),
      weight: 1,
    },
  ),
  faults: fc.array(fc.record({ after: fc.nat(40), which: fc.nat(13) }), { maxLength: 10, size: 'max' }),
  turns: fc.oneof({ arbitrary: fc.nat(), weight: 5 }, { arbitrary: fc.constant(0), weight: 1 }),
  clocks: fc.record({ board: skew, chat: skew, doors: fc.constantFrom(0, 0, 400, -400) }),
  looked: fc.boolean(),
  echo: travel,
});

/** Plays it to its end, until nothing is left to do. */
export async function playHistory(each: History, open = openHouse): Promise<House> {
  const house = await open(each.clocks);
  house.worlds[2].board.echo = each.echo;
  const script = scriptOf(each);
  if (each.looked) await lookAround(house);
  for (const [count, next] of each.doings.entries()) {
    // Without its token nothing comes to rest, and is tried every two minutes.
    const gap = isRefused(house) ? Math.min(next.gap, 400_000) : next.gap;
    await house.play(script, house.clock.now + gap);
    await perform(house, next, count);
  }
  await letIn(house);
  // What a newer release queued waits for one that can read it.
  house.deploy(newer(house.release));
  await house.play(script);
  await bringBack(house);
  await heal(house, each.looked);
  await catchUp(house);
  return house;
}

/** How histories are played. */
export interface Playing {
  /** Throws with the first one that breaks a promise, without looking for a shorter one. */
  readonly asFound?: boolean;
  readonly open?: typeof openHouse;
}

/** Plays many, and throws with the shortest one that breaks a promise. */
export async function playHistories(
  count: number,
  seed: number,
  played: (house: House) => void = () => undefined,
  { asFound = false, open = openHouse }: Playing = {},
): Promise<void> {
  const property = fc.asyncProperty(history, async (each) => {
    const house = await playHistory(each, open);
    played(house);
    const violations = violationsOf(house);
    if (violations.length > 0) throw new Error(violations.join('\n'));
  });
  const run = await fc.check(property, { numRuns: count, seed, endOnFailure: asFound });
  if (run.failed) throw new Error(tellFailure(run));
}

function tellFailure(run: fc.RunDetails<[History]>): string {
  const [shortest] = run.counterexample ?? [];
  const why = run.errorInstance instanceof Error ? run.errorInstance.message : String(run.errorInstance);
  return [
    `A history of seed ${run.seed} broke a promise (number ${run.numRuns}, made shorter ${run.numShrinks} times):`,
    why,
    'The shortest history that does:',
    shortest ? tellHistory(shortest) : '?',
    `Play it again with fast-check's path ${run.counterexamplePath}.`,
  ].join('\n\n');
}

function tellHistory({ doings, ...rest }: History): string {
  return [...doings, rest].map((each) => `  ${JSON.stringify(each)}`).join('\n');
}

function scriptOf({ faults, turns }: History): Script {
  let dice = turns;
  let left = [...faults];
  let good = left[0]?.after ?? 0;
  return {
    choose: () => {
      if (turns === 0) return 0;
      // Numerical Recipes' generator; its high bits are the good ones.
      dice = (Math.imul(dice, 1_664_525) + 1_013_904_223) >>> 0;
      return dice >>> 16;
    },
    faultFor: (step) => {
      const [next, ...rest] = left;
      if (!next) return 'none';
      if (good > 0) {
        good -= 1;
        return 'none';
      }
      left = rest;
      good = rest[0]?.after ?? 0;
      const faults = faultsAt(step);
      return faults[next.which % faults.length] ?? 'none';
    },
  };
}

function isRefused({ worlds }: House): boolean {
  return worlds.some(({ chats }) => chats.some((chat) => chat.refuses()));
}

/** In the end every chat is put right. */
async function letIn(house: House): Promise<void> {
  for (const world of house.worlds) await accept(house, world);
}

/** What was paused is caught up with the next thing that is told there: somebody says something on every card. */
async function catchUp(house: House): Promise<void> {
  const pauses = [...house.table.items].filter(
    ([key, { reason }]) => /PAUSED#/.test(key) && reason !== undefined,
  );
  const paused = house.worlds.filter(
    ({ id, chats }) =>
      chats.some(({ refusing }) => refusing.size > 0) ||
      pauses.some(([key]) => key.startsWith(`TEAM#${id}\n`)),
  );
  if (paused.length === 0) return;
  await letIn(house);
  for (const { board, sign } of paused) {
    for (const { id } of board.cards()) void board.person('ann').comment(id, `${sign} hello again ${id} end`);
  }
  await house.play(calm);
}

/** What died is brought back at last: whatever killed it is put right, and a replay that died lets go of it. */
async function bringBack(house: House): Promise<void> {
  house.giveUp(Number.POSITIVE_INFINITY);
  await drainAll(house);
  const dead = await deadLetters(house);
  if (dead.length === 0) return;
  house.clock.advanceTo(house.clock.now + 120_000);
  await replayDead(house, dead, 'whole');
  await house.play(calm);
  // Mail goes back to where it is drained from.
  await drainAll(house);
}

/** The schedule comes round until no queue has dead letters: what a run that was killed had received is there again by then. */
async function drainAll(house: House): Promise<void> {
  while ([...house.queues.dead.values()].some(({ size }) => size > 0)) {
    house.clock.advanceTo(house.clock.now + 120_000);
    await house.drain();
    await house.play(calm);
  }
}

/** A board tells nothing twice. What no door took shows with the next thing that happens to the card, or when it is looked for. */
async function heal(house: House, looked: boolean): Promise<void> {
  // By now somebody has set up anew what a rotation left behind.
  if (house.release.rotated > 0) await house.setUp();
  house.worlds[2].board.echo = { arrivesAfter: [0], fault: 'none' };
  if (looked) return lookAround(house);
  for (const { board } of house.worlds) {
    for (const id of new Set(board.refused.map(({ card }) => card)))
      if (board.cards().some((card) => card.id === id)) void board.person('ann').attach(id, 'plan.pdf');
  }
  await house.play(calm);
}

/** A card that leaves a Wekan board may be missed until all columns are read, with every sixth look (wekan.md A2.8). */
const LOOKS = 6;

/** Looks at every board as often as it takes to find all there is. */
async function lookAround(house: House): Promise<void> {
  const isGone = ({ board }: TeamWorld) =>
    board.refused.some(({ card }) => !board.cards().some(({ id }) => id === card));
  const looks = house.worlds.some(isGone) ? LOOKS : 1;
  for (let look = 0; look < looks; look += 1) {
    // By now each board's time has come, and no run that was killed holds it any more.
    house.clock.advanceTo(house.clock.now + 300_000);
    await house.sweep();
    await house.play(calm);
  }
  for (const { board } of house.worlds) board.found();
}
