import { CardwireError, never } from '../../domain/errors.ts';
import type { EmailConnection } from '../../teams/team.ts';
import type { Channel, ChannelSetup } from '../channel.ts';
import type { ChannelAccessOf, ChannelDeps, ChannelSetupDeps } from '../deps.ts';
import { accessOf } from './access.ts';

/** As the registry lists it. */
export const email = {
  accessOf,
  open: (_connection: EmailConnection, _deps: ChannelDeps): Channel => {
    throw new CardwireError('channel-not-ready', never);
  },
  openSetup: (_access: ChannelAccessOf<EmailConnection>, _deps: ChannelSetupDeps): ChannelSetup => {
    throw new CardwireError('channel-not-ready', never);
  },
  address: () => '',
};
