import type { SettingsOf } from '../../../schemas/boards.ts';
import { withoutSlash } from '../../domain/url.ts';
import type { TaigaConnection, TaigaCredential } from '../../teams/team.ts';
import type { AccessOf, ReadSecret } from '../deps.ts';

type Settings = SettingsOf<'taiga'>;

/** How to reach the project that a team's file describes. */
export function accessOf(settings: Settings, secretOf: ReadSecret): AccessOf<TaigaConnection> {
  const { product, url, api = url, private: isPrivate, user = '', project, archive } = settings;
  return {
    ...{ product, url: withoutSlash(url), api: withoutSlash(api), private: isPrivate, user },
    ...{ slug: project, board: project },
    ...(archive === undefined ? {} : { archive }),
    ...credential(settings, secretOf),
  };
}

/** The schema has seen to it that there is one or the other. */
function credential({ password = '', token }: Settings, secretOf: ReadSecret): TaigaCredential {
  return token === undefined ? { password: secretOf(password) } : { token: secretOf(token) };
}
