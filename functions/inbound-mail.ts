import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { receive } from '../lib/channels/email/receive/receive.ts';
import { parseKeys } from '../lib/domain/keys.ts';
import { createMailDoor } from '../lib/doors/mail-door.ts';
import { createEnqueue, createSqs } from '../lib/queue/enqueue.ts';
import { createMailObjects } from '../lib/store/mail-objects.ts';
import { createMailTargets } from '../lib/store/mail-targets.ts';
import { createMailboxes } from '../lib/store/mailboxes.ts';
import { createTable } from '../lib/store/table.ts';

const { CARDWIRE_KEYS, EVENTS_QUEUE_URL = '', MAIL_BUCKET = '', TABLE_NAME = '' } = process.env;
const table = createTable(new DynamoDBClient({}), TABLE_NAME, Date.now);
const mailboxes = createMailboxes(table, Date.now);
const targets = createMailTargets(table, Date.now);
/** A stand-in on one machine has no host for each bucket. */
const forcePathStyle = process.env.AWS_ENDPOINT_URL_S3 !== undefined;
const replyKeys = parseKeys(CARDWIRE_KEYS);

/** Mail that SES has taken and stored. */
export const handler = createMailDoor({
  objects: createMailObjects(new S3Client({ forcePathStyle }), MAIL_BUCKET),
  receive: (mail, now) => receive({ mailbox: mailboxes.get, target: targets.get, replyKeys, now }, mail),
  enqueue: createEnqueue(EVENTS_QUEUE_URL, createSqs()),
});
