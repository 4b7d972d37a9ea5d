import { judgeWebhook } from '../lib/boards/wekan/webhook.ts';
import { createDoor } from '../lib/doors/door.ts';
import { createEnqueue, createSqs } from '../lib/queue/enqueue.ts';

/** Wekan's one-way webhooks. */
export const handler = createDoor({
  source: 'wekan-webhook',
  keys: process.env.CARDWIRE_KEYS,
  judge: judgeWebhook,
  enqueue: createEnqueue(process.env.EVENTS_QUEUE_URL ?? '', createSqs()),
});
