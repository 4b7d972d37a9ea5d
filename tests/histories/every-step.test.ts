import { describe, expect, test } from '@jest/globals';
import type { Asked } from './chat-side.ts';
import { type Fault, faultsAt } from './faults.ts';
import { calm, type House, openHouse, type Script } from './house.ts';
import { violationsOf } from './invariants.ts';
import { answersIn, snapshotOf } from './snapshot.ts';

/** One of the main paths: what came before it, and what starts it. */
interface Path {
  readonly name: string;
  before?(house: House): Promise<void>;
  act(house: House): Promise<void>;
}

const pump = (house: House) =>
  house.worlds[0].boardWorld.cards.find(({ title }) => title.includes('pump'))?._id ?? '';
const tom = (house: House) => house.hands[0].chat('tom');

const inGym = (house: House, words: string) =>
  house.worlds[2].mattermost.hand('tom').command('square', `/card ${words}`);

const onDiscord = (house: House, asked: Asked) =>
  house.worlds[1].discord?.person('tom').type('square', asked);

async function opened(house: House): Promise<void> {
  await tom(house).command('square', '/card §OPS fix the pump @tom #urgent');
  await house.play(calm);
  house.clock.advanceTo(house.clock.now + 600_000);
}

const paths: readonly Path[] = [
  {
    name: 'a command opens a card',
    act: async (house) => void (await tom(house).command('square', '/card §OPS fix the pump @tom #urgent')),
  },
  {
    name: 'a command comments on a card',
    before: opened,
    act: async (house) => void (await tom(house).command('dev', '/card comment #2 §OPS it drips')),
  },
  {
    name: 'a command moves a card',
    before: opened,
    act: async (house) => void (await house.hands[0].chat('ann').command('dev', '/card move #2 Doing')),
  },
  {
    name: 'a command on a card that nobody was shown',
    act: async (house) => void (await tom(house).command('dev', '/card move #1 Doing')),
  },
  {
    name: 'a command opens a card on a board that tells our own writes',
    act: async (house) => void (await inGym(house, '§GYM fix the pump @tom #urgent')),
  },
  {
    name: 'a command comments on a card of a board that tells our own writes',
    before: async (house) => {
      await inGym(house, '§GYM fix the pump');
      await house.play(calm);
      house.clock.advanceTo(house.clock.now + 600_000);
    },
    act: async (house) => void (await inGym(house, 'comment #2 §GYM it drips')),
  },
  {
    name: 'a command on Discord comments on a card',
    before: async (house) => {
      await onDiscord(house, { verb: 'create', options: { title: '§LAB fix the pump' } });
      await house.play(calm);
      house.clock.advanceTo(house.clock.now + 600_000);
    },
    act: async (house) =>
      void (await onDiscord(house, { verb: 'comment', options: { card: '#2', text: '§LAB it drips' } })),
  },
  {
    name: 'a person follows a card',
    before: opened,
    act: async (house) => void (await house.hands[0].chat('ann').command('dev', '/card follow #2')),
  },
  {
    name: 'a person follows a card no more',
    before: opened,
    act: async (house) => void (await tom(house).command('square', '/card unfollow #2')),
  },
  {
    name: 'a change with two targets',
    before: opened,
    act: (house) => house.hands[0].board('ann').moveCard(pump(house), 'Doing'),
  },
  {
    name: 'a comment with two targets',
    before: opened,
    act: async (house) => void (await house.hands[0].board('ann').comment(pump(house), '§OPS still drips')),
  },
  {
    name: 'a burst and its flush',
    before: opened,
    act: async (house) => {
      await house.hands[0].board('ann').moveCard(pump(house), 'Doing');
      await house.hands[0].board('ann').comment(pump(house), '§OPS still drips');
      await house.hands[0].board('ann').moveCard(pump(house), 'Review');
    },
  },
];

/** What goes wrong at which step of the path, counted from its start. */
type Plan = ReadonlyMap<number, Fault>;

async function playWith(path: Path, plan: Plan): Promise<House> {
  const house = await openHouse();
  await path.before?.(house);
  const start = house.workers.passed.length;
  const script: Script = {
    choose: calm.choose,
    faultFor: () => plan.get(house.workers.passed.length - start) ?? 'none',
  };
  await path.act(house);
  await house.play(script);
  return house;
}

/** How a path goes when nothing goes wrong: its steps, and what everybody sees in the end. */
async function quietly(path: Path) {
  const house = await openHouse();
  await path.before?.(house);
  const before = house.workers.passed.length;
  await path.act(house);
  await house.play(calm);
  const steps = house.workers.passed.slice(before);
  expect(steps.length).toBeGreaterThan(5);
  return { steps, seen: snapshotOf(house), answers: answersIn(house) };
}

async function comesOutAs({ seen, answers }: Awaited<ReturnType<typeof quietly>>, path: Path, plan: Plan) {
  const house = await playWith(path, plan);
  const what = [...plan].map(([at, fault]) => `${fault} at step ${at}`).join(', ');
  expect({ what, seen: snapshotOf(house) }).toEqual({ what, seen });
  // An answer may be said again when its own answer was lost (`answer.ts`), or be preceded by a word that it takes longer.
  expect({ what, answers: answersIn(house) }).toEqual({
    what,
    answers: expect.arrayContaining([...answers]),
  });
  expect({ what, violations: violationsOf(house) }).toEqual({ what, violations: [] });
}

describe.each(paths)('$name', (path) => {
  test('comes out the same whatever goes wrong at one step', async () => {
    const quiet = await quietly(path);
    for (const [at, step] of quiet.steps.entries()) {
      for (const fault of faultsAt(step)) await comesOutAs(quiet, path, new Map([[at, fault]]));
    }
  }, 300_000);

  test('comes out the same when two runs die', async () => {
    const quiet = await quietly(path);
    for (const plan of pairsOf(quiet.steps.length)) await comesOutAs(quiet, path, plan);
  }, 300_000);
});

/** Two deaths: the second within thirty steps of the first. One pair in eleven unless `CARDWIRE_EVERY_PAIR` asks for all. */
function pairsOf(steps: number): readonly Plan[] {
  const kills = ['kill-before', 'kill-done'] as const;
  const pairs = Array.from({ length: steps }, (_, at) => at).flatMap((at) =>
    kills.flatMap((fault) =>
      Array.from({ length: 29 }, (_, more) => {
        const second = [at + 1 + more, 'kill-done'] as const;
        return new Map<number, Fault>([[at, fault], second]);
      }),
    ),
  );
  return process.env.CARDWIRE_EVERY_PAIR ? pairs : pairs.filter((_, index) => index % 11 === 0);
}
