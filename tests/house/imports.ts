import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** The top of the repository. */
export const root = join(import.meta.dirname, '../..');

/** One file's import of another, or of a library. Files are named from the top of the repository. */
export interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
  /** By `import()`. */
  readonly onDemand: boolean;
}

/** Every import of the product's code; of types too. */
export function readImports(): readonly Import[] {
  return codeFiles().flatMap(importsOf);
}

/** Every file of the product's code. */
export function codeFiles(): readonly string[] {
  return ['functions', 'lib', 'schemas'].flatMap((folder) => files(join(root, folder)));
}

/** Whether it is a file of ours that is imported. */
export function isLocal(target: string): boolean {
  return /^(lib|functions|schemas|tests|events)\//.test(target);
}

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => relative(root, join(folder, name)));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const statements = text.matchAll(
    /^\s*(?:import|export)\s+(type\s)?(?:[\w*{}\s,]+?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm,
  );
  return [...statements].map(([, type, named = '', dynamic]) => {
    const target = dynamic ?? named;
    const local = target.startsWith('.') ? relative(root, join(root, dirname(file), target)) : target;
    return { file, target: local, typeOnly: type !== undefined, onDemand: dynamic !== undefined };
  });
}
