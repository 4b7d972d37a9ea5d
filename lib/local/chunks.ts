import { basename } from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * Splits off what a function loads on demand, under names that begin with the function's own (esbuild plugin, `plugins` in serverless.yml):
 * serverless-esbuild packs into each function what is not another one's by its name.
 */
const chunks: Plugin = {
  name: 'cardwire-chunks',
  setup({ initialOptions }) {
    const [entry] = [initialOptions.entryPoints ?? []].flat();
    if (typeof entry === 'string') initialOptions.chunkNames = `${basename(entry, '.ts')}.[name]-[hash]`;
  },
};

export default [chunks];
