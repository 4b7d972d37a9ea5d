import { beforeAll, describe, expect, test } from '@jest/globals';
import { deriveKey, fingerprints } from '../../lib/domain/keys.ts';
import { demoKey } from '../../lib/local/demo-key.ts';
import { packageProject, type Template } from './package.ts';
import { openToAll, sharedRoles, tooWide, unguarded } from './template-safety.ts';
import { type TemplateView, viewOf } from './template-view.ts';

const doors = {
  WekanWebhook: 'WekanDashwebhook',
  TaigaWebhook: 'TaigaDashwebhook',
  MattermostCommand: 'MattermostDashcommand',
  MattermostAction: 'MattermostDashaction',
};
const key = 'a deployment key of forty characters, ...';
const previous = 'the deployment key that is rotated out ..';

let template: Template;
let view: TemplateView;
let files: Readonly<Record<string, readonly string[]>>;
beforeAll(async () => {
  ({ template, files } = await packageProject({ CARDWIRE_KEY: key, CARDWIRE_KEY_PREVIOUS: previous }));
  view = viewOf(template);
});

describe('who may do what', () => {
  test('every function has a role of its own', () => {
    const roles = ofType('AWS::Lambda::Function').map(
      ([, { Properties }]) => Properties.Role['Fn::GetAtt'][0],
    );
    expect(roles.sort()).toEqual([
      'DeadLettersRole',
      'DiscordInteractionRole',
      'DispatcherRole',
      'InboundMailRole',
      'MailFeedbackRole',
      'MailLinkRole',
      'MattermostActionRole',
      'MattermostCommandRole',
      'ReconcileRole',
      'TaigaWebhookRole',
      'WekanWebhookRole',
    ]);
    expect(ofType('AWS::IAM::Role')).toHaveLength(11);
  });

  test.each(Object.entries(doors))(
    '%s may put a message on one queue and write its log, no more',
    (role, name) => {
      expect(statements(`${role}Role`)).toEqual([
        { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: arn('EventsQueue') },
        {
          Effect: 'Allow',
          Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          Resource: arn(`${name}LogGroup`),
        },
      ]);
    },
  );

  test('Discord’s door may besides read one item of the table, for what is suggested while somebody types', () => {
    const [sends, logs, ...more] = statements('DiscordInteractionRole');
    expect(sends?.Action).toBe('sqs:SendMessage');
    expect(logs?.Resource).toEqual(arn('DiscordDashinteractionLogGroup'));
    expect(more).toEqual([{ Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: arn('Table') }]);
  });

  test('nothing is allowed on everything, or with every action, but for a listed reason', () => {
    expect(tooWide(view)).toEqual([]);
  });

  test('no function shares its role, nothing lets in whoever comes', () => {
    expect(sharedRoles(view)).toEqual([]);
    expect(openToAll(view)).toEqual([]);
  });

  test('the dispatcher works on the table, serves both queues and sends to one', () => {
    const [queues, sends, table] = statements('DispatcherRole');
    expect(queues?.Resource).toEqual([arn('EventsQueue'), arn('DeliveriesQueue')]);
    expect(sends).toEqual({ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: arn('DeliveriesQueue') });
    expect(table).toEqual({
      Effect: 'Allow',
      Action: ['GetItem', 'UpdateItem', 'Query'].map((name) => `dynamodb:${name}`),
      Resource: arn('Table'),
    });
  });

  test('what looks on the boards works on the table and sends to the events queue; no chat hears of it', () => {
    const [sends, table] = statements('ReconcileRole');
    expect(sends).toEqual({ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: arn('EventsQueue') });
    expect(table).toEqual({
      Effect: 'Allow',
      Action: ['GetItem', 'UpdateItem', 'Query'].map((name) => `dynamodb:${name}`),
      Resource: arn('Table'),
    });
    expect(Object.keys(environmentOf('reconcile')).sort()).toEqual([
      'CARDWIRE_SECRETS_KEYS',
      'EVENTS_QUEUE_URL',
      'POWERTOOLS_METRICS_NAMESPACE',
      'TABLE_NAME',
    ]);
  });
});

test('dead letters are taken, kept and told, on a schedule', () => {
  const [takes, table, logs, ...more] = statements('DeadLettersRole');
  expect(takes).toEqual({
    Effect: 'Allow',
    Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage'],
    Resource: [arn('EventsDeadLetters'), arn('DeliveriesDeadLetters')],
  });
  expect(table?.Resource).toEqual(arn('Table'));
  expect(logs?.Resource).toEqual(arn('DeadDashlettersLogGroup'));
  // The rest is under the conditions of mail and of a private network.
  expect(more.flatMap(({ Action }) => Action).filter((action) => action.startsWith('dynamodb:'))).toEqual([]);
  expect(JSON.stringify(ofType('AWS::Events::Rule'))).toContain('rate(15 minutes)');
});

