/** Something that is loaded when it is first asked for and kept for a while. */
export interface Cached<T> {
  get(): Promise<T>;
  /** Loads it anew. */
  reload(): Promise<T>;
}

/** How long names of columns, people and labels are believed. Milliseconds. */
const keepMs = 5 * 60_000;

/** Keeps what `load` brings for five minutes, in memory. Callers at the same time share one load; a failed one is not kept. */
export function cached<T>(load: () => Promise<T>, now: () => number): Cached<T> {
  let kept: { readonly value: Promise<T>; readonly at: number } | undefined;
  const reload = (): Promise<T> => {
    const loading = { value: load(), at: now() };
    kept = loading;
    loading.value.catch(() => {
      if (kept === loading) kept = undefined;
    });
    return loading.value;
  };
  return { reload, get: () => (kept && now() - kept.at < keepMs ? kept.value : reload()) };
}

/** A cached list whose elements are found by id. */
export interface Index<T> {
  all(): Promise<readonly T[]>;
  reload(): Promise<readonly T[]>;
  /** Undefined when there is none. An id that is not known is news: the list is loaded anew, once for each such id. */
  find(id: string): Promise<T | undefined>;
}

/** Makes an index over a list that is kept as `cached` keeps it. */
export function createIndex<T extends { readonly id: string }>(
  load: () => Promise<readonly T[]>,
  now: () => number,
): Index<T> {
  const list = cached(async () => ({ items: await load(), missing: new Set<string>() }), now);
  return {
    all: async () => (await list.get()).items,
    reload: async () => (await list.reload()).items,
    find: async (id) => {
      const { items, missing } = await list.get();
      const known = items.find((item) => item.id === id);
      if (known || missing.has(id)) return known;
      const fresh = await list.reload();
      for (const old of missing) fresh.missing.add(old);
      fresh.missing.add(id);
      return fresh.items.find((item) => item.id === id);
    },
  };
}
