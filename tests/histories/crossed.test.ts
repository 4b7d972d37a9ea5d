import { expect, test } from '@jest/globals';
import type { Fault } from './faults.ts';
import { calm, type House, openHouse, type Script } from './house.ts';
import { violationsOf } from './invariants.ts';
import { before, type Hold, holding } from './scripts.ts';
import type { TeamWorld } from './team-world.ts';

/** Two calls about one card are on their way to its board at once: which of the two looks is the newer one, their moments do not say. */

const soon = 1_000;
const much = 60_000;

/** A house in which a card has been shown for long, in the room that it came from and in the team's. */
async function houseWithCard(place: 0 | 1 | 2) {
  const house = await openHouse();
  const world: TeamWorld = house.worlds[place];
  const tom = (words: string) => world.mattermost.hand('tom').command('square', `/card ${words}`);
  await tom(`${world.sign} pump`);
  await house.play(calm);
  house.clock.advanceTo(house.clock.now + much);
  const card = world.board.cards().find(({ view }) => view.title?.includes('pump'));
  if (!card) throw new Error('no card was made');
  return { house, world, tom, id: card.id, ref: `#${card.number}` };
}

const goOn = (house: House, time: number, ...holds: readonly Hold[]) =>
  house.play(holding(house, ...holds), house.clock.now + time);

/** Every title that its living messages show. */
function titlesOf({ chats, board }: TeamWorld, id: string) {
  const posts = chats.flatMap((chat) => chat.posts());
  const titles = posts.flatMap(({ link, view }) => (link && board.idOf(link) === id ? [view?.title] : []));
  return [...new Set(titles)];
}

/** All goes on; the first call that asks the board once more, before what was gathered is shown, suffers this. */
function askedOnceMore(fault: Fault) {
  const asked: string[] = [];
  const faultFor: Script['faultFor'] = ({ side, label, run }) => {
    if (side !== 'board' || !run.message?.body.includes('"kind":"flush"')) return 'none';
    asked.push(label);
    return asked.length === 1 ? fault : 'none';
  };
  return { asked, script: { choose: calm.choose, faultFor } };
}

test.each<Fault>(['none', 'timeout', 'status-500', 'kill-done'])(
  'Taiga answers a write that was asked for before a read, and came through after it: then %s',
  async (fault) => {
    const { house, world, tom, id, ref } = await houseWithCard(2);
    house.worlds[2].board.echo = { arrivesAfter: [30_000], fault: 'none' };
    const [write, tell] = [before('command', 'PATCH'), before('change', 'SendMessageBatch')];
    await tom(`move ${ref} Done`);
    await goOn(house, 200, write);
    house.records.touch();
    void world.board.person('ann').rename(id, `${world.sign} pump, urgent`);
    await goOn(house, soon, write, tell);
    await goOn(house, 5_000, tell);
    const { asked, script } = askedOnceMore(fault);
    await house.play(script);
    expect(asked.length).toBeGreaterThan(0);
    expect(titlesOf(world, id)).toEqual([`${ref} ${world.sign} pump, urgent`]);
    expect(violationsOf(house)).toEqual([]);
  },
);

test.each([0, 1] as const)('Wekan answers a read after one that was asked for later: %i', async (place) => {
  const { house, world, tom, id, ref } = await houseWithCard(place);
  const written = () => house.workers.passed.some(({ label }) => label.startsWith('PUT '));
  const readBack: Hold = (step) => written() && before('command', 'GET /api/cards')(step);
  const tell = before('change', 'SendMessageBatch');
  await tom(`rename ${ref} ${world.sign} pump, now`);
  await goOn(house, soon, readBack);
  house.records.touch();
  void world.board.person('ann').label(id);
  await goOn(house, 6_000, readBack, tell);
  house.records.touch();
  void world.board.person('bob', { arrivesAfter: [100_000], fault: 'none' }).archive(id);
  await goOn(house, 12_000, tell);
  await house.play(calm);
  expect(violationsOf(house)).toEqual([]);
});

test.each([0, 1, 2] as const)(
  'a card looks as it is shown again before what came between is told: %i',
  async (place) => {
    const { house, world, tom, id, ref } = await houseWithCard(place);
    const tell = before('command', 'SendMessageBatch');
    await tom(`rename ${ref} ${world.sign} pump, now`);
    await goOn(house, soon, tell);
    house.records.touch();
    void world.board.person('ann').rename(id, `${world.sign} pump`);
    await goOn(house, 20_000, tell);
    await house.play(calm);
    expect(titlesOf(world, id)).toEqual([`${ref} ${world.sign} pump`]);
    expect(violationsOf(house)).toEqual([]);
  },
);

test('a quiet look that was asked for before what is shown, and answered after it, is not passed over', async () => {
  const { house, world, tom, id, ref } = await houseWithCard(2);
  const late = { arrivesAfter: [100_000], fault: 'none' } as const;
  house.worlds[2].board.echo = late;
  const read = before('change', 'GET /api/v1/userstories/');
  house.records.touch();
  void world.board.person('ann').label(id);
  await goOn(house, soon, read);
  await tom(`move ${ref} Done`);
  await goOn(house, 15_000, read);
  house.records.touch();
  const renamed = `${world.sign} pump, urgent`;
  void world.board.person('bob', late).rename(id, renamed);
  await goOn(house, 15_000);
  expect(titlesOf(world, id)).toEqual([`${ref} ${renamed}`]);
  await house.play(calm);
  expect(violationsOf(house)).toEqual([]);
});

test('a run dies after it has shown what it read once more, and the card looks again as it was shown before', async () => {
  const { house, world, tom, id, ref } = await houseWithCard(2);
  const late = { arrivesAfter: [100_000], fault: 'none' } as const;
  house.worlds[2].board.echo = late;
  const read = before('change', 'GET /api/v1/userstories/');
  const rename = (title: string) => {
    house.records.touch();
    void world.board.person('bob', late).rename(id, `${world.sign} ${title}`);
  };
  house.records.touch();
  void world.board.person('ann').label(id);
  await goOn(house, soon, read);
  await tom(`move ${ref} Done`);
  await goOn(house, 15_000, read);
  rename('pump, urgent');
  let edits = 0;
  const faultFor: Script['faultFor'] = ({ label }) => {
    if (!/^(PUT|PATCH) .*(posts|messages)/.test(label)) return 'none';
    edits += 1;
    return edits <= 3 ? 'kill-done' : 'none';
  };
  await house.play({ choose: calm.choose, faultFor }, house.clock.now + 15_000);
  expect(titlesOf(world, id)).toEqual([`${ref} ${world.sign} pump, urgent`]);
  rename('pump');
  await house.play(calm);
  expect(titlesOf(world, id)).toEqual([`${ref} ${world.sign} pump`]);
  expect(violationsOf(house)).toEqual([]);
});
