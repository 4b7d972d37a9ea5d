import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { type Doing, doing, perform } from './doings.ts';
import { faultsOf } from './faults.ts';
import { calm, type House, openHouse, type Script } from './house.ts';
import { violationsOf } from './invariants.ts';

/** How many histories are played, and from which seed: `CARDWIRE_HISTORIES=5000 CARDWIRE_SEED=7 npm run jest -- histories`. */
const histories = Number(process.env.CARDWIRE_HISTORIES ?? 300);
const seed = Number(process.env.CARDWIRE_SEED ?? 20_261_121);

interface History {
  readonly doings: readonly Doing[];
  /** So many calls go well, then one suffers this; again and again until the list is used up. */
  readonly faults: readonly { readonly after: number; readonly which: number }[];
  /** Which of the things that could come next does; the first one when the list is used up. */
  readonly turns: readonly number[];
}

const history: fc.Arbitrary<History> = fc.record({
  doings: fc.array(doing, { minLength: 1, maxLength: 14, size: 'max' }),
  faults: fc.array(fc.record({ after: fc.nat(40), which: fc.nat(9) }), { maxLength: 10, size: 'max' }),
  turns: fc.array(fc.nat(9), { maxLength: 300, size: 'max' }),
});

function scriptOf({ faults, turns }: History): Script {
  let turn = 0;
  let left = [...faults];
  let good = left[0]?.after ?? 0;
  return {
    choose: () => turns[turn++] ?? 0,
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
  const property = fc.asyncProperty(history, async (each) => {
    expect(violationsOf(await playHistory(each))).toEqual([]);
  });
  await fc.assert(property, { numRuns: histories, seed });
}, 3_600_000);
