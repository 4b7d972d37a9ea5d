import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';

/** Events that were accepted and are not done yet: what Lambda's own queue is for asynchronous calls. */
export interface Pending {
  /** On the disk when it resolves. */
  add(id: string, event: unknown): Promise<void>;
  done(id: string): void;
  /** What an earlier run had not done when it ended. */
  left(): readonly { readonly id: string; readonly event: unknown }[];
}

/** Keeps them in a folder, a file each. */
export function createPending(folder: string): Pending {
  mkdirSync(folder, { recursive: true });
  const path = (id: string) => join(folder, `${id}.json`);
  return {
    add: async (id, event) => {
      const file = await open(path(id), 'w');
      try {
        await file.writeFile(JSON.stringify(event));
        await file.sync();
      } finally {
        await file.close();
      }
    },
    done: (id) => rmSync(path(id), { force: true }),
    left: () =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .flatMap((name) => read(folder, name)),
  };
}

/** A file that a crash left half written was never answered for. */
function read(folder: string, name: string): readonly { id: string; event: unknown }[] {
  try {
    return [
      { id: name.slice(0, -'.json'.length), event: JSON.parse(readFileSync(join(folder, name), 'utf8')) },
    ];
  } catch {
    return [];
  }
}
