import type { TemplateResource } from './package.ts';
import type { Statement, TemplateView } from './template-view.ts';

/** Actions that AWS gives to `*` or to a pattern only, and why. Everything else names one resource of ours. */
const wide: readonly { readonly action: RegExp; readonly resource: RegExp; readonly why: string }[] = [
  {
    action:
      /^ec2:(CreateNetworkInterface|DescribeNetworkInterfaces|DescribeSubnets|DeleteNetworkInterface|(Una|A)ssignPrivateIpAddresses)$/,
    resource: /^"\*"$/,
    why: 'Lambda attaches a function to a private network with these, and EC2 knows no narrower resource for them',
  },
  {
    action: /^s3:(Get|Put)Object$/,
    resource: /^\{"Fn::Sub":"\$\{MailBucket\.Arn\}\/(in|files)\/\*"\}$/,
    why: 'the objects of one folder of our own bucket: their names are not known before',
  },
  {
    action: /^ses:SendRawEmail$/,
    resource: /^\{"Fn::Sub":"arn:[^"]*:identity\/\*"\}$/,
    why: 'in SES’s sandbox the recipient has to be allowed as well, and whoever writes to us is not known before',
  },
];

/** What a role may do that is wider than it has to be: `role action resource`. */
export function tooWide(view: TemplateView): readonly string[] {
  return view.ofType('AWS::IAM::Role').flatMap(([role]) =>
    view.statements(role).flatMap((statement) =>
      pairsOf(statement)
        .filter(([action, resource]) => isWide(action, resource) && !isExcused(action, resource))
        .map(([action, resource]) => `${role} ${action} ${resource}`),
    ),
  );
}

function pairsOf({ Action, Resource }: Statement): readonly (readonly [string, string])[] {
  const resources = Array.isArray(Resource) ? (Resource as readonly unknown[]) : [Resource];
  return [Action]
    .flat()
    .flatMap((action) => resources.map((each) => [action, JSON.stringify(each) ?? '"*"'] as const));
}

/** Some take no resource but one of another kind than ours: what a statement leaves out is everything. */
function isWide(action: string, resource: string): boolean {
  return action.includes('*') || resource.includes('*');
}

function isExcused(action: string, resource: string): boolean {
  return wide.some((each) => each.action.test(action) && each.resource.test(resource));
}

/** Functions that share a role with another one, or have none of their own. */
export function sharedRoles(view: TemplateView): readonly string[] {
  const users = Map.groupBy(view.ofType('AWS::Lambda::Function'), ([, { Properties }]) =>
    JSON.stringify(Properties.Role),
  );
  const own = new Set(
    view.ofType('AWS::IAM::Role').map(([id]) => JSON.stringify({ 'Fn::GetAtt': [id, 'Arn'] })),
  );
  return [...users].flatMap(([role, functions]) =>
    functions.length === 1 && own.has(role) ? [] : functions.map(([id]) => id),
  );
}

/** Kinds of resource that keep something, and how one shows that it is encrypted and closed. */
const keeps: Readonly<Record<string, (properties: Readonly<Record<string, unknown>>) => boolean>> = {
  'AWS::SQS::Queue': ({ SqsManagedSseEnabled }) => SqsManagedSseEnabled === true,
  'AWS::DynamoDB::Table': ({ SSESpecification }) =>
    JSON.stringify(SSESpecification) === '{"SSEEnabled":true}',
  'AWS::S3::Bucket': ({ BucketEncryption, PublicAccessBlockConfiguration: block }) =>
    JSON.stringify(BucketEncryption)?.includes('"SSEAlgorithm":"AES256"') === true &&
    JSON.stringify(Object.values(block ?? {})) === '[true,true,true,true]',
};

/** What keeps something and is not encrypted, or could be opened to everyone. */
export function unguarded(view: TemplateView): readonly string[] {
  return Object.entries(keeps).flatMap(([type, isGuarded]) =>
    view
      .ofType(type)
      .filter(([, resource]) => !isGuarded(propertiesOf(resource)))
      .map(([id]) => id),
  );
}

/** Policies of resources, and permissions to call a function, that let in whoever comes. */
export function openToAll(view: TemplateView): readonly string[] {
  const policies = ['AWS::S3::BucketPolicy', 'AWS::SNS::TopicPolicy', 'AWS::SQS::QueuePolicy'];
  const open = policies
    .flatMap((type) => view.ofType(type))
    .filter(([, resource]) => {
      const { PolicyDocument } = propertiesOf(resource) as { PolicyDocument: { Statement: Statement[] } };
      return PolicyDocument.Statement.some(
        ({ Effect, Principal }) => Effect === 'Allow' && JSON.stringify(Principal)?.includes('"*"'),
      );
    });
  const callable = view
    .ofType('AWS::Lambda::Permission')
    .filter(([, resource]) => propertiesOf(resource).SourceArn === undefined);
  return [...open, ...callable].map(([id]) => id);
}

function propertiesOf(resource: TemplateResource): Readonly<Record<string, unknown>> {
  return { ...resource.Properties };
}
