import type { SettingsOf } from '../../../schemas/boards.ts';
import { withoutSlash } from '../../domain/url.ts';
import type { WekanConnection } from '../../teams/team.ts';
import type { AccessOf, ReadSecret } from '../deps.ts';

/** How to reach the board that a team's file describes. */
export function accessOf(settings: SettingsOf<'wekan'>, secretOf: ReadSecret): AccessOf<WekanConnection> {
  const { product, private: isPrivate, user, password, board } = settings;
  return {
    product,
    url: withoutSlash(settings.url),
    private: isPrivate,
    user,
    password: secretOf(password),
    board,
  };
}
