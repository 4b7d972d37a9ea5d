import { CardwireError, never } from '../../domain/errors.ts';
import type { DiscordConnection } from '../../teams/team.ts';
import type { Channel, ChannelSetup } from '../channel.ts';
import type { ChannelAccessOf, ChannelDeps, ChannelSetupDeps } from '../deps.ts';
import { accessOf } from './access.ts';

/** As the registry lists it. */
export const discord = {
  accessOf,
  open: (_connection: DiscordConnection, _deps: ChannelDeps): Channel => {
    throw new CardwireError('channel-not-ready', never);
  },
  openSetup: (_access: ChannelAccessOf<DiscordConnection>, _deps: ChannelSetupDeps): ChannelSetup => {
    throw new CardwireError('channel-not-ready', never);
  },
  address: () => '',
};
