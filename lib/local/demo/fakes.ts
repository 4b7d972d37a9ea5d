import { type MattermostSim, startMattermostSim } from '../../../tests/sims/mattermost/sim.ts';
import { startWekanSim, type WekanSim } from '../../../tests/sims/wekan/sim.ts';
import type { Closing } from './closing.ts';

/** A chat server and a board server, both fake, both on real HTTP, with people in them. */
export interface Fakes {
  readonly mattermost: MattermostSim;
  readonly wekan: WekanSim;
}

/** Where people open cards, and where the team hears of all of them. */
export const rooms = { open: 'town-square', team: 'ops-board' } as const;

/**
 * Starts both. The board Ops knows cardwire, ann, bob and tom; the chat has tom and ann, who will be members of the team, gus, who will
 * be a guest, an administrator and the bot. `now`: the clock of both, epoch milliseconds.
 */
export async function startFakes(closing: Closing, now: () => number = Date.now): Promise<Fakes> {
  const wekan = await startWekanSim({ now });
  closing.add(() => wekan.stop());
  const mattermost = await startMattermostSim({ now });
  closing.add(() => mattermost.stop());
  for (const name of ['tom', 'ann', 'gus']) mattermost.addUser(name);
  mattermost.addChannel(rooms.team, { members: ['tom', 'ann'] });
  await invite(mattermost, rooms.open);
  return { mattermost, wekan };
}

/** What `/invite @cardwire` does: a bot can post only in rooms that it is in. */
async function invite({ url, world, tokens, bot }: MattermostSim, room: string): Promise<void> {
  const response = await fetch(`${url}/api/v4/channels/${world.channel(room).id}/members`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokens.admin}`, 'content-type': 'application/json' },
    body: JSON.stringify({ user_id: bot.id }),
  });
  if (!response.ok) throw new Error(`the fake Mattermost did not let the bot into ${room}`);
}
