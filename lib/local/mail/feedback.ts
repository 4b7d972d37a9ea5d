import type { SentMail } from './ses.ts';

/** Addresses of SES's mailbox simulator, to try what follows when mail comes back, and when somebody complains of it. */
const simulated: Readonly<Record<string, object>> = {
  'bounce@simulator.amazonses.com': {
    eventType: 'Bounce',
    bounce: {
      ...{ bounceType: 'Permanent', bounceSubType: 'General' },
      bouncedRecipients: [{ emailAddress: 'bounce@simulator.amazonses.com', status: '5.1.1' }],
    },
  },
  'complaint@simulator.amazonses.com': {
    eventType: 'Complaint',
    complaint: {
      complainedRecipients: [{ emailAddress: 'complaint@simulator.amazonses.com' }],
      complaintFeedbackType: 'abuse',
    },
  },
};

/**
 * What SES tells of a mail, as SNS hands it to a function (contract 2.3); undefined for all but those to the simulator, of which there is
 * nothing to tell.
 */
export function feedbackOn({ id, at, source, to, tags }: SentMail): object | undefined {
  const told = simulated[to[0] ?? ''];
  if (!told) return undefined;
  const lists = Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]]));
  const timestamp = new Date(at).toISOString();
  const mail = { timestamp, source, messageId: id, destination: to, tags: lists };
  const Sns = { Type: 'Notification', Timestamp: timestamp, Message: JSON.stringify({ ...told, mail }) };
  return { Records: [{ EventSource: 'aws:sns', EventVersion: '1.0', Sns }] };
}
