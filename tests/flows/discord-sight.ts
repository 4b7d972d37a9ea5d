import type { Given } from '../sims/discord/typed.ts';
import type { DiscordHouse } from './discord-house.ts';

/** Types a command, waits until all it causes is done, and gives what the person alone was told since. */
export async function types(
  { discord, house }: DiscordHouse,
  name: string,
  channel: string,
  line: string,
  options: Readonly<Record<string, Given>> = {},
): Promise<readonly string[]> {
  const before = discord.ephemerals(name).length;
  const { error } = await discord.as(name).types(channel, line, options);
  if (error !== undefined) throw new Error(`${line}: ${error}`);
  await house.settle();
  return discord
    .ephemerals(name)
    .slice(before)
    .map(({ text }) => text);
}
