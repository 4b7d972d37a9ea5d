import type { Team } from '../../lib/teams/team.ts';
import type { DiscordSide } from '../histories/discord-side.ts';
import type { Given } from '../sims/discord/typed.ts';
import { openScene, type Scene } from './scene.ts';

type Options = Readonly<Record<string, Given>>;

/** The scene of a team that has a Discord server, with the channels square, dev and team. */
export interface DiscordScene extends Scene {
  readonly discord: DiscordSide;
  /** Runs a command. Gives back what the person was told alone since, or what their client said. */
  types(name: string, channel: string, line: string, options?: Options): Promise<readonly string[]>;
}

/** Opens it. Tom and Ann are members, everyone else is a guest. */
export async function openDiscordScene(change?: (team: Team) => Team): Promise<DiscordScene> {
  const scene = await openScene(change, 1);
  const { discord } = scene.world;
  if (!discord) throw new Error('the team has no Discord');
  /** Of an answer what stands there in the end, and messages of the bot's alone with them. */
  const told = (name: string) => {
    const { id } = discord.world.user(name);
    const alone = discord.world.direct(id).id;
    return [...discord.world.messages.values()].filter(
      ({ only, channel, deleted, loading, embeds }) =>
        !deleted && !loading && (only === id || (channel === alone && embeds.length === 0)),
    );
  };
  return {
    ...scene,
    discord,
    types: async (name, channel, line, options = {}) => {
      const before = new Set(told(name));
      const { error } = await discord.hand(name).types(channel, line, options);
      await scene.settle();
      const after = told(name).filter((message) => !before.has(message));
      return [...(error === undefined ? [] : [error]), ...after.map(({ content }) => content)];
    },
  };
}
