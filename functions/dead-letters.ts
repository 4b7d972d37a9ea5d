import { teamOf } from '../lib/channels/email/receive/team-of.ts';
import { bury } from '../lib/dispatch/bury.ts';
import { createParts } from '../lib/dispatch/dispatcher.ts';
import { drain } from '../lib/dispatch/drain.ts';
import { setting, settingsFromEnvironment } from '../lib/dispatch/environment.ts';
import { callAgain, teamOfMail } from '../lib/dispatch/mail/failed-mail.ts';
import { metered } from '../lib/dispatch/metrics.ts';

const settings = settingsFromEnvironment();
const parts = createParts(settings);
const { sqs, now, log, meter } = settings;

/** Mail's own functions, as they are: they are called again with what they failed with. Loaded when there is such a thing. */
const mailFunctions = {
  mail: async (event: unknown) => (await import('./inbound-mail.ts')).handler(event),
  feedback: async (event: unknown) => (await import('./mail-feedback.ts')).handler(event),
};

const lookUps = { mailbox: parts.store.mailboxes.get, target: parts.store.mailTargets.get };
const teamOfRecipient = (recipient: string) => teamOf(recipient, lookUps, settings.doorKeys['mail-reply']);

/** Only a deployment with a mail domain has such a queue. */
const failures = process.env.MAIL_FAILURES_QUEUE_URL;

/** Takes what the queues have given up into the table, on a schedule. */
export const handler = metered(
  () =>
    drain({
      ...{ sqs, now, log, meter },
      bury: (message, reason) => bury(parts, message, reason),
      queues: [
        { url: setting('EVENTS_DEAD_LETTERS_URL') },
        { url: setting('DELIVERIES_DEAD_LETTERS_URL') },
        ...(failures
          ? [
              {
                url: failures,
                retry: (message: Parameters<typeof callAgain>[1]) => callAgain(mailFunctions, message),
                teamOf: (message: Parameters<typeof teamOfMail>[1]) => teamOfMail(teamOfRecipient, message),
              },
            ]
          : []),
      ],
    }),
  meter,
);
