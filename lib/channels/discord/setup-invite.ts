import type { SetupPlace, SetupStep } from '../channel.ts';
import { installLink } from './install-link.ts';
import type { ApplicationBody } from './setup-answers.ts';

/** Tells the link that brings the bot to a server, and who may use it. */
export function inviteStep(
  { connection }: SetupPlace,
  applicationOf: () => Promise<ApplicationBody>,
): SetupStep {
  return {
    title: `Link that brings ${connection.id} to a server`,
    run: async () => {
      const application = await applicationOf();
      const link = installLink(application.id);
      // Contract A3: with `bot_public` off, nobody but the application's owner can.
      if (!application.bot_public) return link;
      return `${link} (anybody may use it: switch “Public Bot” off, on the page of the application, unless others are to bring it to their servers)`;
    },
  };
}
