import { accessOf } from './access.ts';
import { openEmailChannel } from './channel.ts';
import { openEmailSetup } from './setup.ts';

/** E-mail, as the registry lists it. Nothing of ours is called from outside: mail comes by way of SES. */
export const email = {
  accessOf,
  open: openEmailChannel,
  openSetup: openEmailSetup,
  address: () => '',
};
