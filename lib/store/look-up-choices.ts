import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { LookUp } from '../domain/door.ts';
import { createChoiceLists } from './choices.ts';
import { createTable } from './table.ts';

/** Gives up soon: a door answers with nothing rather than late. */
const client = new DynamoDBClient({
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 500, requestTimeout: 600, throwOnRequestTimeout: true },
});

const lists = createChoiceLists(createTable(client, process.env.TABLE_NAME ?? '', Date.now), Date.now);

/** A door's on-demand part, loaded when somebody is first suggested something: it reads one item of the table. Throws what the table throws. */
export const lookUpChoices: LookUp = (chooser) => lists.get(chooser);