describe('what a function knows', () => {
  const everyone = { POWERTOOLS_METRICS_NAMESPACE: 'cardwire-dev' };

  test('a door knows its own keys, the new one first, and no other', () => {
    for (const purpose of [
      'wekan-webhook',
      'taiga-webhook',
      'mattermost-command',
      'mattermost-action',
    ] as const) {
      const environment = environmentOf(purpose);
      expect(environment).toEqual({
        CARDWIRE_KEYS: `${deriveKey(key, purpose)},${deriveKey(previous, purpose)}`,
        EVENTS_QUEUE_URL: { Ref: 'EventsQueue' },
        ...everyone,
      });
    }
  });

  test('Discord’s door knows its own keys and the table’s name', () => {
    expect(environmentOf('discord-interaction')).toEqual({
      CARDWIRE_KEYS: [key, previous].map((each) => deriveKey(each, 'discord-interaction')).join(','),
      EVENTS_QUEUE_URL: { Ref: 'EventsQueue' },
      TABLE_NAME: { Ref: 'Table' },
      ...everyone,
    });
  });

  test('the deployment key itself is nowhere', () => {
    const text = JSON.stringify(template);
    for (const secret of [key, previous, demoKey]) expect(text).not.toContain(secret);
  });
});

test('a package holds its own function and what that loads on demand, and nothing of another one', () => {
  for (const [name, packed] of Object.entries(files)) {
    expect(packed).toContain(`functions/${name}.mjs`);
    expect(packed.filter((file) => !file.startsWith(`functions/${name}.`))).toEqual([]);
  }
  expect(files['discord-interaction']?.filter((file) => file.includes('look-up-choices'))).toHaveLength(1);
});

describe('what keeps events', () => {
  test('is encrypted, and cannot be opened to everyone', () => {
    expect(unguarded(view)).toEqual([]);
  });

  test('a queue gives the dispatcher six times its time, and keeps what failed', () => {
    const timeout = functionOf('dispatcher').Properties.Timeout;
    for (const id of ['EventsQueue', 'DeliveriesQueue']) {
      const { VisibilityTimeout, MessageRetentionPeriod, RedrivePolicy } = resource(id).Properties;
      expect(VisibilityTimeout).toBe(6 * timeout);
      expect(MessageRetentionPeriod).toBe(14 * 24 * 3600);
      const dead = resource(RedrivePolicy.deadLetterTargetArn['Fn::GetAtt'][0]).Properties;
      expect(dead).toMatchObject({ FifoQueue: true, MessageRetentionPeriod: 14 * 24 * 3600 });
    }
  });

  test('each is mapped in batches of one with partial answers', () => {
    const mappings = ofType('AWS::Lambda::EventSourceMapping').map(([, { Properties }]) => Properties);
    expect(mappings).toHaveLength(2);
    for (const mapping of mappings)
      expect(mapping).toMatchObject({
        BatchSize: 1,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        ScalingConfig: { MaximumConcurrency: 10 },
      });
  });

  test('the table tells the fingerprints of both keys, and no key', () => {
    const [ours, old] = fingerprints([
      deriveKey(key, 'key-fingerprint'),
      deriveKey(previous, 'key-fingerprint'),
    ]);
    expect(resource('Table').Properties).toMatchObject({
      Tags: [{ Key: 'cardwire:key-fingerprints', Value: `${ours} ${old}` }],
    });
    expect(JSON.stringify(template)).not.toContain(deriveKey(key, 'key-fingerprint'));
  });

  test('the table outlives the stack', () => {
    const table = resource('Table');
    expect(table.DeletionPolicy).toBe('Retain');
    expect(table.Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEEnabled: true },
      TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
    });
  });
});

describe('how it runs', () => {
  test('the boards are looked at every minute, and it is noticed when they are not', () => {
    const [rule] = ofType('AWS::Events::Rule').filter(([id]) => id.startsWith('Reconcile'));
    expect(rule?.[1].Properties).toMatchObject({ ScheduleExpression: 'rate(1 minute)', State: 'ENABLED' });
    expect(resource('ReconcileSilentAlarm').Properties).toMatchObject({
      MetricName: 'Invocations',
      TreatMissingData: 'breaching',
    });
  });

  test('every function is arm64 on the newest Node, logs for a while, and has an alarm', () => {
    const alarmed = ofType('AWS::CloudWatch::Alarm').map(([, { Properties }]) =>
      JSON.stringify(Properties.Dimensions),
    );
    for (const [id, { Properties }] of ofType('AWS::Lambda::Function')) {
      expect(Properties).toMatchObject({ Architectures: ['arm64'], Runtime: 'nodejs24.x' });
      expect(Properties.ReservedConcurrentExecutions).toBeUndefined();
      expect(alarmed.some((dimensions) => dimensions.includes(`"${id}"`))).toBe(true);
    }
    for (const [, { Properties }] of ofType('AWS::Logs::LogGroup'))
      expect(Properties.RetentionInDays).toBe(30);
    for (const id of ['EventsDeadLetters', 'DeliveriesDeadLetters'])
      expect(alarmed.some((dimensions) => dimensions.includes(id))).toBe(true);
  });

  test('the doors are throttled, and no address reaches an access log', () => {
    const stage = resource('HttpApiStage').Properties;
    expect(stage.DefaultRouteSettings).toEqual({ ThrottlingRateLimit: 50, ThrottlingBurstLimit: 200 });
    expect(stage.AccessLogSettings).toBeUndefined();
  });
});

const resource: TemplateView['resource'] = (id) => view.resource(id);
const ofType: TemplateView['ofType'] = (type) => view.ofType(type);
const functionOf: TemplateView['functionOf'] = (name) => view.functionOf(name);
const environmentOf: TemplateView['environmentOf'] = (name) => view.environmentOf(name);
const statements: TemplateView['statements'] = (role) => view.statements(role);

function arn(id: string): unknown {
  return { 'Fn::GetAtt': [id, 'Arn'] };
}
