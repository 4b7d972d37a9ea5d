import type { Channel, Showing } from '../../../lib/channels/channel.ts';
import { openChannel } from '../../../lib/channels/registry.ts';
import { createDoorLog } from '../../../lib/doors/log.ts';
import { createHttp } from '../../../lib/http/create-http.ts';
import type { DiscordConnection } from '../../../lib/teams/team.ts';
import type { Language } from '../../../schemas/team.ts';
import { type DiscordSim, openDiscord } from '../../sims/discord/sim.ts';
import { showing as anyShowing } from '../mattermost/world.ts';

export interface DiscordWorld {
  readonly sim: DiscordSim;
  readonly channel: Channel;
  readonly connection: DiscordConnection;
  /** `general`: tom and eva see it, and the bot; mia is on another guild. */
  readonly room: string;
  readonly lines: string[];
  conversation(thread?: string): string;
  stop(): Promise<void>;
}

/** A fake Discord and the channel, as the dispatcher opens it. */
export async function startWorld(
  options: { language?: Language; timeoutMs?: number } = {},
): Promise<DiscordWorld> {
  const sim = await openDiscord();
  sim.addGuild('other');
  for (const name of ['tom', 'eva']) sim.addUser(name);
  sim.addUser('mia', { guild: 'other' });
  const lines: string[] = [];
  const connection: DiscordConnection = {
    ...{ product: 'discord', id: 'talk', generation: 1, url: sim.url, private: true, command: 'card' },
    ...{ token: sim.application.token, self: sim.bot.id, application: sim.application.id },
    ...{ publicKey: sim.application.verifyKey, server: sim.guild.id, development: true },
  };
  const channel = await openChannel(connection, {
    http: createHttp({ allowPrivate: true, timeoutMs: options.timeoutMs ?? 8000 }),
    now: () => sim.world.now(),
    log: createDoorLog((line) => lines.push(line)),
    team: { id: 'ops', language: options.language ?? 'en', timezone: 'Europe/Berlin' },
    door: () => {
      throw new Error('no door is pointed back to');
    },
  });
  const room = sim.general.id;
  return {
    ...{ sim, channel, connection, room, lines },
    conversation: (thread = '') => `discord:talk:${room}:${thread}`,
    stop: sim.stop,
  };
}

/** A card to be shown. */
export function showing(conversation: string, more: Partial<Showing> = {}): Showing {
  return anyShowing(conversation, more);
}
