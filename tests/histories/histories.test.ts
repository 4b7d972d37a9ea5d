import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { type Doing, doing, perform } from './doings.ts';
import { faultsOf } from './faults.ts';
import { calm, type House, openHouse, type Script } from './house.ts';
import { violationsOf } from './invariants.ts';

/**
 * How many histories are played, and from which seed: `CARDWIRE_HISTORIES=5000 CARDWIRE_SEED=7 npm run jest -- tests/histories`. The
 * default is the same each time, so that a change of the code and not chance breaks it.
 */
const histories = Number(process.env.CARDWIRE_HISTORIES ?? 600);
const seed = Number(process.env.CARDWIRE_SEED ?? 20_261_121);

interface History {
  readonly doings: readonly Doing[];
  /** So many calls go well, then one suffers this; again and again until the list is used up. */
  readonly faults: readonly { readonly after: number; readonly which: number }[];
  /** Decides which of the things that could come next does; 0 lets one run end before the next begins. */
  readonly turns: number;
}

const history: fc.Arbitrary<History> = fc.record({
  doings: fc.array(doing, { minLength: 1, maxLength: 14, size: 'max' }),
  faults: fc.array(fc.record({ after: fc.nat(40), which: fc.nat(9) }), { maxLength: 10, size: 'max' }),
  turns: fc.oneof({ arbitrary: fc.nat(), weight: 5 }, { arbitrary: fc.constant(0), weight: 1 }),
});

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
    faultFor: ({ side }) => {
      const [next, ...rest] = left;
      if (!next) return 'none';
      if (good > 0) {
        good -= 1;
        return 'none';
      }
      left = rest;
      good = rest[0]?.after ?? 0;
      return faultsOf[side][next.which % faultsOf[side].length] ?? 'none';
    },
  };
}

async function playHistory(history: History): Promise<House> {
  const house = await openHouse();
  const script = scriptOf(history);
  for (const [count, each] of history.doings.entries()) {
    await house.play(script, house.clock.now + each.gap);
    await perform(house, each, count);
  }
  await house.play(script);
  await heal(house);
  return house;
}

/** A board tells nothing twice. What no door took shows with the next thing that happens to the card. */
async function heal(house: House): Promise<void> {
  for (const [team, { refused, board }] of house.hands.entries()) {
    for (const id of new Set(refused.map(({ card }) => card))) {
      const there = house.worlds[team]?.boardWorld.cards.some(({ _id }) => _id === id);
      if (there) void board('ann').attachment(id, 'plan.pdf');
    }
  }
  await house.play(calm);
}

test(`${histories} random histories from seed ${seed} break no promise`, async () => {
  const figures = { histories: 0, calls: 0, faults: 0, events: 0, posts: 0, buried: 0, answersSaidAgain: 0 };
  const property = fc.asyncProperty(history, async (each) => {
    const house = await playHistory(each);
    count(figures, house);
    expect(violationsOf(house)).toEqual([]);
  });
  await fc.assert(property, { numRuns: histories, seed });
  if (process.env.CARDWIRE_HISTORIES) process.stdout.write(`${JSON.stringify(figures)}\n`);
  expect(Math.min(figures.faults, figures.events, figures.posts)).toBeGreaterThan(histories);
}, 3_600_000);

/** Counts also what no promise is made for: an answer by `response_url` whose own answer was lost is said again. */
function count(figures: Record<string, number>, house: House): void {
  const add = (name: string, more: number) => {
    figures[name] = (figures[name] ?? 0) + more;
  };
  const chats = house.worlds.map(({ chat }) => chat);
  const uses = chats.flatMap(({ responseUrls }) => [...responseUrls.values()].map((each) => each.uses));
  add('histories', 1);
  add('calls', house.workers.passed.length);
  add('faults', house.workers.passed.filter(({ fault }) => fault !== 'none').length);
  add('events', house.records.accepted.length);
  add('posts', chats.flatMap(({ posts }) => [...posts.values()]).length);
  add('buried', [...house.table.items.values()].filter(({ sk }) => String(sk).startsWith('DEAD#')).length);
  add(
    'answersSaidAgain',
    uses.filter((each) => each > 1).reduce((sum, each) => sum + each - 1, 0),
  );
}
