import { parseConversation } from '../domain/conversation.ts';
import { storeTeam } from '../teams/stored.ts';
import type { BoardConnection, ChannelConnection, Team } from '../teams/team.ts';
import { adminTokenOf } from './admin-token.ts';
import { type ConnectedBoard, hookBoard } from './boards.ts';
import { type ConnectedChannel, finishChannel, joinRoom, type NamedRoom, withoutSign } from './channels.ts';
import { SetupProblem } from './explain.ts';
import { openMailboxes } from './mailboxes.ts';
import type { SetupParts, SetupResult } from './parts.ts';
import { createSteps, type Steps } from './steps.ts';

const again = 'set the team up again with its file';

/**
 * Tries all that a team stands on, as it is stored: credentials, boards and their columns, rooms, webhooks, commands. Mends
 * what can be mended without the team file: a webhook that is gone, off or has lost its token, rooms the bot has left, with an
 * administrator's token the command. While a deployment key is rotated out, secrets are sealed anew with the new one.
 */
export async function checkTeam(team: Team, parts: SetupParts): Promise<SetupResult> {
  const steps = createSteps(parts.progress);
  await sealAnew(team, parts, steps);
  const addresses: Record<string, string> = {};
  const untested: string[] = [];
  for (const connection of Object.values(team.boards)) {
    const board = await checkBoard(connection, parts, steps);
    if (!board) continue;
    const hook = await hookBoard(team.id, board, parts, steps);
    addresses[connection.id] = hook.url;
    if (hook.untested) untested.push(connection.id);
  }
  for (const connection of Object.values(team.channels)) {
    const channel = await checkChannel(connection, parts, steps);
    if (!channel) continue;
    const admin = adminTokenOf(team.channels, connection.id, parts.env);
    for (const room of roomsOf(team, connection.id)) await joinRoom(channel, room, admin, steps);
    const known = { admin, byHand: undefined, before: true, checking: true };
    const address = await finishChannel(team.id, channel, known, parts, steps);
    if (address !== undefined) addresses[connection.id] = address;
  }
  await openMailboxes(team, undefined, parts, steps);
  return { failed: steps.failed, stored: true, todos: steps.todos, addresses, untested };
}

/** With two deployment keys, what the old one has sealed must not die with it. */
async function sealAnew(team: Team, { keys, teams }: SetupParts, steps: Steps): Promise<void> {
  const sealing = keys('stored-secrets');
  if (sealing.length === 1) return;
  await steps.run(
    `Secrets of ${team.id}`,
    () => teams.put({ id: team.id, settings: storeTeam(team, sealing) }),
    () => 'sealed anew with the new deployment key',
  );
}

function checkBoard(connection: BoardConnection, parts: SetupParts, steps: Steps) {
  return steps.run(
    `Sign in to ${connection.product} for ${connection.id}`,
    async (): Promise<ConnectedBoard & { title: string }> => {
      const setup = await parts.openBoard(connection);
      const { self, columns, title } = await setup.connect();
      if (self !== connection.self) throw new SetupProblem(`this is another account than before: ${again}`);
      const ids = new Set(columns.map(({ id }) => id));
      if (!ids.has(connection.intake)) throw new SetupProblem(`the column for new cards is gone: ${again}`);
      if (!ids.has(connection.done)) throw new SetupProblem(`the column that means done is gone: ${again}`);
      return { setup, connection, title };
    },
    ({ title }) => `board “${title}” and its columns are there`,
  );
}

function checkChannel(connection: ChannelConnection, parts: SetupParts, steps: Steps) {
  return steps.run(
    `Sign in to ${connection.product} for ${connection.id}`,
    async (): Promise<ConnectedChannel & { told: string }> => {
      const setup = await parts.openChannel(connection);
      const { self, bot, told } = await setup.connect();
      if (self !== connection.self) throw new SetupProblem(`this is another bot than before: ${again}`);
      return { setup, connection, bot, told };
    },
    ({ told }) => told,
  );
}

/** Each room once, by the name that it was set up with where that is stored. */
function roomsOf({ teamChannels, joined = [], members }: Team, connection: string): readonly NamedRoom[] {
  const named = teamChannels.map(({ conversation, name }) => {
    const place = parseConversation(conversation);
    return { ...place, name: name === undefined ? `room ${place.room}` : withoutSign(name) };
  });
  const others = [
    ...joined.map(({ conversation }) => parseConversation(conversation)),
    ...(members.room ? [members.room] : []),
  ].map((each) => ({ ...each, name: `room ${each.room}` }));
  const here = [...others, ...named].filter((each) => each.connection === connection);
  return [...new Map(here.map(({ room, name }) => [room, { id: room, name }])).values()];
}
