import type { BoardSettings } from '../../schemas/boards.ts';
import { type Environment, secretOf } from '../teams/read-file.ts';
import type { TaigaCredential } from '../teams/team.ts';
import type { ReachableBoard } from './parts.ts';

/** How to reach the board that a team file describes: secrets read, addresses ready to have a path appended. */
export function boardAccess(settings: BoardSettings, env: Environment): ReachableBoard {
  const { product, private: isPrivate } = settings;
  const url = trimUrl(settings.url);
  if (product === 'wekan') {
    const { user, board } = settings;
    return { product, url, private: isPrivate, user, password: secretOf(settings.password, env), board };
  }
  const { project, archive } = settings;
  return {
    ...{ product, url, private: isPrivate, slug: project, board: project },
    api: trimUrl(settings.api ?? settings.url),
    user: settings.user ?? '',
    ...(archive === undefined ? {} : { archive }),
    ...taigaCredential(settings, env),
  };
}

type TaigaSettings = Extract<BoardSettings, { readonly product: 'taiga' }>;

/** The schema has seen to it that there is one or the other. */
function taigaCredential({ password, token }: TaigaSettings, env: Environment): TaigaCredential {
  return token === undefined ? { password: secretOf(password ?? '', env) } : { token: secretOf(token, env) };
}

/** Addresses are put together by appending a path. */
export function trimUrl(url: string): string {
  return url.replace(/\/+$/, '');
}
