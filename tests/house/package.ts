import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** A CloudFormation template as it is deployed. */
export interface Template {
  readonly Resources: Readonly<Record<string, TemplateResource>>;
  readonly Outputs: Readonly<Record<string, unknown>>;
}

export interface TemplateResource {
  readonly Type: string;
  readonly DeletionPolicy?: string;
  readonly Properties: TemplateProperties;
}

type Attribute = { readonly 'Fn::GetAtt': readonly [string, string] };

/** The properties that tests look at; each kind of resource has some of them. */
interface TemplateProperties {
  readonly FunctionName: string;
  readonly Role: Attribute;
  readonly Timeout: number;
  readonly Environment: { readonly Variables: Readonly<Record<string, unknown>> };
  readonly ReservedConcurrentExecutions: unknown;
  readonly VisibilityTimeout: number;
  readonly MessageRetentionPeriod: number;
  readonly RedrivePolicy: { readonly deadLetterTargetArn: Attribute };
  readonly Policies: readonly object[];
  readonly Dimensions: unknown;
  readonly RetentionInDays: number;
  readonly DefaultRouteSettings: unknown;
  readonly AccessLogSettings: unknown;
}

/** Packages the project as `npm run package` does, without a cloud account, and gives its template. */
export async function packageTemplate(environment: Record<string, string>): Promise<Template> {
  const folder = await mkdtemp(join(tmpdir(), 'cardwire-package-'));
  try {
    const serverless = join(root, 'node_modules/serverless/bin/serverless.js');
    const env = { PATH: process.env.PATH, HOME: folder, CI: 'true', ...environment };
    // A package that cannot be made must fail, not hang.
    const options = { cwd: root, env, timeout: 120_000 };
    await run(process.execPath, [serverless, 'package', '--package', folder], options);
    return JSON.parse(await readFile(join(folder, 'cloudformation-template-update-stack.json'), 'utf8'));
  } finally {
    await rm(folder, { recursive: true });
  }
}
