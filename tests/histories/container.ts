import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { teamOf } from '../../lib/channels/email/receive/team-of.ts';
import { bury } from '../../lib/dispatch/bury.ts';
import { createDispatcher, createParts, type DispatcherSettings } from '../../lib/dispatch/dispatcher.ts';
import { type DeadQueue, drain } from '../../lib/dispatch/drain.ts';
import { callAgain, type MailFunctions, teamOfMail } from '../../lib/dispatch/mail/failed-mail.ts';
import { createReconciler } from '../../lib/dispatch/reconcile/reconciler.ts';
import { noMeter } from '../../lib/domain/meter.ts';
import { type MemoryBucket, objectsThrough } from './bucket.ts';
import { silent } from './doors.ts';
import { dynamoThrough, type MemoryTable } from './dynamo.ts';
import { type FarSide, httpTo } from './far-sides.ts';
import { type FifoQueues, MAIL_FAILURES, queueUrl, sqsThrough } from './fifo.ts';
import { type PostOffice, sesThrough } from './post-office.ts';
import { asRead, keysOf, type Release } from './release.ts';
import type { Through } from './workers.ts';

/** What one container runs with. */
export interface ContainerParts {
  readonly release: Release;
  readonly through: Through;
  readonly table: MemoryTable;
  readonly queues: FifoQueues;
  readonly farSides: readonly FarSide[];
  readonly office: PostOffice;
  readonly bucket: MemoryBucket;
  /** What mail's functions failed with is tried with them, as they are at that moment. */
  readonly mailFunctions: () => MailFunctions;
  readonly now: () => number;
}

/** The real dispatcher of a release; every call that it makes goes through the gate. */
export function openDispatcher(parts: ContainerParts): (event: SQSEvent) => Promise<SQSBatchResponse> {
  const handle = createDispatcher(settingsOf(parts));
  const { release } = parts;
  return ({ Records }) =>
    handle({ Records: Records.map((record) => ({ ...record, body: asRead(release, record.body) })) });
}

/** The real function that takes what queues have given up into the table, as a release has it; its calls go through the gate too. */
export function openDeadLetters(parts: ContainerParts): () => Promise<void> {
  const settings = settingsOf(parts);
  const working = createParts(settings);
  const lookUps = { mailbox: working.store.mailboxes.get, target: working.store.mailTargets.get };
  const teamOfRecipient = (recipient: string) => teamOf(recipient, lookUps, settings.doorKeys['mail-reply']);
  const queues: readonly DeadQueue[] = [
    ...['events', 'deliveries'].map((name) => ({ url: queueUrl(`${name}-dead`) })),
    {
      url: queueUrl(MAIL_FAILURES),
      retry: (message) => callAgain(parts.mailFunctions(), message),
      teamOf: (message) => teamOfMail(teamOfRecipient, message),
    },
  ];
  return () =>
    drain({
      ...{ sqs: settings.sqs, now: parts.now, log: silent, meter: noMeter, queues },
      bury: (message, reason) => bury(working, message, reason),
    });
}

function settingsOf(parts: ContainerParts): DispatcherSettings {
  const { release, through, table, queues, farSides, office, now, bucket } = parts;
  return {
    tableName: 'table',
    eventsQueueUrl: queueUrl('events'),
    deliveriesQueueUrl: queueUrl('deliveries'),
    doorKeys: {
      'mattermost-action': keysOf(release, 'mattermost-action'),
      'mail-link': keysOf(release, 'mail-link'),
      'mail-reply': keysOf(release, 'mail-reply'),
    },
    secretsKeys: keysOf(release, 'stored-secrets'),
    url: 'http://doors.test',
    dynamodb: dynamoThrough((each) => through('table', nameOf(each), () => table.execute(each))),
    sqs: sqsThrough(release, (each) => through('queue', nameOf(each), () => queues.execute(each))),
    openHttp: () => httpTo(farSides, through),
    mail: { bucket: 'mail', sender: sesThrough(office, through), objects: objectsThrough(bucket, through) },
    ...{ now, random: () => 0.5, log: { ...silent, error: (what) => office.hear(what) } },
  };
}

/** The real function that looks at every board whose time has come, as a release has it; its calls go through the gate too. */
export function openReconcile(parts: ContainerParts): () => Promise<void> {
  const { release, through, table, queues, farSides, now } = parts;
  return createReconciler({
    tableName: 'table',
    eventsQueueUrl: queueUrl('events'),
    secretsKeys: keysOf(release, 'stored-secrets'),
    dynamodb: dynamoThrough((each) => through('table', nameOf(each), () => table.execute(each))),
    sqs: sqsThrough(release, (each) => through('queue', nameOf(each), () => queues.execute(each))),
    openHttp: () => httpTo(farSides, through),
    ...{ now, log: silent },
  });
}

function nameOf(command: unknown): string {
  const { input } = command as {
    readonly input: { readonly Key?: { readonly sk?: { readonly S?: string } } };
  };
  const kind = (command as object).constructor.name.replace(/Command$/, '');
  return `${kind} ${input.Key?.sk?.S?.split('#')[0] ?? ''}`.trim();
}
