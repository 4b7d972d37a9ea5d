import { judgeLink } from '../lib/channels/email/link-request.ts';
import { createDoor } from '../lib/doors/door.ts';
import { createEnqueue, createSqs } from '../lib/queue/enqueue.ts';

/** Links in mails of ours: pages with a button, one-click unsubscription, the mail as it came. */
export const handler = createDoor({
  source: 'mail-link',
  keys: process.env.CARDWIRE_KEYS,
  judge: judgeLink,
  enqueue: createEnqueue(process.env.EVENTS_QUEUE_URL ?? '', createSqs()),
  locate: async (key) => {
    const { lookUpOriginal } = await import('../lib/store/look-up-original.ts');
    return lookUpOriginal(key, process.env.MAIL_BUCKET ?? '');
  },
});
