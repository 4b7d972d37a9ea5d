import type { ChannelSettingsOf } from '../../../schemas/channels.ts';
import { withoutSlash } from '../../domain/url.ts';
import type { MattermostConnection } from '../../teams/team.ts';
import type { ChannelAccessOf, ReadSecret } from '../deps.ts';

/** How to reach the workspace that a team's file describes; the token of a command made by hand is set-up's own. */
export function accessOf(
  { commandToken: _, ...settings }: ChannelSettingsOf<'mattermost'>,
  secretOf: ReadSecret,
): ChannelAccessOf<MattermostConnection> {
  return { ...settings, url: withoutSlash(settings.url), token: secretOf(settings.token) };
}
