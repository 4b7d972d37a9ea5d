import type { House } from './house.ts';
import { fateOf, ours, teamRoomsOf, twice } from './seen.ts';
import type { TeamWorld } from './team-world.ts';

/** What rooms that refuse must never come to: each a sentence about what was seen. */
export function pauseViolations(house: House, world: TeamWorld): readonly string[] {
  return [...toldTwice(world), ...untold(house, world)];
}

/** The team hears of a pause in one place, once. */
function toldTwice(world: TeamWorld): readonly string[] {
  const told = ours(world, 'answer').filter(
    ({ text, mark }) => mark !== '' && / any more, so cards are not told there/.test(text),
  );
  return twice(told.map(({ mark }) => mark)).map((mark) => `I2: a pause is told twice: ${mark}`);
}

/** I1: of a room that is gone the team hears in another one. */
function untold({ table }: House, world: TeamWorld): readonly string[] {
  const mine = `TEAM#${world.id}\nPAUSED#`;
  return [...table.items].flatMap(([key, { reason, told }]) => {
    if (!key.startsWith(mine) || reason === undefined || told === true) return [];
    const where = key.slice(mine.length);
    const elsewhere = teamRoomsOf(world).filter((room) => room !== where && fateOf(world, room) !== 'gone');
    return fateOf(world, where) === 'gone' && elsewhere.length > 0
      ? [`I1: nobody was told that ${where} is gone`]
      : [];
  });
}
