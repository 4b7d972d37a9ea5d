import { storeTeam } from '../../lib/teams/stored.ts';
import type { Team } from '../../lib/teams/team.ts';
import { types, type Watched } from '../flows/sight.ts';
import type { Travel } from '../histories/board-side.ts';
import { calm, type House, openHouse, type Script } from '../histories/house.ts';
import { keysOf } from '../histories/release.ts';
import type { TeamWorld } from '../histories/team-world.ts';
import type { WekanSide } from '../histories/wekan-side.ts';
import type { SimPerson } from '../sims/wekan/person.ts';

/** One team of the house that stands in one process, at rest after everything that somebody does. */
export interface Scene extends Watched {
  readonly house: House;
  readonly world: TeamWorld<WekanSide>;
  /** Somebody does something on the board, and all that it causes is done. */
  act(person: string, doing: (hand: SimPerson) => Promise<unknown>, travel?: Travel): Promise<void>;
  /** What outgoing calls suffer from now on; nothing when not given. */
  fails(fault?: Script['faultFor']): void;
  /** Lets time and work go on for so long. Milliseconds. */
  lapse(milliseconds: number): Promise<void>;
}

/**
 * Opens it. Tom and Ann are members, everyone else is a guest; the room `team` hears of every card. `change` sets up another team;
 * of the house's teams the first has mail, the second Discord.
 */
export async function openScene(
  change: (team: Team, world: TeamWorld<WekanSide>) => Team = (team) => team,
  at: 0 | 1 = 0,
): Promise<Scene> {
  const house = await openHouse();
  const world = house.worlds[at];
  const hands = house.hands[at];
  const settings = storeTeam(change(world.team, world), keysOf(house.release, 'stored-secrets'));
  await house.store.teams.put({ id: world.id, settings });
  let { faultFor } = calm;
  const script: Script = { choose: calm.choose, faultFor: (step) => faultFor(step) };
  return {
    ...{ house, world },
    fails: (fault = calm.faultFor) => {
      faultFor = fault;
    },
    mattermost: {
      world: world.chat,
      bot: world.chat.user('bot'),
      as: hands.chat,
      ephemerals: (name) =>
        world.chat.ephemerals.filter(({ user_id }) => user_id === world.chat.user(name).id),
    },
    wekan: { world: world.boardWorld },
    settle: () => house.play(script),
    pass: (milliseconds) => house.clock.advanceTo(house.clock.now + milliseconds),
    lapse: (milliseconds) => house.play(script, house.clock.now + milliseconds),
    act: async (person, doing, travel) => {
      const done = doing(hands.board(person, travel));
      await house.play(script);
      await done;
    },
  };
}

/** Types a command in the square, or elsewhere. Gives back what the person was told alone since. */
export function says(scene: Scene, name: string, words: string, where = {}): Promise<readonly string[]> {
  return types(scene, name, `/card ${words}`, { room: 'square', ...where });
}
