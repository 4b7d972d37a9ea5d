import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { type Address, openAddress } from '../domain/address.ts';
import type { DoorAnswer, DoorRequest, Judge, Locate, LookUp } from '../domain/door.ts';
import { type Keys, parseKeys } from '../domain/keys.ts';
import type { Log } from '../domain/log.ts';
import type { Meter } from '../domain/meter.ts';
import type { Enqueue } from '../queue/enqueue.ts';
import { writeAnswer } from './answer.ts';
import { createDoorLog, nameOf } from './log.ts';
import { lookedUp } from './looked-up.ts';
import { createDoorMeter } from './meter.ts';
import { readRequest } from './request.ts';

/** What makes a door this one. */
export interface DoorParts {
  /** The first part of this door's addresses, the function's name. */
  readonly source: string;
  /** This door's keys as in the environment, `hex` or `hex,hex`. Without a good one everything is refused. */
  readonly keys: string | undefined;
  /** What the caller must present besides the address that was sealed over it; undefined when it did not. */
  readonly proof?: (request: DoorRequest) => string | undefined;
  /** Verifies what is left, parses and normalises. Pure. */
  readonly judge: Judge;
  readonly enqueue: Enqueue;
  /** Answers what has to be answered with data at once. Without it nothing is ever found. */
  readonly lookUp?: LookUp;
  /** Finds where something stored can be fetched. Without it nothing is ever there. */
  readonly locate?: Locate;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  readonly log?: Log;
  readonly meter?: Meter;
}

/** A Lambda function behind an HTTP API. */
export type Door = (
  event: APIGatewayProxyEventV2,
  context?: Pick<Context, 'awsRequestId'>,
) => Promise<APIGatewayProxyStructuredResultV2>;

/**
 * Makes a door: verify, parse, normalise, queue, answer, in this order. Anything that is not verified gets an empty 401, a body
 * over the limit 413, a failure of ours 500; no 2xx before the queue has it, 503 when it has not.
 */
export function createDoor(parts: DoorParts): Door {
  const { judge, enqueue, now = Date.now, log = createDoorLog(), meter = createDoorMeter() } = parts;
  const keys = readKeys(parts.keys);
  if (!keys) log.error('door-without-key', { product: parts.source });

  async function answer(...[event, context]: Parameters<Door>): Promise<DoorAnswer> {
    const request = readRequest(event, context?.awsRequestId);
    if (!request) return refused({ status: 413 });
    const address = keys && verified(parts, keys, request);
    if (!keys || !address) return refused({ status: 401 });
    const judgement = judge(request, { address, keys, now: now(), log });
    if ('refuse' in judgement) return refused({ status: judgement.refuse });
    if ('locate' in judgement) return judgement.located(await parts.locate?.(judgement.locate));
    if ('lookUp' in judgement) return lookedUp(judgement, { ...parts, log });
    try {
      if (judgement.events.length > 0) {
        await enqueue(judgement.events);
        meter.count('Accepted', judgement.events.length);
      }
    } catch (error) {
      log.error('queue-failed', { product: parts.source, code: nameOf(error) });
      return judgement.unqueued ?? { status: 503 };
    }
    return judgement.answer;
  }

  function refused(refusal: DoorAnswer): DoorAnswer {
    log.warn('door-refused', { product: parts.source, status: refusal.status });
    meter.count('Refused');
    return refusal;
  }

  return async (event, context) => {
    try {
      return writeAnswer(await answer(event, context));
    } catch (error) {
      log.error('door-failed', { product: parts.source, code: nameOf(error) });
      return writeAnswer({ status: 500 });
    }
  };
}

function readKeys(text: string | undefined): Keys | undefined {
  try {
    return parseKeys(text);
  } catch {
    return undefined;
  }
}

function verified({ source, proof }: DoorParts, keys: Keys, request: DoorRequest): Address | undefined {
  const presented = proof ? proof(request) : '';
  if (presented === undefined) return undefined;
  const address = openAddress(request.path, keys, presented);
  return address?.source === source ? address : undefined;
}
