import type { DiscordConnection } from '../../teams/team.ts';
import type { AddressPlace } from '../deps.ts';
import { accessOf } from './access.ts';
import { openDiscordChannel } from './channel.ts';
import { openDiscordSetup } from './setup.ts';
import { addressOf } from './setup-endpoint.ts';

/** As the registry lists it. */
export const discord = {
  accessOf,
  open: openDiscordChannel,
  openSetup: openDiscordSetup,
  address: ({ application, publicKey }: DiscordConnection, place: AddressPlace) =>
    addressOf(place, application, publicKey),
};
