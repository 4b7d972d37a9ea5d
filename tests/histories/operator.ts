import { replay } from '../../lib/queue/replay.ts';
import type { Dead } from '../../lib/store/dead.ts';
import { openSecret, type SealedSecret } from '../../lib/teams/secrets.ts';
import { queueUrl, sqsThrough } from './fifo.ts';
import type { House } from './house.ts';
import { firstRelease, keysOf } from './release.ts';
import type { TeamWorld } from './team-world.ts';

/** Why a message lies with the dead that its queue gave up (lib/dispatch/drain.ts). */
export const GIVEN_UP = 'received-too-often';

/** What becomes of a replay: it comes to its end, or is killed when its first message is back in the queue but not noted as such. */
export type ReplayEnd = 'whole' | 'killed';

/** Both keys, as the README has it for what an older one sealed. */
const keys = () => keysOf({ ...firstRelease, rotated: 1 }, 'stored-secrets');

/** What is dead now, of every team and of nobody's. */
export async function deadLetters({ store, worlds }: House): Promise<readonly Dead[]> {
  const teams = [...worlds.map(({ id }) => id), '-'];
  return (await Promise.all(teams.map((team) => store.graveyard.list(team)))).flat();
}

/** `cardwire replay`, without its terminal. */
export async function replayDead(house: House, dead: readonly Dead[], end: ReplayEnd): Promise<void> {
  const { store, queues, release } = house;
  const sqs = sqsThrough(release, async (command) => {
    queues.execute(command);
    if (end === 'killed') throw new Error('the replay was killed');
    return {};
  });
  const parts = {
    ...{ graveyard: store.graveyard, receipts: store.receipts, sqs },
    queueUrl: async (name: string) => queueUrl(name.replace('.fifo', '')),
    open: ({ team, body }: Dead) => openSecret(body as SealedSecret, { team, field: 'dead' }, keys()),
    pause: async () => undefined,
  };
  // Here queues have names without the ending that says what they are.
  const named = dead.map((each) => (each.group === '' ? each : { ...each, queue: `${each.queue}.fifo` }));
  await replay(parts, named, 5, () => undefined).catch((error: unknown) => {
    if (end === 'whole') throw error;
  });
}

/** Puts right what a team's chats refuse, and SES, and says so: `cardwire resume`. */
export async function accept({ store, office }: House, { id, chats }: TeamWorld): Promise<void> {
  for (const chat of chats) chat.accept();
  office.refusing.clear();
  await store.paused.resume(id);
}

/** Mail to an address that came back may be sent again: `cardwire resume <team> <address>`. */
export async function writeAgain({ store }: House, { id }: TeamWorld, address: string): Promise<void> {
  const { blocked } = await store.correspondents.get(id, address);
  if (blocked) await store.correspondents.unblock(id, address);
}
