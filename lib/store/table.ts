import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { epochSeconds, hasExpired } from './expiry.ts';

/** The primary key of an item. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** What an item holds, by attribute. */
export type Item = Readonly<Record<string, unknown>>;

/** An update in DynamoDB's own language; `:name` values and `#name` names are given without their sign. */
export interface Update {
  readonly set?: Readonly<Record<string, string>>;
  readonly remove?: readonly string[];
  /** `:second` in it is the present one (expiry.ts). */
  readonly when?: string;
  readonly values?: Item;
  /** Attribute names that are no identifiers, by the `#name` that stands for them. */
  readonly names?: Readonly<Record<string, string>>;
}

/** What an update sets to have every one of these values: `name = :name` for each. */
export function settersOf(values: Item): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(values).map((name) => [name, `:${name}`]));
}

/** The one table. Reads are strongly consistent unless `stale` says that an old answer will do. What has expired is not there. */
export interface Table {
  get(key: Key, options?: { readonly stale?: boolean }): Promise<Item | undefined>;
  /** All items of a partition whose sort key begins so, in order, at most `limit`, however many pages they come in. */
  query(pk: string, prefix: string, limit: number): Promise<readonly Item[]>;
  /** Applies the update. Returns the item as it was before, `undefined` when it was absent, or `'refused'` by the condition. */
  update(key: Key, update: Update): Promise<Item | undefined | 'refused'>;
}

/** What only the operator's command line may do with the table: no function's role allows it. */
export interface WholeTable extends Table {
  /** Every item there is, page by page, in no order; what has expired too, until it is swept. */
  scan(): AsyncIterable<Item & Key>;
  /** Takes an item away. Safe to repeat. */
  remove(key: Key): Promise<void>;
}

const marshallOptions = { removeUndefinedValues: true } as const;

/**
 * Opens the table through a client. Errors of the client (throttling, network) pass through: the queue tries again.
 * @param now epoch milliseconds.
 */
export function createTable(client: DynamoDBClient, name: string, now: () => number): Table {
  const isThere = (item: Item) => !hasExpired(item, now());
  const read = (found: Record<string, AttributeValue> | undefined): Item | undefined => {
    const item = found && unmarshall(found);
    return item && isThere(item) ? item : undefined;
  };
  return {
    async get(key, options) {
      const command = new GetItemCommand({
        TableName: name,
        Key: marshall({ pk: key.pk, sk: key.sk }),
        ConsistentRead: options?.stale !== true,
      });
      const { Item: found } = await client.send(command);
      return read(found);
    },

    async query(pk, prefix, limit) {
      const items: Item[] = [];
      let from: Position;
      // A page ends after 1 MiB, whatever is left of the limit.
      do {
        const command = new QueryCommand({
          TableName: name,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: marshall({ ':pk': pk, ':prefix': prefix }),
          ConsistentRead: true,
          Limit: limit - items.length,
          ExclusiveStartKey: from,
        });
        const page = await client.send(command);
        items.push(...(page.Items ?? []).map((item) => unmarshall(item)).filter(isThere));
        from = page.LastEvaluatedKey;
      } while (from && items.length < limit);
      return items;
    },

    async update(key, update) {
      try {
        const { Attributes: before } = await client.send(updateCommand(name, key, update, now()));
        return read(before);
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return 'refused';
        throw error;
      }
    },
  };
}

/** Where a page ended; undefined after the last one. */
type Position = Record<string, AttributeValue> | undefined;

/** Opens the table for the operator's command line; `now` is epoch milliseconds. */
export function createWholeTable(client: DynamoDBClient, name: string, now: () => number): WholeTable {
  return {
    ...createTable(client, name, now),
    async *scan() {
      let from: Position;
      do {
        const command = new ScanCommand({ TableName: name, ConsistentRead: true, ExclusiveStartKey: from });
        const page = await client.send(command);
        for (const item of page.Items ?? []) yield unmarshall(item) as Item & Key;
        from = page.LastEvaluatedKey;
      } while (from);
    },

    async remove(key) {
      await client.send(
        new DeleteItemCommand({ TableName: name, Key: marshall({ pk: key.pk, sk: key.sk }) }),
      );
    },
  };
}

/** Every attribute goes by a `#name`, so that none can collide with a reserved word. */
function updateCommand(
  table: string,
  key: Key,
  { set = {}, remove = [], when, values = {}, names: aliases = {} }: Update,
  now: number,
) {
  const sets = Object.entries(set).map(([attribute, expression]) => `#${attribute} = ${expression}`);
  const parts = [
    sets.length > 0 ? `SET ${sets.join(', ')}` : '',
    remove.length > 0 ? `REMOVE ${remove.map((attribute) => `#${attribute}`).join(', ')}` : '',
  ].filter((part) => part !== '');
  const expression = parts.join(' ');
  const names = new Set(`${expression} ${when ?? ''}`.match(/#\w+/g) ?? []);
  const known = when?.includes(':second') ? { ...values, second: epochSeconds(now) } : values;
  const given = Object.entries(known).map(([value, content]) => [`:${value}`, content] as const);
  return new UpdateItemCommand({
    TableName: table,
    Key: marshall({ pk: key.pk, sk: key.sk }),
    UpdateExpression: expression,
    ReturnValues: 'ALL_OLD',
    ...(when === undefined ? {} : { ConditionExpression: when }),
    ...(names.size === 0
      ? {}
      : {
          ExpressionAttributeNames: Object.fromEntries(
            [...names].map((each) => [each, aliases[each.slice(1)] ?? each.slice(1)]),
          ),
        }),
    ...(given.length === 0
      ? {}
      : { ExpressionAttributeValues: marshall(Object.fromEntries(given), marshallOptions) }),
  });
}
