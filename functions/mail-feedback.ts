import { readFeedback } from '../lib/channels/email/feedback-request.ts';
import { createFeedback } from '../lib/doors/feedback.ts';
import { createEnqueue, createSqs } from '../lib/queue/enqueue.ts';

/** What SES tells, by way of SNS, of mails that came back and of people who complained. */
export const handler = createFeedback({
  source: 'mail-feedback',
  read: readFeedback,
  enqueue: createEnqueue(process.env.EVENTS_QUEUE_URL ?? '', createSqs()),
});
