import { CardwireError, never } from '../../domain/errors.ts';
import { fold } from '../../domain/fold.ts';
import { say } from '../../domain/say.ts';
import type { Client } from './client.ts';
import { installLink } from './install-link.ts';
import { botPermissions } from './permissions.ts';
import { serverList } from './setup-answers.ts';

/** A server that the bot is on. */
interface Server {
  readonly id: string;
  readonly name: string;
}

/** As many as one answer of Discord lists. */
const PAGE = 200;

/**
 * The server that the settings name, by id or name, whatever its case.
 * @throws CardwireError with a text when the bot is not on it, with the link that brings it there; when several are called so.
 */
export async function findServer(client: Client, wanted: string, application: string): Promise<Server> {
  const servers = await serversOf(client);
  const written = fold(wanted);
  const byId = servers.find(({ id }) => id === written);
  if (byId) return byId;
  const [server, ...others] = servers.filter(({ name }) => fold(name) === written);
  if (server && others.length === 0) return server;
  if (server) throw problem('server-twice', say('discord-server-twice', { server: wanted }));
  throw problem(
    'no-server',
    say('discord-no-server', {
      server: wanted,
      servers: servers.map(({ name }) => name).join(', ') || '–',
      url: installLink(application),
      permissions: botPermissions.join(', '),
    }),
  );
}

async function serversOf(client: Client): Promise<readonly Server[]> {
  const servers: Server[] = [];
  for (;;) {
    const after = servers.at(-1)?.id;
    const query = after === undefined ? '' : `&after=${after}`;
    const page = await client.get(`/users/@me/guilds?limit=${PAGE}${query}`, serverList);
    servers.push(...page);
    if (page.length < PAGE) return servers;
  }
}

function problem(code: string, text: ReturnType<typeof say>): CardwireError {
  return new CardwireError(`discord-${code}`, never, text);
}
