import * as z from 'zod/mini';

/** What stands in a queue of the embedded SQS. */
export interface Standing {
  /** What somebody took and has neither deleted nor given back, with its group. */
  readonly taken: readonly { readonly handle: string; readonly group: string }[];
  /** Groups of what nobody has taken yet; a message that stands behind a taken one of its group cannot be. */
  readonly groups: readonly string[];
}

const message = z.object({ messageGroupId: z.string() });
const shape = z.object({
  messages: z.object({
    ready: z.array(message),
    delayed: z.array(message),
    inflight: z.array(z.object({ receiptHandle: z.string(), message })),
  }),
});

/** Looks into a FIFO queue without taking anything, by the page that fauxqs has for this. SQS itself only ever counts. */
export async function lookInto(queueUrl: string): Promise<Standing> {
  const { origin, pathname } = new URL(queueUrl);
  const answer = await fetch(`${origin}/_fauxqs/queues/${pathname.split('/').at(-1)}`);
  const { ready, delayed, inflight } = shape.parse(await answer.json()).messages;
  return {
    taken: inflight.map(({ receiptHandle, message }) => ({
      handle: receiptHandle,
      group: message.messageGroupId,
    })),
    groups: [...ready, ...delayed].map(({ messageGroupId }) => messageGroupId),
  };
}
