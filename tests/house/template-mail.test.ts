import { beforeAll, describe, expect, test } from '@jest/globals';
import { deriveKey } from '../../lib/domain/keys.ts';
import { type Deployed, deployed, namedIn } from './deployed.ts';
import { packageProject, type TemplateResource } from './package.ts';

const key = 'a deployment key of forty characters, ...';
/** With a rule set of the account's own; as it is without that parameter; as it is without a mail domain. */
let joined: Deployed;
let mail: Deployed;
let without: Deployed;
beforeAll(async () => {
  const params = ['mailDomain=in.example.org', 'mailRuleSet=of-the-company'];
  const { template } = await packageProject({ CARDWIRE_KEY: key }, params);
  joined = deployed(template);
  mail = deployed(template, { BringsRuleSet: true });
  without = deployed(template, { HasMail: false });
  expect(template.Conditions).toMatchObject({
    HasMail: { 'Fn::Not': [{ 'Fn::Equals': ['in.example.org', ''] }] },
    BringsRuleSet: { 'Fn::And': [{ Condition: 'HasMail' }, { 'Fn::Equals': ['of-the-company', ''] }] },
  });
});

describe('a deployment without a mail domain', () => {
  test('has nothing of mail', () => {
    expect(Object.keys(without.resources).filter((id) => /mail/i.test(id))).toEqual([]);
    expect(Object.keys(without.outputs).filter((id) => /mail/i.test(id))).toEqual([]);
    expect(
      Object.values(without.resources).filter(({ Type }) => /::(S3|SES|SNS)::/.test(Type)),
    ).toMatchObject(
      // What the Serverless Framework uploads packages to.
      [{ Type: 'AWS::S3::Bucket' }, { Type: 'AWS::S3::BucketPolicy' }],
    );
    expect(environment(without, 'Dispatcher')).toMatchObject({ MAIL_BUCKET: '', MAIL_CONFIGURATION_SET: '' });
  });

  test('nothing in any deployment needs what it has not', () => {
    for (const { resources, outputs } of [without, mail, joined]) {
      const known = (id: string) => id in resources || id.startsWith('AWS::');
      expect(namedIn({ resources, outputs }).filter((id) => !known(id))).toEqual([]);
    }
  });
});

