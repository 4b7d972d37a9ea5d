import { judgeAction } from '../lib/channels/mattermost/action-request.ts';
import { createDoor } from '../lib/doors/door.ts';
import { createEnqueue, createSqs } from '../lib/queue/enqueue.ts';

/** Mattermost buttons, selects and dialogs. */
export const handler = createDoor({
  source: 'mattermost-action',
  keys: process.env.CARDWIRE_KEYS,
  judge: judgeAction,
  enqueue: createEnqueue(process.env.EVENTS_QUEUE_URL ?? '', createSqs()),
});
