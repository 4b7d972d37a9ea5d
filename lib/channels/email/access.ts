import type { ChannelSettingsOf } from '../../../schemas/channels.ts';
import type { EmailConnection } from '../../teams/team.ts';
import type { ChannelAccessOf } from '../deps.ts';

/** The mail domain that a team's file describes. There is no slash command: its usual word stands in examples. */
export function accessOf(settings: ChannelSettingsOf<'email'>): ChannelAccessOf<EmailConnection> {
  return { ...settings, command: 'card' };
}
