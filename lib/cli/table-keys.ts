import {
  DescribeTableCommand,
  type DynamoDBClient,
  ListTagsOfResourceCommand,
} from '@aws-sdk/client-dynamodb';

/** The tag of the table in serverless.yml. */
const TAG = 'cardwire:key-fingerprints';

/**
 * The fingerprints of the keys that a deployment runs with, as its table is tagged with them.
 * @returns undefined where they are not known: nothing is tagged (a deployment from before), or these credentials may not see it.
 * @throws what the client throws for any other reason.
 */
export async function taggedKeys(
  client: DynamoDBClient,
  TableName: string,
): Promise<readonly string[] | undefined> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName }));
    const { Tags } = await client.send(new ListTagsOfResourceCommand({ ResourceArn: Table?.TableArn }));
    return Tags?.find(({ Key }) => Key === TAG)?.Value?.split(' ');
  } catch (error) {
    if (error instanceof Error && error.name === 'AccessDeniedException') return undefined;
    throw error;
  }
}
