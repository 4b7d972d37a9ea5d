import { describe, expect, test } from '@jest/globals';
import type { BoardHand, Travel } from './board-side.ts';
import { type Fault, faultsAt } from './faults.ts';
import { calm, type House, openHouse, type Script } from './house.ts';
import { violationsOf } from './invariants.ts';
import { ours, twice } from './seen.ts';

/** A change that is heard and one after it that is not, with a look at the board in between, whatever becomes of the runs that show the first, or look. */

const lost: Travel = { arrivesAfter: [0], fault: 'queue-down' };

/** What leaves something half done, and comes back late. */
const leaving: ReadonlySet<Fault> = new Set(['kill-before', 'kill-done']);

/** Boards are looked at every five minutes. */
const EVERY = 300_000;
/** What a run held that died comes back no sooner than after six minutes: by then a look has come. */
const SOON = 15_000;

/** Which team's board, and what is done to its card. */
interface Way {
  readonly name: string;
  readonly team: 0 | 1 | 2;
  heard(hand: BoardHand, card: string): Promise<unknown>;
  unheard(hand: BoardHand, card: string): Promise<unknown>;
}

const ways: readonly Way[] = [
  {
    name: 'a card that was dragged on Taiga, and back',
    team: 2,
    heard: (hand, card) => hand.move(card, 2),
    unheard: (hand, card) => hand.move(card, 0),
  },
  {
    name: 'a card that was moved on Wekan, and back',
    team: 1,
    heard: (hand, card) => hand.move(card, 1),
    unheard: (hand, card) => hand.move(card, 0),
  },
  {
    name: 'a card that was archived on Wekan, and restored',
    team: 0,
    heard: (hand, card) => hand.archive(card),
    unheard: (hand, card) => hand.archive(card),
  },
  {
    name: 'a new card whose first message is on its way',
    team: 0,
    heard: (hand) => hand.create('§OPS pump', 0),
    unheard: (hand, card) => hand.move(card, 1),
  },
];

async function looksAround(house: House, script = calm): Promise<void> {
  await house.sweep();
  await house.play(script);
}

/** Everything that stands there has been shown, and the next look is due in a moment. */
async function begins({ team }: Pick<Way, 'team'>): Promise<House> {
  const house = await openHouse();
  const { board } = house.worlds[team];
  await looksAround(house);
  void board.person('ann').comment(board.cards()[0]?.id ?? '', `${house.worlds[team].sign} hello end`);
  await house.play(calm);
  house.clock.advanceTo(house.clock.now + EVERY);
  await looksAround(house);
  house.clock.advanceTo(house.clock.now + EVERY - 2 * SOON);
  return house;
}

/** What goes wrong at which step, counted from the first change on. */
type Plan = ReadonlyMap<number, Fault>;

/** Plays it, and gives the steps in which the first change was shown, and what is other was found by looking. */
async function playWay(way: Way, plan: Plan) {
  const house = await begins(way);
  const { board } = house.worlds[way.team];
  const hand = (travel?: Travel) => board.person('ann', travel);
  const newest = () => board.cards().at(-1)?.id ?? '';
  const start = house.workers.passed.length;
  const script: Script = {
    choose: calm.choose,
    faultFor: () => plan.get(house.workers.passed.length - start) ?? 'none',
  };
  void way.heard(hand(), newest());
  await house.play(script, house.clock.now + SOON);
  void way.unheard(hand(lost), newest());
  await house.play(script, house.clock.now + SOON);
  await looksAround(house, script);
  const steps = house.workers.passed.slice(start);
  for (let look = 0; look < 2; look += 1) {
    house.clock.advanceTo(house.clock.now + EVERY);
    await looksAround(house);
  }
  board.found();
  return { house, steps };
}

/** Each way is gone once, so that nothing is to be said twice in one thread. */
function wrongIn(house: House, { team }: Pick<Way, 'team'>): readonly string[] {
  const said = ours(house.worlds[team], 'news').map(({ thread, text }) => `${text} under ${thread}`);
  return [...violationsOf(house), ...twice(said)];
}

describe.each(ways)('$name', (way) => {
  test('is shown as it stands, whatever goes wrong at one step', async () => {
    const { house, steps } = await playWay(way, new Map());
    expect(wrongIn(house, way)).toEqual([]);
    expect(steps.length).toBeGreaterThan(5);
    for (const [at, step] of steps.entries()) {
      for (const fault of faultsAt(step).filter((each) => leaving.has(each))) {
        const what = `${fault} at step ${at}, ${step.label}`;
        const after = await playWay(way, new Map([[at, fault]]));
        expect({ what, wrong: wrongIn(after.house, way) }).toEqual({ what, wrong: [] });
      }
    }
  }, 300_000);
});

test('what goes on for an hour in which a chat is down is shown there as it stands when it is back, and said once', async () => {
  const house = await begins({ team: 1 });
  const { board, mattermost, discord, sign } = house.worlds[1];
  const id = board.cards()[0]?.id ?? '';
  const onBoard = (travel?: Travel) => board.person('ann', travel);
  const goesOn = (time: number) => house.play(calm, house.clock.now + time);
  house.shut(mattermost.far.host, 3_600_000);
  void onBoard().comment(id, `${sign} it drips end`);
  await goesOn(SOON);
  void onBoard().move(id, 1);
  await goesOn(SOON);
  void onBoard(lost).move(id, 0);
  await goesOn(SOON);
  await discord?.person('tom').type('square', { verb: 'follow', options: { card: '#1', here: true } });
  for (let look = 0; look < 14; look += 1) {
    await house.sweep();
    await goesOn(EVERY);
  }
  await house.play(calm);
  await looksAround(house);
  board.found();
  expect(wrongIn(house, { team: 1 })).toEqual([]);
  // What is on its way to the chat is not found again by each look.
  const found = house.records.accepted.filter(({ event }) => event.kind === 'change' && event.caughtUp);
  expect(found).toHaveLength(1);
});
