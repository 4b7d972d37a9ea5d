import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { type Attributes, readCondition, readUpdate, type Scope } from './expressions.ts';

/** One table in memory that takes the client commands which `lib/store/table.ts` sends, and answers at once. */
export class MemoryTable {
  readonly items = new Map<string, Attributes>();

  /** Does one command and gives its answer as the client would. Throws what the client would throw. */
  execute(command: unknown): object {
    if (command instanceof GetItemCommand) {
      const item = this.items.get(idOf(unmarshall(command.input.Key ?? {})));
      return item ? { Item: marshall(item) } : {};
    }
    if (command instanceof QueryCommand) return { Items: this.query(command.input) };
    if (command instanceof UpdateItemCommand) return this.update(command.input);
    if (command instanceof DeleteItemCommand) {
      this.items.delete(idOf(unmarshall(command.input.Key ?? {})));
      return {};
    }
    throw new Error(`the table in memory does not know ${command?.constructor.name}`);
  }

  private query(input: QueryCommand['input']): object[] {
    if (input.KeyConditionExpression !== 'pk = :pk AND begins_with(sk, :prefix)')
      throw new Error(`the table in memory does not know ${input.KeyConditionExpression}`);
    const { ':pk': pk, ':prefix': prefix } = unmarshall(input.ExpressionAttributeValues ?? {});
    return [...this.items.values()]
      .filter((item) => item.pk === pk && String(item.sk).startsWith(prefix))
      .sort((one, other) => Buffer.compare(Buffer.from(String(one.sk)), Buffer.from(String(other.sk))))
      .slice(0, input.Limit)
      .map((item) => marshall(item));
  }

  private update(input: UpdateItemCommand['input']): object {
    const key = unmarshall(input.Key ?? {});
    const scope: Scope = {
      names: input.ExpressionAttributeNames ?? {},
      values: unmarshall(input.ExpressionAttributeValues ?? {}),
    };
    const before = this.items.get(idOf(key));
    const holds = input.ConditionExpression
      ? readCondition(input.ConditionExpression, scope)(before ?? {})
      : true;
    if (!holds) throw new ConditionalCheckFailedException({ message: 'The condition failed', $metadata: {} });
    this.items.set(idOf(key), readUpdate(input.UpdateExpression ?? '', scope)(before ?? key));
    return before ? { Attributes: marshall(before) } : {};
  }
}

/** A client whose every command goes through `send`. */
export function dynamoThrough(send: (command: unknown) => Promise<object>): DynamoDBClient {
  return { send } as unknown as DynamoDBClient;
}

function idOf({ pk, sk }: Attributes): string {
  return `${pk}\n${sk}`;
}
