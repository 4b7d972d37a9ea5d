import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');

interface Service {
  readonly functions: Readonly<
    Record<string, { readonly handler: string; readonly events: readonly object[] }>
  >;
  readonly custom: { readonly esbuild: Readonly<Record<string, unknown>> };
}

/** One function as it is deployed. */
export interface Bundle {
  readonly name: string;
  /** Called over HTTP. */
  readonly isDoor: boolean;
  readonly bytes: number;
  readonly code: Uint8Array;
  /** Files that ended up in it, from the project's folder, and the bytes they take. */
  readonly inputs: ReadonlyMap<string, number>;
}

/** Bundles every function of serverless.yml with the settings that are written there, in memory. */
export function bundleAll(): Promise<Bundle[]> {
  const { functions, custom } = service();
  return Promise.all(
    Object.entries(functions).map(([name, { handler, events }]) =>
      bundle(
        name,
        handler,
        events.some((event) => 'httpApi' in event),
        custom.esbuild,
      ),
    ),
  );
}

/** Bundles code that is not in a file, in the same way. */
export async function bundleText(contents: string): Promise<Uint8Array> {
  const stdin = { contents, resolveDir: root, loader: 'ts' as const };
  const built = await build({ ...buildOptions(service().custom.esbuild), stdin });
  return built.outputFiles[0]?.contents ?? new Uint8Array();
}

async function bundle(
  name: string,
  handler: string,
  isDoor: boolean,
  settings: Readonly<Record<string, unknown>>,
): Promise<Bundle> {
  const entry = join(root, handler.replace(/\.handler$/, '.ts'));
  const built = await build({ ...buildOptions(settings), entryPoints: [entry] });
  const [output] = Object.values(built.metafile.outputs);
  const code = built.outputFiles[0]?.contents ?? new Uint8Array();
  const inputs = Object.entries(output?.inputs ?? {}).map(
    ([file, { bytesInOutput }]) => [file, bytesInOutput] as const,
  );
  return { name, isDoor, bytes: code.byteLength, code, inputs: new Map(inputs) };
}

/** What serverless.yml says to esbuild, without what it says to serverless-esbuild. */
function buildOptions(settings: Readonly<Record<string, unknown>>) {
  const { bundle, minify, format, platform, target, mainFields, banner, alias } = settings as BuildOptions;
  const written = { bundle, minify, format, platform, target, mainFields, banner, alias } as BuildOptions;
  return { ...written, absWorkingDir: root, metafile: true, write: false, outdir: 'out' } as const;
}

function service(): Service {
  const text = readFileSync(join(root, 'serverless.yml'), 'utf8');
  return parse(text, { merge: true, logLevel: 'silent' });
}
