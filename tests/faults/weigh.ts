import type { House } from '../flows/house.ts';

/** The largest of what went over the wire since the counting began, in bytes, and how many calls of the board there were. */
export interface Weights {
  /** One SQS message, one call of SQS, one item of the table as it was written. */
  readonly message: number;
  readonly batch: number;
  readonly item: number;
  /** The longest run of the dispatcher or of the sweep is bounded by its calls. */
  readonly boardCalls: number;
}

/** What Lambda, SQS and DynamoDB take (bytes). */
export const most = { message: 256 * 1024, batch: 256 * 1024, item: 400 * 1024 } as const;

/** Weighs what the house sends; `since()` gives it and begins anew. */
export function weigh(house: House): { since(): Weights } {
  let now = { message: 0, batch: 0, item: 0 };
  let calls = house.wekan.requests.length;
  const bytes = (value: unknown) =>
    Buffer.byteLength(typeof value === 'string' ? value : JSON.stringify(value ?? ''));
  house.clients.sqs.middlewareStack.add(
    (next) => async (args) => {
      const { MessageBody, Entries = [] } = args.input as {
        MessageBody?: string;
        Entries?: { MessageBody: string }[];
      };
      const bodies = [
        ...(MessageBody === undefined ? [] : [MessageBody]),
        ...Entries.map((each) => each.MessageBody),
      ];
      const sizes = bodies.map(bytes);
      now = {
        ...now,
        message: Math.max(now.message, ...sizes),
        batch: Math.max(
          now.batch,
          sizes.reduce((sum, size) => sum + size, 0),
        ),
      };
      return next(args);
    },
    { step: 'initialize' },
  );
  house.clients.dynamodb.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      // What was there before, and what is added to it.
      const { ExpressionAttributeValues } = args.input as { ExpressionAttributeValues?: unknown };
      const { Attributes, Item } = answer.output as { Attributes?: unknown; Item?: unknown };
      const written = ExpressionAttributeValues ? bytes(ExpressionAttributeValues) : 0;
      now = { ...now, item: Math.max(now.item, bytes(Attributes ?? Item) + written) };
      return answer;
    },
    { step: 'initialize' },
  );
  return {
    since: () => {
      const seen = { ...now, boardCalls: house.wekan.requests.length - calls };
      now = { message: 0, batch: 0, item: 0 };
      calls = house.wekan.requests.length;
      return seen;
    },
  };
}
