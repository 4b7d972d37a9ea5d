import { judgeWebhook as judgeTaiga } from '../../lib/boards/taiga/webhook.ts';
import { judgeWebhook as judgeWekan } from '../../lib/boards/wekan/webhook.ts';
import { judgeInteraction } from '../../lib/channels/discord/interaction-request.ts';
import { judgeLink } from '../../lib/channels/email/link-request.ts';
import { judgeAction } from '../../lib/channels/mattermost/action-request.ts';
import { judgeCommand, presentedToken } from '../../lib/channels/mattermost/command-request.ts';
import type { LookUp } from '../../lib/domain/door.ts';
import type { KeyPurpose } from '../../lib/domain/keys.ts';
import type { Log } from '../../lib/domain/log.ts';
import { createDoor, type Door } from '../../lib/doors/door.ts';
import { createEnqueue, type Enqueue } from '../../lib/queue/enqueue.ts';
import { httpEvent } from '../doors/http-event.ts';
import { type FifoQueues, queueUrl, sqsThrough } from './fifo.ts';
import { keysOf, type Release } from './release.ts';

/** What goes wrong at a door: its queue is not reached, or takes the message and the answer is lost; or the door's own answer is. */
export type DoorFault = 'none' | 'queue-down' | 'queue-unheard' | 'answer-lost';

export interface DoorAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

/** The real doors, called in this process: each request has an id of its own. */
export interface Doors {
  call(
    path: string,
    request: {
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
      readonly query?: string;
    },
    fault?: DoorFault,
  ): Promise<DoorAnswer>;
  /** From now on they are this release's. */
  deploy(release: Release): void;
}

export const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** How a door of a release puts events on the queue, as far as that is there. */
export function openEnqueue(queues: FifoQueues, release: Release, fault: () => DoorFault): Enqueue {
  const sqs = sqsThrough(release, async (command) => {
    if (fault() === 'queue-down') throw new Error('the queue is not there');
    const answer = queues.execute(command);
    if (fault() === 'queue-unheard') throw new Error('no answer of the queue');
    return answer;
  });
  return createEnqueue(queueUrl('events'), sqs);
}

/** Opens the doors before these queues. `now` is their own clock, `lookUp` what one of them suggests. */
export function openDoors(queues: FifoQueues, now: () => number, first: Release, lookUp: LookUp): Doors {
  let requests = 0;
  let fault: DoorFault = 'none';
  let doors: Readonly<Record<string, Door>> = {};

  function deploy(release: Release): void {
    const enqueue = openEnqueue(queues, release, () => fault);
    const shared = (source: KeyPurpose) => ({
      ...{ source, keys: keysOf(release, source).join(','), enqueue, now, log: silent },
    });
    doors = {
      'mail-link': createDoor({ ...shared('mail-link'), judge: judgeLink }),
      'wekan-webhook': createDoor({ ...shared('wekan-webhook'), judge: judgeWekan }),
      'taiga-webhook': createDoor({ ...shared('taiga-webhook'), judge: judgeTaiga }),
      'mattermost-command': createDoor({
        ...shared('mattermost-command'),
        proof: presentedToken,
        judge: judgeCommand,
      }),
      'mattermost-action': createDoor({ ...shared('mattermost-action'), judge: judgeAction }),
      'discord-interaction': createDoor({
        ...shared('discord-interaction'),
        judge: judgeInteraction,
        lookUp,
      }),
    };
  }

  deploy(first);
  return {
    deploy,
    call: async (path, { headers, body, query = '' }, suffered = 'none') => {
      const door = doors[path.split('/')[1] ?? ''];
      if (!door) throw new Error(`no door at ${path}`);
      requests += 1;
      fault = suffered;
      const event = httpEvent({ path, query, headers: { ...headers }, body });
      const requestContext = { ...event.requestContext, requestId: `request-${requests}` };
      const { statusCode = 200, headers: given, body: text = '' } = await door({ ...event, requestContext });
      fault = 'none';
      return { status: statusCode, contentType: String(given?.['content-type'] ?? ''), text };
    },
  };
}
