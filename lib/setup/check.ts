import { parseConversation } from '../domain/conversation.ts';
import { CardwireError } from '../domain/errors.ts';
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
    for (const room of await roomsOf(team, channel)) await joinRoom(channel, room, admin, steps);
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

/** Each room once, by the name that it was set up with where that is stored, else as it is called there now. */
async function roomsOf(
  { teamChannels, joined = [], members }: Team,
  { setup, connection }: ConnectedChannel,
): Promise<readonly NamedRoom[]> {
  const named = teamChannels.map(({ conversation, name }) => ({ ...parseConversation(conversation), name }));
  const others: readonly { readonly connection: string; readonly room: string; readonly name?: string }[] = [
    ...joined.map(({ conversation }) => parseConversation(conversation)),
    ...(members.room ? [members.room] : []),
  ];
  const here = [...others, ...named].filter((each) => each.connection === connection.id);
  const rooms = new Map<string, string | undefined>();
  for (const { room, name } of here) rooms.set(room, name ?? rooms.get(room));
  return Promise.all(
    [...rooms].map(async ([id, stored]) => {
      const name = stored ?? (await nameOf(setup, id));
      return { id, name: name === undefined ? `room ${id}` : withoutSign(name) };
    }),
  );
}

/** A name is a convenience: what keeps it from being read shows with the room's own step. */
async function nameOf(setup: ConnectedChannel['setup'], room: string): Promise<string | undefined> {
  try {
    return await setup.nameOf(room);
  } catch (error) {
    if (error instanceof CardwireError) return undefined;
    throw error;
  }
}
