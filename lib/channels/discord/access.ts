import type { ChannelSettingsOf } from '../../../schemas/channels.ts';
import { withoutSlash } from '../../domain/url.ts';
import type { DiscordConnection } from '../../teams/team.ts';
import type { ChannelAccessOf, ReadSecret } from '../deps.ts';

/** How to reach the application that a team's file describes. Its id and key are found by its token. */
export function accessOf(
  settings: ChannelSettingsOf<'discord'>,
  secretOf: ReadSecret,
): ChannelAccessOf<DiscordConnection> {
  const { url, token, ...rest } = settings;
  return { ...rest, url: withoutSlash(url), token: secretOf(token), application: '', publicKey: '' };
}
