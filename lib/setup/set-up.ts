import type { TeamFile } from '../../schemas/team.ts';
import { hasCode } from '../domain/errors.ts';
import type { Keys } from '../domain/keys.ts';
import type { Joined } from '../store/teams.ts';
import { secretOf } from '../teams/read-file.ts';
import { generationsOf, loadTeam, storeTeam } from '../teams/stored.ts';
import { adminTokenOf } from './admin-token.ts';
import { hookBoard } from './boards.ts';
import { finishChannel, joinRoom } from './channels.ts';
import { type Known, nextGenerations, retiredGenerations } from './generations.ts';
import { openMailboxes, tryMailboxes } from './mailboxes.ts';
import type { SetupParts, SetupResult } from './parts.ts';
import { olderKey, otherKey, tidyUp } from './paste.ts';
import { type Reached, reach } from './reach.ts';
import { createSteps, type Steps } from './steps.ts';
import { teamOf } from './team-of.ts';

/**
 * Connects a team. In this order, so that a wrong credential leaves no trace and no address is called before the settings it
 * belongs to are stored: every credential and name is tried; rooms are joined and commands made (this tries the
 * administrators' tokens); settings are stored with their secrets encrypted; webhooks are made.
 * Safe to repeat: what stands is kept, generations too.
 *
 * @param revoke connections whose addresses are to die: their generation is raised.
 * @throws SetupProblem when a connection to revoke is not there; errors of the store.
 */
export async function setUp(
  file: TeamFile,
  parts: SetupParts,
  revoke: readonly string[] = [],
): Promise<SetupResult> {
  const steps = createSteps(parts.progress);
  const before = await knownBefore(file.team, parts);
  const reached = await reach(file, nextGenerations(file, before, revoke), parts, steps);
  const channels = reached.channels.map(({ connection }) => connection);
  await tryMailboxes(file.team, channels, Object.keys(file.boards), parts, steps);
  if (steps.failed > 0) return ended(steps, false, {});

  const commands = await makeCommands(file, reached, before.standing, parts, steps);
  if (steps.failed > 0) return ended(steps, false, commands);

  const retired = retiredGenerations(file, before);
  const team = teamOf(file, reached, retired);
  const settings = storeTeam(team, parts.keys('stored-secrets'));
  await steps.run(
    `Store the settings of ${team.id}`,
    () => parts.teams.put({ id: team.id, settings }),
    () => 'secrets encrypted',
  );
  if (before.settings !== undefined && !opensWith(before.settings, parts.keys('stored-secrets'))) {
    await steps.run(
      `Deployment key of ${team.id}`,
      async () => undefined,
      () => (parts.isKeyProven ? olderKey(team.id) : otherKey(team.id)),
    );
  }
  await openMailboxes(team, before.settings, parts, steps);
  for (const gone of Object.keys(retired).filter((name) => before.standing.has(name))) {
    await steps.run(
      `Connection ${gone}`,
      async () => undefined,
      () => tidyUp(gone),
    );
  }
  await leaveGone(file, before.joined, parts);
  const hooks = await hookBoards(file.team, reached, parts, steps);
  const untested = hooks.filter((hook) => hook.untested).map(({ board }) => board);
  const boards = Object.fromEntries(hooks.map(({ board, url }) => [board, url]));
  return ended(steps, true, { ...commands, ...boards }, untested);
}

async function knownBefore(team: string, { teams }: SetupParts) {
  const item = await teams.get(team);
  const known = item ? generationsOf(item.settings) : { standing: new Map(), retired: new Map() };
  return { ...known, settings: item?.settings, joined: item?.joined ?? [] };
}

/** Whether a key of ours made what is stored. What no key opens is stored anew all the same: keys get lost. */
function opensWith(settings: string, keys: Keys): boolean {
  try {
    loadTeam(settings, keys);
    return true;
  } catch (error) {
    return !hasCode(error, 'secret-unreadable');
  }
}

/** Servers that joined through a connection stay as long as it stands; one that comes back by that name may be another bot's. */
async function leaveGone(file: TeamFile, joined: readonly Joined[], { teams }: SetupParts): Promise<void> {
  for (const server of joined) {
    if (!Object.hasOwn(file.channels, server.connection)) await teams.leave(file.team, server);
  }
}

async function makeCommands(
  file: TeamFile,
  reached: Reached,
  standing: Known['standing'],
  parts: SetupParts,
  steps: Steps,
) {
  const admin = (channel: string) => adminTokenOf(file.channels, channel, parts.env);
  for (const room of reached.rooms) {
    await joinRoom(room.channel, room, admin(room.channel.connection.id), steps);
  }
  const addresses: Record<string, string> = {};
  for (const channel of reached.channels) {
    const { id, generation } = channel.connection;
    const settings = file.channels[id];
    const byHand = settings && 'commandToken' in settings ? settings.commandToken : undefined;
    const known = {
      admin: admin(id),
      byHand: byHand && secretOf(byHand, parts.env),
      before: standing.get(id) === generation,
      checking: false,
    };
    const address = await finishChannel(file.team, channel, known, parts, steps);
    if (address !== undefined) addresses[id] = address;
  }
  return addresses;
}

async function hookBoards(team: string, reached: Reached, parts: SetupParts, steps: Steps) {
  const hooks = [];
  for (const board of reached.boards) {
    hooks.push({ board: board.connection.id, ...(await hookBoard(team, board, parts, steps)) });
  }
  return hooks;
}

function ended(
  { failed, todos }: Steps,
  stored: boolean,
  addresses: Readonly<Record<string, string>>,
  untested: readonly string[] = [],
): SetupResult {
  return { failed, todos, stored, addresses, untested };
}
