import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** A CloudFormation template as it is deployed. */
export interface Template {
  readonly Conditions: Readonly<Record<string, unknown>>;
  readonly Resources: Readonly<Record<string, TemplateResource>>;
  readonly Outputs: Readonly<Record<string, unknown>>;
}

export interface TemplateResource {
  readonly Type: string;
  readonly Condition?: string;
  readonly DependsOn?: string | readonly string[];
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

/** What is deployed: the template, and by function the names of the files in its package. */
export interface Package {
  readonly template: Template;
  readonly files: Readonly<Record<string, readonly string[]>>;
}

/** Packages the project as `npm run package` does, without a cloud account. `params` are `name=value`. */
export async function packageProject(
  environment: Record<string, string>,
  params: readonly string[] = [],
): Promise<Package> {
  const folder = await mkdtemp(join(tmpdir(), 'cardwire-package-'));
  try {
    const [project, made] = [join(folder, 'project'), join(folder, 'made')];
    await linkProject(project);
    const serverless = join(root, 'node_modules/serverless/bin/serverless.js');
    const env = { PATH: process.env.PATH, HOME: folder, CI: 'true', ...environment };
    // A package that cannot be made must fail, not hang.
    const options = { cwd: project, env, timeout: 120_000 };
    const given = params.map((param) => `--param=${param}`);
    await run(process.execPath, [serverless, 'package', '--package', made, ...given], options);
    const template = await readFile(join(made, 'cloudformation-template-update-stack.json'), 'utf8');
    return { template: JSON.parse(template), files: await packedFiles(made) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A folder for each run, as the Serverless Framework works in one of fixed name: two runs in one project get into each other's way. */
async function linkProject(project: string): Promise<void> {
  await mkdir(project);
  for (const name of ['serverless.yml', 'package.json'])
    await copyFile(join(root, name), join(project, name));
  for (const name of ['functions', 'lib', 'schemas', 'node_modules'])
    await symlink(join(root, name), join(project, name));
}

async function packedFiles(folder: string): Promise<Record<string, readonly string[]>> {
  const packages = (await readdir(folder)).filter((name) => name.endsWith('.zip'));
  const named = packages.map(async (name) => {
    const names = namesIn(await readFile(join(folder, name)));
    return [name.replace('.zip', ''), names] as const;
  });
  return Object.fromEntries(await Promise.all(named));
}

/** The names in a zip's central directory: its entries begin with a mark, 28 bytes on stands the length of the name, which begins 18 bytes later. */
function namesIn(zip: Buffer): string[] {
  const names: string[] = [];
  const mark = Buffer.from('PK\u0001\u0002');
  for (let at = zip.indexOf(mark); at >= 0; at = zip.indexOf(mark, at + 1))
    names.push(zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28)));
  return names;
}
