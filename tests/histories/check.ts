import { openBoardSetup } from '../../lib/boards/registry.ts';
import { openChannelSetup } from '../../lib/channels/registry.ts';
import { checkTeam } from '../../lib/setup/check.ts';
import type { House } from './house.ts';
import { keysOf } from './release.ts';
import type { TeamWorld } from './team-world.ts';

/** `cardwire check`, without its terminal: what is paused is tried again once all is well. Gives how many steps failed. */
export async function check({ store, http, clock, release }: House, world: TeamWorld): Promise<number> {
  const deps = { http, now: clock.read };
  const { failed } = await checkTeam(world.team, {
    openBoard: (access) => openBoardSetup(access, deps),
    openChannel: (access) => openChannelSetup(access, deps),
    keys: (purpose) => keysOf(release, purpose),
    isKeyProven: true,
    ...{ env: {}, baseUrl: 'http://doors.test', teams: store.teams, mailboxes: store.mailboxes },
    progress: { begin: () => undefined, end: () => undefined },
  });
  if (failed === 0) await store.paused.resume(world.id);
  return failed;
}