describe('mail that comes in', () => {
  test('is stored, then handed over, then done with: for our domain alone', () => {
    const { RuleSetName, Rule } = properties('MailRule') as { RuleSetName: unknown; Rule: object };
    expect(RuleSetName).toEqual({ Ref: 'MailRuleSet' });
    expect(Rule).toEqual({
      ...{ Name: 'cardwire-dev', Enabled: true, ScanEnabled: true, TlsPolicy: 'Optional' },
      Recipients: ['in.example.org'],
      Actions: [
        { S3Action: { BucketName: { Ref: 'MailBucket' }, ObjectKeyPrefix: 'in/' } },
        { LambdaAction: { FunctionArn: arn('InboundDashmailLambdaFunction'), InvocationType: 'Event' } },
        { StopAction: { Scope: 'RuleSet' } },
      ],
    });
    expect(mail.resources.MailRule?.DependsOn).toEqual(['MailBucketPolicy', 'InboundMailPermission']);
  });

  test('the rule goes into a set that is there already, when one is named', () => {
    expect(joined.resources.MailRuleSet).toBeUndefined();
    expect(joined.resources.MailRule?.Properties).toMatchObject({ RuleSetName: 'of-the-company' });
  });

  test('only this rule may store mails and call the door', () => {
    for (const [{ resources }, set] of [
      [mail, 'cardwire-dev'],
      [joined, 'of-the-company'],
    ] as const) {
      const source = {
        'Fn::Sub': [
          `arn:$\{AWS::Partition}:ses:$\{AWS::Region}:$\{AWS::AccountId}:receipt-rule-set/$\{ruleSet}:receipt-rule/cardwire-dev`,
          { ruleSet: set },
        ],
      };
      expect(resources.InboundMailPermission?.Properties).toMatchObject({
        ...{ Principal: 'ses.amazonaws.com', SourceArn: source, SourceAccount: { Ref: 'AWS::AccountId' } },
      });
      const [stores, denies] = statementsOf(resources.MailBucketPolicy, 'PolicyDocument');
      expect(stores).toMatchObject({
        ...{ Principal: { Service: 'ses.amazonaws.com' }, Action: 's3:PutObject' },
        Resource: { 'Fn::Sub': `$\{MailBucket.Arn}/in/*` },
        Condition: {
          StringEquals: { 'aws:SourceArn': source, 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
        },
      });
      expect(denies).toMatchObject({
        Effect: 'Deny',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      });
    }
  });

  test('is kept encrypted, out of everyone’s sight, for 30 days', () => {
    expect(mail.resources.MailBucket?.DeletionPolicy).toBe('Retain');
    expect(properties('MailBucket')).toMatchObject({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      PublicAccessBlockConfiguration: {
        ...{ BlockPublicAcls: true, BlockPublicPolicy: true },
        ...{ IgnorePublicAcls: true, RestrictPublicBuckets: true },
      },
      LifecycleConfiguration: {
        Rules: ['in/', 'files/'].map((Prefix) => ({ Status: 'Enabled', Prefix, ExpirationInDays: 30 })),
      },
    });
  });

  test('what fails three times is kept on a standard queue, whose alarm rings', () => {
    for (const id of ['InboundMailFailing', 'MailFeedbackFailing'])
      expect(properties(id)).toMatchObject({
        ...{ Qualifier: '$LATEST', MaximumRetryAttempts: 2 },
        DestinationConfig: { OnFailure: { Destination: arn('MailFailures') } },
      });
    expect(properties('MailFailures')).toMatchObject({ MessageRetentionPeriod: 14 * 24 * 3600 });
    expect(properties('MailFailures')).not.toHaveProperty('FifoQueue');
    expect(JSON.stringify(properties('MailFailuresAlarm'))).toContain('MailFailures');
  });
});

describe('who may do what', () => {
  test('the mail’s door reads mails and one item of the table, and writes files, events and its failures', () => {
    expect(allowed('InboundMailRole')).toEqual([
      ['sqs:SendMessage', arn('EventsQueue')],
      ['sqs:SendMessage', arn('MailFailures')],
      [['logs:CreateLogStream', 'logs:PutLogEvents'], arn('InboundDashmailLogGroup')],
      ['s3:GetObject', { 'Fn::Sub': `$\{MailBucket.Arn}/in/*` }],
      ['s3:PutObject', { 'Fn::Sub': `$\{MailBucket.Arn}/files/*` }],
      ['dynamodb:GetItem', arn('Table')],
    ]);
    expect(properties('InboundDashmailLambdaFunction')).toMatchObject({ MemorySize: 1024, Timeout: 60 });
  });

  test('the door of links reads mails, what hears of SES nothing', () => {
    expect(allowed('MailLinkRole').map(([action]) => action)).toEqual([
      'sqs:SendMessage',
      ['logs:CreateLogStream', 'logs:PutLogEvents'],
      's3:GetObject',
    ]);
    expect(allowed('MailFeedbackRole').map(([action]) => action)).toEqual([
      'sqs:SendMessage',
      'sqs:SendMessage',
      ['logs:CreateLogStream', 'logs:PutLogEvents'],
    ]);
  });

  test('the dispatcher sends as our domain only, and reads files', () => {
    const ses = `arn:$\{AWS::Partition}:ses:$\{AWS::Region}:$\{AWS::AccountId}`;
    const sandbox = { StringLike: { 'ses:FromAddress': '*@in.example.org' } };
    expect(JSON.stringify(properties('DispatcherRole'))).toContain(JSON.stringify(sandbox));
    expect(allowed('DispatcherRole').filter(([action]) => /^(ses|s3):/.test(String(action)))).toEqual([
      [
        'ses:SendRawEmail',
        [`${ses}:identity/in.example.org`, `${ses}:configuration-set/$\{MailConfigurationSet}`].map(
          (text) => ({
            'Fn::Sub': text,
          }),
        ),
      ],
      ['ses:SendRawEmail', { 'Fn::Sub': `${ses}:identity/*` }],
      ['s3:GetObject', { 'Fn::Sub': `$\{MailBucket.Arn}/files/*` }],
      ['s3:ListBucket', arn('MailBucket')],
    ]);
    expect(JSON.stringify(without.resources.DispatcherRole)).not.toContain('ses:');
  });

  test('each function knows its own keys', () => {
    expect(environment(mail, 'InboundDashmail')).toEqual({
      CARDWIRE_KEYS: deriveKey(key, 'mail-reply'),
      EVENTS_QUEUE_URL: { Ref: 'EventsQueue' },
      MAIL_BUCKET: { Ref: 'MailBucket' },
      POWERTOOLS_METRICS_NAMESPACE: 'cardwire-dev',
      TABLE_NAME: { Ref: 'Table' },
    });
    expect(environment(mail, 'MailDashlink')).toMatchObject({ CARDWIRE_KEYS: deriveKey(key, 'mail-link') });
    expect(environment(mail, 'MailDashfeedback')).toEqual({
      EVENTS_QUEUE_URL: { Ref: 'EventsQueue' },
      POWERTOOLS_METRICS_NAMESPACE: 'cardwire-dev',
    });
    expect(environment(mail, 'Dispatcher')).toMatchObject({
      MAIL_BUCKET: { Ref: 'MailBucket' },
      MAIL_CONFIGURATION_SET: { Ref: 'MailConfigurationSet' },
    });
  });
});

test('bounces, complaints and refusals of our configuration set come back to us, and nobody else’s', () => {
  expect(properties('MailFeedbackDestination')).toMatchObject({
    ConfigurationSetName: { Ref: 'MailConfigurationSet' },
    EventDestination: {
      ...{ Enabled: true, MatchingEventTypes: ['bounce', 'complaint', 'reject'] },
      SnsDestination: { TopicARN: { Ref: 'MailFeedbackTopic' } },
    },
  });
  expect(properties('MailFeedbackSubscription')).toMatchObject({
    ...{ TopicArn: { Ref: 'MailFeedbackTopic' }, Protocol: 'lambda' },
    Endpoint: arn('MailDashfeedbackLambdaFunction'),
  });
  const [publishes] = statementsOf(mail.resources.MailFeedbackTopicPolicy, 'PolicyDocument');
  expect(publishes).toMatchObject({ Principal: { Service: 'ses.amazonaws.com' }, Action: 'sns:Publish' });
  expect(JSON.stringify(publishes?.Condition)).toContain('configuration-set/');
});

test('what the DNS has to say is told', () => {
  expect(Object.keys(mail.outputs).filter((id) => /^Mail(?!Dash)/.test(id))).toEqual([
    ...['MailMx', 'MailDkim1', 'MailDkim2', 'MailDkim3', 'MailRuleSetName', 'MailBucketName'],
    'MailFailuresQueueUrl',
  ]);
});

type Statement = Readonly<Record<'Effect' | 'Action' | 'Resource' | 'Principal' | 'Condition', unknown>>;

function properties(id: string): object {
  const found = mail.resources[id];
  if (!found) throw new Error(`the template has no ${id}`);
  return found.Properties;
}

function statementsOf(resource: TemplateResource | undefined, field: string): readonly Statement[] {
  const { [field]: document } = (resource?.Properties ?? {}) as unknown as Record<
    string,
    { Statement: Statement[] }
  >;
  return document?.Statement ?? [];
}

/** What a role allows: actions and resources. */
function allowed(role: string): (readonly [unknown, unknown])[] {
  const { Policies } = properties(role) as { Policies: { PolicyDocument: { Statement: Statement[] } }[] };
  return Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement).map(
    ({ Action, Resource }) => [Action, Resource] as const,
  );
}

function environment({ resources }: Deployed, name: string): Readonly<Record<string, unknown>> {
  return resources[`${name}LambdaFunction`]?.Properties.Environment.Variables ?? {};
}

function arn(id: string): unknown {
  return { 'Fn::GetAtt': [id, 'Arn'] };
}
