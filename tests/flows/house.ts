import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { judgeWebhook as judgeTaiga } from '../../lib/boards/taiga/webhook.ts';
import { judgeWebhook } from '../../lib/boards/wekan/webhook.ts';
import { judgeInteraction } from '../../lib/channels/discord/interaction-request.ts';
import { judgeLink } from '../../lib/channels/email/link-request.ts';
import type { AwsPlace } from '../../lib/channels/email/parts.ts';
import { judgeAction } from '../../lib/channels/mattermost/action-request.ts';
import { judgeCommand, presentedToken } from '../../lib/channels/mattermost/command-request.ts';
import { createDispatcher } from '../../lib/dispatch/dispatcher.ts';
import { sealAddress, webhookSecret } from '../../lib/domain/address.ts';
import { deriveKey, type KeyPurpose, type Keys } from '../../lib/domain/keys.ts';
import { createDoor } from '../../lib/doors/door.ts';
import { createHttp } from '../../lib/http/create-http.ts';
import { startAws } from '../../lib/local/aws.ts';
import { localCredentials } from '../../lib/local/credentials.ts';
import { mapQueue } from '../../lib/local/mapping.ts';
import { createEnqueue, type Enqueue } from '../../lib/queue/enqueue.ts';
import { lookUpOriginal } from '../../lib/store/look-up-original.ts';
import { createStore } from '../../lib/store/store.ts';
import { createTable } from '../../lib/store/table.ts';
import { storeTeam } from '../../lib/teams/stored.ts';
import type { Team } from '../../lib/teams/team.ts';
import { readResources } from '../local/read-resources.ts';
import { type MattermostSim, type SimOptions, startMattermostSim } from '../sims/mattermost/sim.ts';
import { startWekanSim, type WekanSim, type WekanSimOptions } from '../sims/wekan/sim.ts';
import { captureLog } from './capture-log.ts';
import { startDoors } from './door-server.ts';
import { type HouseClock, stillClock } from './house-clock.ts';
import { watchLeaks } from './leak-watch.ts';
import { createPatience } from './patience.ts';
import { teamOf } from './team.ts';
import { watchWaits } from './waits.ts';

/** Where mails and their files lie. */
export const mailBucket = 'cardwire-mail';

/** How long a door may wait for a queue that stands on the same busy machine. Milliseconds. */
const UNHURRIED = 60_000;

/** The keys of a purpose, as every door and the dispatcher of the house have them. */
export const keysFor = (purpose: KeyPurpose): Keys => [deriveKey('the deployment key of the tests', purpose)];

/** The whole house on real HTTP: both fakes, the embedded AWS, the doors, the dispatcher behind both queues, one team. */
export interface House {
  readonly wekan: WekanSim;
  readonly mattermost: MattermostSim;
  readonly store: ReturnType<typeof createStore>;
  readonly team: Team;
  readonly doorsUrl: string;
  /** The house's own AWS clients: what goes through them can be counted. */
  readonly clients: { readonly dynamodb: DynamoDBClient; readonly sqs: SQSClient };
  /** Puts events on the queue, as a door does. */
  readonly enqueue: Enqueue;
  readonly tableName: string;
  readonly queueUrls: { readonly events: string; readonly deliveries: string };
  /** Where the embedded AWS is, S3 at the same address as SQS. */
  readonly aws: AwsPlace;
  /** Where the board sends its webhooks, and the token it shows. */
  readonly webhook: { readonly url: string; readonly token: string };
  /** Codes of the errors that the dispatcher logged. */
  readonly logged: string[];
  /** Every line that doors and dispatcher logged, as JSON. */
  readonly lines: string[];
  /** Epoch milliseconds on everyone's clock. */
  now(): number;
  /** Lets time pass for everyone; what waited for its moment comes back. Milliseconds. */
  pass(ms: number): void;
  /** Resolves once everything is done that can be done now. */
  settle(): Promise<void>;
  /** Settles, lets time pass and settles again. Milliseconds. */
  lapse(ms: number): Promise<void>;
  /** Resolves with what `look` gives once it gives something; fails when nothing has moved for long. */
  until<T>(what: string, look: () => T | undefined | false): Promise<T>;
  stop(): Promise<void>;
}

export interface HouseOptions {
  readonly wekan?: Omit<WekanSimOptions, 'port' | 'now'>;
  readonly mattermost?: Omit<SimOptions, 'port' | 'now'>;
  /** With mail: where SES is. */
  readonly ses?: AwsPlace;
  /** Milliseconds for one outgoing call. */
  readonly timeoutMs?: number;
  /** Everyone's clock, for servers around the house as well; one that stands still until it is told, when absent. */
  readonly clock?: HouseClock;
}

