import type { MattermostConnection } from '../../teams/team.ts';
import type { AddressPlace } from '../deps.ts';
import { accessOf } from './access.ts';
import { openMattermostChannel } from './channel.ts';
import { openMattermostSetup } from './setup.ts';

/** Mattermost, as the registry lists it. */
export const mattermost = {
  accessOf,
  open: openMattermostChannel,
  openSetup: openMattermostSetup,
  address: (_: MattermostConnection, { addressOf, token }: AddressPlace) =>
    addressOf('mattermost-command', { proof: token() }),
};
