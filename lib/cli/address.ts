import type { SetupPlace } from '../channels/channel.ts';
import { channelAddress } from '../channels/registry.ts';
import { doorAddress, webhookAddress } from '../setup/addresses.ts';
import { SetupProblem } from '../setup/explain.ts';
import { teamNamed } from './load-team.ts';
import { createTerminal, type Io } from './terminal.ts';
import { inWorld, type WorldOptions } from './world.ts';

/** `cardwire address`: prints one sealed address, with the secret that goes with a board's, to be pasted. */
export async function address(
  id: string,
  connection: string,
  options: WorldOptions & { readonly token?: string },
  io: Io,
): Promise<boolean> {
  const out = createTerminal(io.stdout, io.env);
  return inWorld(options, io, async (world) => {
    const team = await teamNamed(id, world);
    const maker = { baseUrl: world.baseUrl(), keys: world.keys() };
    const board = Object.values(team.boards).find((each) => each.id === connection);
    const channel = Object.values(team.channels).find((each) => each.id === connection);
    if (board) {
      const { url, secret } = webhookAddress(id, board, maker);
      out.line(`URL     ${url}`);
      out.line(`Secret  ${secret}`);
    } else if (channel) {
      const place = {
        addressOf: (...seal: Parameters<SetupPlace['addressOf']>) =>
          doorAddress(seal[0], id, channel, maker, seal[1]),
        token: () => tokenOf(options.token, io.env),
      };
      const address = await channelAddress(channel, place);
      if (address === '')
        throw new SetupProblem(`${connection} is ${channel.product}, which calls no address`);
      out.line(address);
    } else {
      const names = [...Object.keys(team.boards), ...Object.keys(team.channels)];
      throw new SetupProblem(`team ${id} has no connection ${connection}: it has ${names.join(', ')}`);
    }
    return true;
  });
}

/** A token on the command line would stand in the shell's history. */
function tokenOf(reference: string | undefined, env: Io['env']): string {
  const variable = /^env:([A-Z][A-Z0-9_]*)$/.exec(reference ?? '')?.[1];
  if (variable === undefined) {
    throw new SetupProblem(
      "a command's address is sealed over the token that the chat shows for the command: set a variable to it and give --token env:NAME",
    );
  }
  const token = env[variable];
  if (!token) throw new SetupProblem(`the variable ${variable} is not set: set it to the command's token`);
  return token;
}
