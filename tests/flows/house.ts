import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { judgeWebhook, webhookToken } from '../../lib/boards/wekan/webhook.ts';
import { judgeAction } from '../../lib/channels/mattermost/action-request.ts';
import { judgeCommand, presentedToken } from '../../lib/channels/mattermost/command-request.ts';
import { createDispatcher } from '../../lib/dispatch/dispatcher.ts';
import { sealAddress } from '../../lib/domain/address.ts';
import { deriveKey, type KeyPurpose, type Keys } from '../../lib/domain/keys.ts';
import { createDoor } from '../../lib/doors/door.ts';
import { startAws } from '../../lib/local/aws.ts';
import { localCredentials } from '../../lib/local/credentials.ts';
import { mapQueue } from '../../lib/local/mapping.ts';
import { readResources } from '../../lib/local/resources.ts';
import { createEnqueue } from '../../lib/queue/enqueue.ts';
import { createStore } from '../../lib/store/store.ts';
import { createTable } from '../../lib/store/table.ts';
import { storeTeam } from '../../lib/teams/stored.ts';
import type { Team } from '../../lib/teams/team.ts';
import { tellByDefault, verbs } from '../../schemas/team.ts';
import { type MattermostSim, startMattermostSim } from '../sims/mattermost/sim.ts';
import { startWekanSim, type WekanSim } from '../sims/wekan/sim.ts';
import { startDoors } from './door-server.ts';

const keysFor = (purpose: KeyPurpose): Keys => [deriveKey('the deployment key of the tests', purpose)];
const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** The whole house on real HTTP: both fakes, the embedded AWS, the doors, the dispatcher behind both queues, one team. */
export interface House {
  readonly wekan: WekanSim;
  readonly mattermost: MattermostSim;
  readonly store: ReturnType<typeof createStore>;
  readonly team: Team;
  readonly doorsUrl: string;
  /** The house's own AWS clients: what goes through them can be counted. */
  readonly clients: { readonly dynamodb: DynamoDBClient; readonly sqs: SQSClient };
  /** Where the board sends its webhooks, and the token it shows. */
  readonly webhook: { readonly url: string; readonly token: string };
  /** Codes of what the dispatcher logged. */
  readonly logged: string[];
  /** Lets the dispatcher's clock run ahead, so that no burst is pending. Milliseconds. */
  pass(ms: number): void;
  /** Resolves with what `look` gives once it gives something; fails after ten seconds. */
  until<T>(what: string, look: () => T | undefined | false): Promise<T>;
  stop(): Promise<void>;
}

