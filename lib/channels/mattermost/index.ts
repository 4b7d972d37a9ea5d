import { openMattermostChannel } from './channel.ts';
import { openMattermostSetup } from './setup.ts';

/** Mattermost, as the registry lists it. */
export const mattermost = { open: openMattermostChannel, openSetup: openMattermostSetup };
