import { judgeInteraction } from '../lib/channels/discord/interaction-request.ts';
import { createDoor } from '../lib/doors/door.ts';
import { createEnqueue, createSqs } from '../lib/queue/enqueue.ts';

/** Discord's interactions: commands, buttons, forms, and what is suggested while a person types. */
export const handler = createDoor({
  source: 'discord-interaction',
  keys: process.env.CARDWIRE_KEYS,
  judge: judgeInteraction,
  enqueue: createEnqueue(process.env.EVENTS_QUEUE_URL ?? '', createSqs()),
  // Only suggestions read the table, so that everything else starts without what reads it.
  lookUp: async (chooser) => (await import('../lib/store/look-up-choices.ts')).lookUpChoices(chooser),
});