/** Starts it. `change` bends the team before it is stored. */
export async function openHouse(change: (team: Team) => Team = (team) => team): Promise<House> {
  const [aws, wekan, mattermost] = await Promise.all([
    startAws({ resources: readResources() }),
    startWekanSim(),
    startMattermostSim(),
  ]);
  const region = { region: aws.region, credentials: localCredentials };
  const dynamodb = new DynamoDBClient({ endpoint: aws.endpoints.dynamodb, ...region });
  const sqs = new SQSClient({ endpoint: aws.endpoints.sqs, ...region });
  const clock = { ahead: 0 };
  const now = () => Date.now() + clock.ahead;
  const logged: string[] = [];
  const log = { ...silent, error: (_: string, { code = '' } = {}) => void logged.push(code) };
  const eventsQueueUrl = aws.queueUrls.EventsQueue ?? '';
  const deliveriesQueueUrl = aws.queueUrls.DeliveriesQueue ?? '';
  const enqueue = createEnqueue(eventsQueueUrl, sqs);
  const keysOf = (purpose: KeyPurpose) => keysFor(purpose).join(',');
  const doors = await startDoors({
    'wekan-webhook': createDoor({
      ...{
        source: 'wekan-webhook',
        keys: keysOf('wekan-webhook'),
        judge: judgeWebhook,
        enqueue,
        now,
        log: silent,
      },
    }),
    'mattermost-command': createDoor({
      ...{ source: 'mattermost-command', keys: keysOf('mattermost-command'), enqueue, now, log: silent },
      ...{ proof: presentedToken, judge: judgeCommand },
    }),
    'mattermost-action': createDoor({
      ...{ source: 'mattermost-action', keys: keysOf('mattermost-action'), enqueue, now, log: silent },
      judge: judgeAction,
    }),
  });

  const table = createTable(dynamodb, aws.tableName);
  const store = createStore(table, now);
  for (const name of ['tom', 'ann', 'guest', 'other']) mattermost.addUser(name);
  mattermost.townSquare.members.add(mattermost.bot.id);
  const teamRoom = mattermost.addChannel('team', { members: ['ann'], bot: true });
  const team = change(teamOf(wekan, mattermost, teamRoom.id));
  await store.teams.put({ id: team.id, settings: storeTeam(team, keysFor('stored-secrets')) });
  const webhook = connectWekan(wekan, doors.url);
  connectMattermost(mattermost, doors.url);

  const handle = createDispatcher({
    tableName: aws.tableName,
    eventsQueueUrl,
    deliveriesQueueUrl,
    actionKeys: keysFor('mattermost-action'),
    secretsKeys: keysFor('stored-secrets'),
    url: doors.url,
    ...{ dynamodb, sqs, now, random: () => 0, log },
  });
  const mappings = [eventsQueueUrl, deliveriesQueueUrl].map((queueUrl) =>
    mapQueue({
      queueUrl,
      endpoint: aws.endpoints.sqs,
      concurrency: 10,
      invoke: handle,
      onError: (error) => logged.push(String(error)),
    }),
  );

  return {
    wekan,
    mattermost,
    store,
    team,
    doorsUrl: doors.url,
    clients: { dynamodb, sqs },
    webhook,
    logged,
    pass: (ms) => {
      clock.ahead += ms;
    },
    until,
    stop: async () => {
      await Promise.all(mappings.map((mapping) => mapping.stop()));
      doors.server.closeAllConnections();
      doors.server.close();
      sqs.destroy();
      dynamodb.destroy();
      await Promise.all([wekan.stop(), mattermost.stop(), aws.stop()]);
    },
  };
}

async function until<T>(what: string, look: () => T | undefined | false): Promise<T> {
  const patience = Date.now() + 10_000;
  for (;;) {
    const seen = look();
    if (seen !== undefined && seen !== false) return seen;
    if (Date.now() > patience) throw new Error(`never seen: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function teamOf(wekan: WekanSim, mattermost: MattermostSim, teamRoom: string): Team {
  const { world, board } = wekan;
  const columns = world.lists.filter(({ boardId }) => boardId === board._id);
  const self = world.users.find(({ username }) => username === 'cardwire');
  return {
    id: 'ops',
    language: 'en',
    timezone: 'Europe/Berlin',
    members: {
      people: ['tom', 'ann'].map((name) => ({ name, mattermost: name, wekan: name })),
      may: [...verbs],
    },
    guests: { may: ['create', 'show', 'comment', 'follow', 'unfollow', 'list', 'search', 'help'] },
    boards: {
      main: {
        ...{ product: 'wekan', id: 'main', generation: 1, url: wekan.url, private: true },
        ...{ user: 'cardwire', password: self?.password ?? '', self: self?._id ?? '', board: board._id },
        ...{ intake: columns[0]?._id ?? '', done: columns.at(-1)?._id ?? '' },
      },
    },
    channels: {
      chat: {
        ...{ product: 'mattermost', id: 'chat', generation: 1, url: mattermost.url, private: true },
        ...{ token: mattermost.tokens.bot, command: 'card', self: mattermost.bot.id },
        workspace: mattermost.team.id,
      },
    },
    teamChannels: [{ conversation: `mattermost:chat:${teamRoom}:`, tell: [...tellByDefault] }],
  };
}

function connectWekan({ world, board }: WekanSim, doorsUrl: string) {
  const address = { source: 'wekan-webhook', team: 'ops', connection: 'main', generation: 1 };
  const keys = keysFor('wekan-webhook');
  const webhook = { url: `${doorsUrl}${sealAddress(address, keys)}`, token: webhookToken(address, keys[0]) };
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
