import { judgeCommand, presentedToken } from '../lib/channels/mattermost/command-request.ts';
import { createDoor } from '../lib/doors/door.ts';
import { createEnqueue, createSqs } from '../lib/queue/enqueue.ts';

/** Mattermost slash commands: POST or GET, as the command was made. */
export const handler = createDoor({
  source: 'mattermost-command',
  keys: process.env.CARDWIRE_KEYS,
  proof: presentedToken,
  judge: judgeCommand,
  enqueue: createEnqueue(process.env.EVENTS_QUEUE_URL ?? '', createSqs()),
});