/** Starts it. `change` bends the team before it is stored. */
export async function openHouse(
  change: (team: Team, house: Pick<House, 'wekan' | 'mattermost'>) => Team = (team) => team,
  options: HouseOptions = {},
): Promise<House> {
  const { timeoutMs, ses, clock = stillClock() } = options;
  const { now } = clock;
  const [aws, wekan, mattermost] = await Promise.all([
    startAws({ resources: readResources() }),
    startWekanSim({ ...options.wekan, now }),
    startMattermostSim({ ...options.mattermost, now }),
  ]);
  const region = { region: aws.region, credentials: localCredentials };
  const dynamodb = new DynamoDBClient({ endpoint: aws.endpoints.dynamodb, ...region });
  const sqs = new SQSClient({ endpoint: aws.endpoints.sqs, ...region });
  const { log, lines, logged } = captureLog();
  const leaks = watchLeaks({ sqs, dynamodb, tableName: aws.tableName, lines, keysFor });
  const eventsQueueUrl = aws.queueUrls.EventsQueue ?? '';
  const deliveriesQueueUrl = aws.queueUrls.DeliveriesQueue ?? '';
  const s3 = { endpoint: aws.endpoints.sqs, ...region };
  const enqueue = createEnqueue(eventsQueueUrl, sqs, UNHURRIED);
  const keysOf = (purpose: KeyPurpose) => keysFor(purpose).join(',');
  const table = createTable(dynamodb, aws.tableName, now);
  const store = createStore(table, now);
  const doors = await startDoors({
    'wekan-webhook': createDoor({
      ...{ source: 'wekan-webhook', keys: keysOf('wekan-webhook'), enqueue, now, log },
      judge: judgeWebhook,
    }),
    'taiga-webhook': createDoor({
      ...{ source: 'taiga-webhook', keys: keysOf('taiga-webhook'), enqueue, now, log },
      judge: judgeTaiga,
    }),
    'mattermost-command': createDoor({
      ...{ source: 'mattermost-command', keys: keysOf('mattermost-command'), enqueue, now, log },
      ...{ proof: presentedToken, judge: judgeCommand },
    }),
    'mattermost-action': createDoor({
      ...{ source: 'mattermost-action', keys: keysOf('mattermost-action'), enqueue, now, log },
      judge: judgeAction,
    }),
    'discord-interaction': createDoor({
      ...{ source: 'discord-interaction', keys: keysOf('discord-interaction'), enqueue, now, log },
      ...{ judge: judgeInteraction, lookUp: store.choices.get },
    }),
    'mail-link': createDoor({
      ...{ source: 'mail-link', keys: keysOf('mail-link'), enqueue, now, log },
      judge: judgeLink,
      locate: (key) => lookUpOriginal(key, mailBucket, { ...s3, forcePathStyle: true }),
    }),
  });
  for (const name of ['tom', 'ann', 'guest', 'other']) mattermost.addUser(name);
  mattermost.townSquare.members.add(mattermost.bot.id);
  const teamRoom = mattermost.addChannel('team', { members: ['ann'], bot: true });
  const team = change(teamOf(wekan, mattermost, teamRoom.id), { wekan, mattermost });
  await store.teams.put({ id: team.id, settings: storeTeam(team, keysFor('stored-secrets')) });
  const webhook = connectWekan(wekan, doors.url);
  connectMattermost(mattermost, doors.url);

  const dispatcher = createDispatcher({
    tableName: aws.tableName,
    eventsQueueUrl,
    deliveriesQueueUrl,
    doorKeys: {
      'mattermost-action': keysFor('mattermost-action'),
      'mail-link': keysFor('mail-link'),
      'mail-reply': keysFor('mail-reply'),
    },
    secretsKeys: keysFor('stored-secrets'),
    url: doors.url,
    ...{ dynamodb, sqs, now, random: () => 0, log },
    ...(ses && { mail: { bucket: mailBucket, ses, s3 } }),
    ...(timeoutMs && { openHttp: ({ allowPrivate }) => createHttp({ allowPrivate, timeoutMs }) }),
  });
  const queueUrls = [eventsQueueUrl, deliveriesQueueUrl];
  const config = { endpoint: aws.endpoints.sqs, ...region };
  const patience = createPatience();
  const waits = watchWaits({ sqs, config, queueUrls, dispatcher, clock, patience });
  let errors = logged;
  const mappings = queueUrls.map((queueUrl) =>
    mapQueue({
      queueUrl,
      endpoint: aws.endpoints.sqs,
      concurrency: 10,
      invoke: waits.invoke,
      onError: (error) => errors.push(String(error)),
    }),
  );

  const pass = (ms: number) => {
    clock.pass(ms);
    waits.release();
  };
  const house: House = {
    wekan,
    mattermost,
    store,
    team,
    doorsUrl: doors.url,
    clients: { dynamodb, sqs },
    enqueue,
    tableName: aws.tableName,
    queueUrls: { events: eventsQueueUrl, deliveries: deliveriesQueueUrl },
    aws: s3,
    webhook,
    logged,
    lines,
    now,
    pass,
    settle: waits.settle,
    lapse: async (ms) => {
      await waits.settle();
      pass(ms);
      await waits.settle();
    },
    until: patience.until,
    stop: async () => {
      // A mapping that is idle waits for a message; the end of its queue ends that, as an error that is none.
      const stopped = mappings.map((mapping) => mapping.stop());
      await waits.stop();
      errors = [];
      doors.server.closeAllConnections();
      doors.server.close();
      const leaked = await leaks(house);
      sqs.destroy();
      dynamodb.destroy();
      await Promise.all([wekan.stop(), mattermost.stop(), aws.stop(), ...stopped]);
      if (leaked.length > 0) throw new Error(`shown to whoever looks: ${leaked.join(' | ')}`);
    },
  };
  return house;
}

function connectWekan({ world, board }: WekanSim, doorsUrl: string) {
  const address = { source: 'wekan-webhook', team: 'ops', connection: 'main', generation: 1 };
  const keys = keysFor('wekan-webhook');
  const webhook = { url: `${doorsUrl}${sealAddress(address, keys)}`, token: webhookSecret(address, keys[0]) };
  world.integrations.push({
    ...{ _id: 'hook', boardId: board._id, enabled: true, title: 'Cardwire', type: 'outgoing-webhooks' },
    ...{
      url: webhook.url,
      token: webhook.token,
      activities: ['all'],
      userId: board.members[0]?.userId ?? '',
    },
  });
  return webhook;
}

function connectMattermost(mattermost: MattermostSim, doorsUrl: string): void {
  const address = { source: 'mattermost-command', team: 'ops', connection: 'chat', generation: 1 };
  const command = mattermost.addCommand('card', '');
  command.url = `${doorsUrl}${sealAddress(address, keysFor('mattermost-command'), command.token)}`;
}
