import type { Environment } from '../teams/read-file.ts';

/** The variable an administrator's token of a workspace is read from: the plain one, or the connection's own. */
export interface AdminToken {
  readonly variable: string;
  readonly token: string | undefined;
}

type Servers = Readonly<Record<string, { readonly product: string; readonly url?: string }>>;

/**
 * Finds the administrator's token for one channel connection: `CARDWIRE_MATTERMOST_ADMIN_TOKEN`. With channels on several
 * servers each needs its own, `CARDWIRE_MATTERMOST_ADMIN_TOKEN_<CONNECTION>`: one server's token is not shown to another.
 */
export function adminTokenOf(servers: Servers, connection: string, env: Environment): AdminToken {
  const wanted = servers[connection];
  const same = Object.values(servers).filter(({ product }) => product === wanted?.product);
  const origins = new Set(same.map(({ url }) => url && new URL(url).origin));
  const plain = `CARDWIRE_${(wanted?.product ?? '').toUpperCase()}_ADMIN_TOKEN`;
  const variable = origins.size > 1 ? `${plain}_${connection.toUpperCase().replaceAll('-', '_')}` : plain;
  return { variable, token: env[variable] || undefined };
}
