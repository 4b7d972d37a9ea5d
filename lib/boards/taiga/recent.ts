import type { StoryRead } from './documents.ts';

/**
 * The last read of each card, for a moment. A change that is made right after a read is made from it, without another: Taiga itself
 * judges by the version whether somebody else was faster (A2.3).
 */
export interface Recent {
  /** Undefined when the last read is too long ago. */
  get(id: string): StoryRead | undefined;
  put(read: StoryRead): void;
}

/** Milliseconds. */
const keepMs = 2_000;

/** @param now epoch milliseconds. */
export function createRecent(now: () => number): Recent {
  const reads = new Map<string, StoryRead>();
  const isFresh = ({ revision }: StoryRead) => now() - revision < keepMs;
  return {
    get: (id) => {
      const read = reads.get(id);
      return read && isFresh(read) ? read : undefined;
    },
    put: (read) => {
      for (const [id, old] of reads) if (!isFresh(old)) reads.delete(id);
      reads.set(String(read.doc.id), read);
    },
  };
}
