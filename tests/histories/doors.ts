import { judgeWebhook } from '../../lib/boards/wekan/webhook.ts';
import { judgeAction } from '../../lib/channels/mattermost/action-request.ts';
import { judgeCommand, presentedToken } from '../../lib/channels/mattermost/command-request.ts';
import type { KeyPurpose } from '../../lib/domain/keys.ts';
import type { Log } from '../../lib/domain/log.ts';
import { createDoor, type Door } from '../../lib/doors/door.ts';
import { createEnqueue } from '../../lib/queue/enqueue.ts';
import { httpEvent } from '../doors/http-event.ts';
import { type FifoQueues, sqsThrough } from './fifo.ts';
import { keysFor } from './team-world.ts';

/** What goes wrong at a door: its queue is not reached, or takes the message and the answer is lost. */
export type DoorFault = 'none' | 'queue-down' | 'queue-unheard';

export interface DoorAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

/** The real doors, called in this process: each request has an id of its own. */
export interface Doors {
  call(
    path: string,
    request: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
    fault?: DoorFault,
  ): Promise<DoorAnswer>;
}

export const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Opens the doors of the main job before these queues. */
export function openDoors(queues: FifoQueues, eventsQueueUrl: string, now: () => number): Doors {
  let requests = 0;
  let fault: DoorFault = 'none';
  const sqs = sqsThrough(async (command) => {
    if (fault === 'queue-down') throw new Error('the queue is not there');
    const answer = queues.execute(command);
    if (fault === 'queue-unheard') throw new Error('no answer of the queue');
    return answer;
  });
  const enqueue = createEnqueue(eventsQueueUrl, sqs);
  const shared = (source: KeyPurpose) => ({
    ...{ source, keys: keysFor(source).join(','), enqueue, now, log: silent },
  });
  const doors: Readonly<Record<string, Door>> = {
    'wekan-webhook': createDoor({ ...shared('wekan-webhook'), judge: judgeWebhook }),
    'mattermost-command': createDoor({
      ...shared('mattermost-command'),
      proof: presentedToken,
      judge: judgeCommand,
    }),
    'mattermost-action': createDoor({ ...shared('mattermost-action'), judge: judgeAction }),
  };
  return {
    call: async (path, { headers, body }, suffered = 'none') => {
      const door = doors[path.split('/')[1] ?? ''];
      if (!door) throw new Error(`no door at ${path}`);
      requests += 1;
      fault = suffered;
      const event = httpEvent({ path, headers: { ...headers }, body });
      const requestContext = { ...event.requestContext, requestId: `request-${requests}` };
      const { statusCode = 200, headers: given, body: text = '' } = await door({ ...event, requestContext });
      fault = 'none';
      return { status: statusCode, contentType: String(given?.['content-type'] ?? ''), text };
    },
  };
}
