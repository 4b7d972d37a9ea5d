import { CardwireError, never } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import type { SetupPlace, SetupStep } from '../channel.ts';
import type { Client } from './client.ts';
import { type CommandBody, commandsFor } from './commands.ts';
import { sameCommands } from './commands-compare.ts';
import { messageCommand } from './commands-words.ts';
import { commandList } from './setup-answers.ts';

/** Where the commands are to stand. */
export interface CommandScope {
  readonly application: string;
  readonly server: string;
  /** On that server alone, where changes are seen at once. */
  readonly development: boolean;
}

type Command = Readonly<Record<string, unknown>> & { readonly type: number; readonly name: string };

/** Registers the commands where they are to stand and takes them away where they stood before. Nothing is written without need. */
export function commandsStep(
  { connection }: SetupPlace,
  client: Client,
  scopeOf: () => Promise<CommandScope>,
): SetupStep {
  const { id, command } = connection;
  return {
    title: `Command /${command} of ${id}`,
    run: async () => {
      const { application, server, development } = await scopeOf();
      const everywhere = `/applications/${application}/commands`;
      const onServer = `/applications/${application}/guilds/${server}/commands`;
      const wanted = commandsFor(command, development ? 'server' : 'global');
      const [path, other] = development ? [onServer, everywhere] : [everywhere, onServer];
      const outcome = await register(client, path, wanted);
      const standing = await client.get(`${other}?with_localizations=true`, commandList);
      // Both would be shown, one below the other.
      if (standing.some((each) => isOurs(each, wanted))) await overwrite(client, other, []);
      return `${outcome}${development ? ', on this server alone' : ''}`;
    },
  };
}

async function register(client: Client, path: string, wanted: readonly CommandBody[]): Promise<string> {
  const standing = await client.get(`${path}?with_localizations=true`, commandList);
  if (sameCommands(standing, wanted)) return 'stands as it should';
  if (standing.length > 0 && !standing.some((each) => isOurs(each, wanted))) {
    throw new CardwireError('discord-commands-foreign', never, say('discord-commands-foreign'));
  }
  await overwrite(client, path, wanted);
  return standing.length === 0 ? 'made' : 'mended: it is registered anew';
}

/** Contract A1.9: replaces all of the scope at once. */
async function overwrite(client: Client, path: string, wanted: readonly CommandBody[]): Promise<void> {
  const answer = await client.ask('PUT', path, wanted);
  if (!answer.ok) throw answer.error;
}

/** What others made is not taken from them. The entry on messages tells ours also when the team has chosen another word. */
function isOurs({ type, name }: Command, wanted: readonly CommandBody[]): boolean {
  return wanted.some((each) => each.type === type && each.name === name) || name === messageCommand.english;
}
