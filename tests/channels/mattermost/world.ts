import type { Channel, ReplyTo, Showing } from '../../../lib/channels/channel.ts';
import { judgeAction } from '../../../lib/channels/mattermost/action-request.ts';
import { judgeCommand, presentedToken } from '../../../lib/channels/mattermost/command-request.ts';
import { openChannel } from '../../../lib/channels/registry.ts';
import { sealAddress } from '../../../lib/domain/address.ts';
import { deriveKey } from '../../../lib/domain/keys.ts';
import { createDoor } from '../../../lib/doors/door.ts';
import { createDoorLog } from '../../../lib/doors/log.ts';
import { createHttp } from '../../../lib/http/create-http.ts';
import type { ChannelConnection } from '../../../lib/teams/team.ts';
import type { CommandEvent, Event } from '../../../schemas/event.ts';
import type { Language } from '../../../schemas/team.ts';
import { serveDoors } from '../../doors/serve.ts';
import { type MattermostSim, startMattermostSim } from '../../sims/mattermost/sim.ts';

export interface MattermostWorld {
  readonly sim: MattermostSim;
  readonly channel: Channel;
  readonly connection: ChannelConnection;
  /** A room with tom, eva and the bot. */
  readonly room: string;
  /** What the doors have queued. */
  readonly queued: Event[];
  readonly lines: string[];
  readonly actionUrl: string;
  /** The queue takes nothing from now on. */
  breakQueue(): void;
  /** The last thing queued, as a command. */
  lastCommand(): CommandEvent;
  conversation(thread?: string): string;
  stop(): Promise<void>;
}

const keys = {
  command: deriveKey('a deployment key for tests', 'mattermost-command'),
  action: deriveKey('a deployment key for tests', 'mattermost-action'),
};

/** A fake Mattermost, our two doors on real HTTP, a slash command between them, and the channel. */
export async function startWorld(
  options: { old?: boolean; language?: Language; timeoutMs?: number } = {},
): Promise<MattermostWorld> {
  const sim = await startMattermostSim({ old: options.old ?? false });
  for (const name of ['tom', 'eva', 'mia']) sim.addUser(name);
  const room = sim.addChannel('ops', { members: ['tom', 'eva'], bot: true }).id;
  const queued: Event[] = [];
  const lines: string[] = [];
  let broken = false;
  const log = createDoorLog((line) => lines.push(line));
  const enqueue = async (events: readonly Event[]) => {
    if (broken) throw new Error('no queue');
    queued.push(...events);
  };
  const doors = await serveDoors({
    'mattermost-command': createDoor({
      ...{ source: 'mattermost-command', keys: keys.command, proof: presentedToken },
      ...{ judge: judgeCommand, enqueue, log, now: () => sim.world.now() },
    }),
    'mattermost-action': createDoor({
      ...{ source: 'mattermost-action', keys: keys.action },
      ...{ judge: judgeAction, enqueue, log, now: () => sim.world.now() },
    }),
  });
  const address = { team: 'ops', connection: 'chat', generation: 1 };
  const command = sim.addCommand('card', '');
  const commandPath = sealAddress(
    { ...address, source: 'mattermost-command' },
    [keys.command],
    command.token,
  );
  command.url = doors.url + commandPath;
  const actionUrl = doors.url + sealAddress({ ...address, source: 'mattermost-action' }, [keys.action]);
  const connection: ChannelConnection = {
    ...{ product: 'mattermost', id: 'chat', generation: 1, url: sim.url, private: true },
    ...{ token: sim.tokens.bot, command: 'card', self: sim.bot.id, workspace: sim.team.id },
  };
  const channel = await openChannel(connection, {
    http: createHttp({ allowPrivate: true, timeoutMs: options.timeoutMs ?? 8000 }),
    now: () => sim.world.now(),
    log,
    team: { id: 'ops', language: options.language ?? 'en', timezone: 'Europe/Berlin' },
    door: () => ({ url: actionUrl, keys: [keys.action] }),
  });
  return {
    ...{ sim, channel, connection, room, queued, lines, actionUrl },
    breakQueue: () => {
      broken = true;
    },
    lastCommand: () => {
      const last = queued.at(-1);
      if (last?.kind !== 'command') throw new Error('nothing was queued');
      return last;
    },
    conversation: (thread = '') => `mattermost:chat:${room}:${thread}`,
    stop: async () => {
      await doors.stop();
      await sim.stop();
    },
  };
}

/** Where the answer to a command goes, as the dispatcher says it. */
export function replyTo(event: CommandEvent): ReplyTo {
  const { conversation, person, at, direct, place } = event;
  const to = { handle: event.reply, conversation, person: person.id, name: person.name, at, direct };
  return place === undefined ? to : { ...to, place };
}

/** A card to be shown. */
export function showing(conversation: string, more: Partial<Showing> = {}): Showing {
  return {
    id: 'showing-1',
    conversation,
    board: 'ops-board',
    face: {
      id: 'card-1',
      ref: '#42',
      title: 'Fix the pump',
      column: 'To Do',
      people: ['tom'],
      labels: ['urgent'],
      due: '2026-11-27T13:00:00.000Z',
      url: 'https://board.example.org/b/1/card-1',
      state: 'open',
      owner: 'eva',
      revision: 1,
    },
    columns: [
      { id: 'todo', name: 'To Do' },
      { id: 'doing', name: 'Doing' },
    ],
    news: [],
    edit: true,
    ...more,
  };
}
