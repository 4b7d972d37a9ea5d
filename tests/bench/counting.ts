import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { House } from '../flows/house.ts';

/** Calls of one happening, by kind. */
export interface Calls {
  /** SQS calls: sends (a batch is one), and a receive and a delete for each message. */
  readonly sqs: number;
  readonly messages: number;
  readonly writes: number;
  /** What DynamoDB charges: one for each begun KiB. */
  readonly writeUnits: number;
  readonly reads: number;
  readonly readUnits: number;
  readonly board: number;
  readonly chat: number;
}

const nothing: Calls = {
  sqs: 0,
  messages: 0,
  writes: 0,
  writeUnits: 0,
  reads: 0,
  readUnits: 0,
  board: 0,
  chat: 0,
};

/**
 * Counts every call that leaves the house. What it gives is the count since it was last asked.
 * @param boardRequests every call that the board's server has had.
 */
export function createCounter(house: House, boardRequests: readonly unknown[]): () => Calls {
  let seen = { ...nothing };
  const boardAt = { count: 0 };
  const chatAt = { count: 0 };

  house.clients.sqs.middlewareStack.add(
    (next, context) => async (args) => {
      const { Entries = [{}] } = args.input as { Entries?: readonly unknown[] };
      const sent = context.commandName?.startsWith('SendMessage') ? Entries.length : 0;
      seen = { ...seen, sqs: seen.sqs + 1 + 2 * sent, messages: seen.messages + sent };
      return next(args);
    },
    { step: 'initialize' },
  );

  house.clients.dynamodb.middlewareStack.add(
    (next, context) => async (args) => {
      const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } }).catch(
        (error: unknown) => {
          // A write that its condition refuses is charged like one that is done; how much, the answer does not say.
          if (error instanceof ConditionalCheckFailedException)
            seen = { ...seen, writes: seen.writes + 1, writeUnits: seen.writeUnits + 1 };
          throw error;
        },
      );
      const { ConsumedCapacity } = answer.output as { ConsumedCapacity?: { CapacityUnits?: number } };
      const units = ConsumedCapacity?.CapacityUnits ?? 0;
      const reads = context.commandName === 'GetItemCommand' || context.commandName === 'QueryCommand';
      seen = reads
        ? { ...seen, reads: seen.reads + 1, readUnits: seen.readUnits + units }
        : { ...seen, writes: seen.writes + 1, writeUnits: seen.writeUnits + units };
      return answer;
    },
    { step: 'initialize' },
  );

  const newOnes = (log: readonly unknown[], at: { count: number }) => {
    const count = log.length - at.count;
    at.count = log.length;
    return count;
  };
  return () => {
    const board = newOnes(boardRequests, boardAt);
    const chat = newOnes(house.mattermost.requests, chatAt);
    const counted = { ...seen, board, chat };
    seen = { ...nothing };
    return counted;
  };
}
