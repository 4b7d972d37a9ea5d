import { commandsFor } from '../../lib/channels/discord/commands.ts';
import { type Address, sealAddress } from '../../lib/domain/address.ts';
import type { DiscordConnection } from '../../lib/teams/team.ts';
import { tellByDefault } from '../../schemas/team.ts';
import { callerOf } from '../sims/discord/caller.ts';
import { type DiscordSim, openDiscord } from '../sims/discord/sim.ts';
import { type House, type HouseOptions, keysFor, openHouse } from './house.ts';
import { stillClock } from './house-clock.ts';

/** The house with a Discord besides: its server `eng` belongs to the team, and its channel `team` hears of every card. */
export interface DiscordHouse {
  readonly discord: DiscordSim;
  readonly house: House;
  stop(): Promise<void>;
}

/** Starts it. Tom and ann are known there by their accounts; eva, who is German, is nobody to the team. */
export async function openDiscordHouse(options: HouseOptions = {}): Promise<DiscordHouse> {
  const { clock = stillClock() } = options;
  const discord = await openDiscord({ now: clock.now });
  // The three seconds that doors have are tried where nothing else is (tests/faults/late.test.ts): a busy machine takes them for itself.
  discord.world.deadline = 30_000;
  const ids = new Map(['tom', 'ann'].map((name) => [name, discord.addUser(name).id] as const));
  discord.addUser('eva', { locale: 'de' });
  const teamRoom = discord.addChannel('team');
  const { id: application, verifyKey: publicKey, token } = discord.application;
  const talk: DiscordConnection = {
    ...{ product: 'discord', id: 'talk', generation: 1, url: discord.url, private: true, token },
    ...{ command: 'card', self: discord.bot.id, application, publicKey },
    ...{ server: discord.guild.id, development: false },
  };
  const house = await openHouse(
    (team) => ({
      ...team,
      members: {
        ...team.members,
        people: team.members.people.map((person) => {
          const id = ids.get(person.name);
          return { ...person, ...(id === undefined ? {} : { discord: id }) };
        }),
      },
      channels: { ...team.channels, talk },
      teamChannels: [
        ...team.teamChannels,
        { conversation: `discord:talk:${teamRoom.id}:`, tell: [...tellByDefault] },
      ],
    }),
    { ...options, clock },
  );
  const address: Address = {
    ...{ source: 'discord-interaction', team: 'ops', connection: 'talk', generation: 1 },
    caller: `${application}.${publicKey}`,
  };
  await discord.setEndpoint(`${house.doorsUrl}${sealAddress(address, keysFor('discord-interaction'))}`);
  await callerOf(discord)('PUT', `/applications/${application}/commands`, commandsFor('card', 'global'));
  return {
    discord,
    house,
    stop: async () => {
      await Promise.all([house.stop(), discord.stop()]);
    },
  };
}
