import { judgeWebhook } from '../lib/boards/taiga/webhook.ts';
import { createDoor } from '../lib/doors/door.ts';
import { createEnqueue, createSqs } from '../lib/queue/enqueue.ts';

/** Taiga's webhooks. */
export const handler = createDoor({
  source: 'taiga-webhook',
  keys: process.env.CARDWIRE_KEYS,
  judge: judgeWebhook,
  enqueue: createEnqueue(process.env.EVENTS_QUEUE_URL ?? '', createSqs()),
});
