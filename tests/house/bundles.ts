import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { parse } from 'yaml';
import chunks from '../../lib/local/chunks.ts';

const root = join(import.meta.dirname, '../..');

interface Service {
  readonly functions: Readonly<
    Record<
      string,
      {
        readonly handler: string;
        readonly events?: readonly object[];
        readonly environment: Readonly<Record<string, unknown>>;
      }
    >
  >;
  readonly custom: { readonly esbuild: Readonly<Record<string, unknown>> };
}

/** Code as it is deployed: what is read at the start, and what is loaded on demand. */
export interface Bundled {
  /** The file to import. */
  readonly entry: string;
  /** All files, by name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Of what is read at the start. */
  readonly bytes: number;
  /** Of the rest. */
  readonly onDemand: number;
  /** Source files that ended up in what is read at the start, from the project's folder, and the bytes they take. */
  readonly inputs: ReadonlyMap<string, number>;
}

/** One function as it is deployed. */
export interface Bundle extends Bundled {
  readonly name: string;
  /** Called over HTTP. */
  readonly isDoor: boolean;
  /** Names of what it finds in its environment. */
  readonly settings: readonly string[];
}

/** Bundles every function of serverless.yml with the settings that are written there, in memory. */
export function bundleAll(): Promise<Bundle[]> {
  const { functions, custom } = service();
  return Promise.all(
    Object.entries(functions).map(async ([name, { handler, events = [], environment }]) => {
      const entry = join(root, handler.replace(/\.handler$/, '.ts'));
      const bundled = await bundle({ ...buildOptions(custom.esbuild), entryPoints: [entry] });
      const isDoor = events.some((event) => 'httpApi' in event);
      return { name, isDoor, settings: Object.keys(environment), ...bundled };
    }),
  );
}

/** Bundles code that is not in a file, in the same way. */
export function bundleText(contents: string): Promise<Bundled> {
  const stdin = { contents, resolveDir: root, loader: 'ts' as const };
  return bundle({ ...buildOptions(service().custom.esbuild), stdin });
}

async function bundle(options: ReturnType<typeof buildOptions> & BuildOptions): Promise<Bundled> {
  const { outputFiles = [], metafile } = await build({ ...options, metafile: true, write: false });
  const outputs = metafile.outputs;
  const entry = Object.keys(outputs).find(
    (name) => outputs[name]?.entryPoint !== undefined && !isChunk(name, outputs),
  );
  if (entry === undefined) throw new Error('nothing was bundled');
  const atStart = readAtStart(entry, outputs);
  const sum = (names: readonly string[]) => names.reduce((all, name) => all + (outputs[name]?.bytes ?? 0), 0);
  const inputs = [...atStart].flatMap((name) =>
    Object.entries(outputs[name]?.inputs ?? {}).map(
      ([file, { bytesInOutput }]) => [file, bytesInOutput] as const,
    ),
  );
  return {
    entry: basename(entry),
    files: new Map(outputFiles.map(({ path, contents }) => [basename(path), contents])),
    bytes: sum([...atStart]),
    onDemand: sum(Object.keys(outputs).filter((name) => !atStart.has(name))),
    inputs: new Map(inputs),
  };
}

/** What somebody else imports: esbuild calls also what is loaded on demand an entry. */
function isChunk(name: string, outputs: Metafile['outputs']): boolean {
  return Object.values(outputs).some(({ imports }) => imports.some(({ path }) => path === name));
}

function readAtStart(entry: string, outputs: Metafile['outputs'], read = new Set<string>()): Set<string> {
  if (read.has(entry)) return read;
  read.add(entry);
  for (const { path, kind } of outputs[entry]?.imports ?? []) {
    if (kind === 'import-statement' && outputs[path]) readAtStart(path, outputs, read);
  }
  return read;
}

/** What serverless.yml says to esbuild, without what it says to serverless-esbuild. */
function buildOptions(settings: Readonly<Record<string, unknown>>) {
  const { bundle, minify, format, splitting, platform, target, mainFields, banner, alias } =
    settings as BuildOptions;
  const written = { bundle, minify, format, splitting, platform, target, mainFields, banner, alias };
  const outExtension = { '.js': '.mjs' };
  return { ...(written as BuildOptions), absWorkingDir: root, outdir: 'out', outExtension, plugins: chunks };
}

function service(): Service {
  const text = readFileSync(join(root, 'serverless.yml'), 'utf8');
  return parse(text, { merge: true, logLevel: 'silent' });
}
