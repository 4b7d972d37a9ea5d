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

/** Something that is kept, and parts of it by their keys. */
export interface Lookup<T> extends Cached<T> {
  /** The part that `pick` finds; undefined when there is none. A key that is not known is news: all is loaded anew, once for each such key. */
  find<Part>(key: string, pick: (all: T) => Part | undefined): Promise<Part | undefined>;
}

/** Makes a lookup in what is kept as `cached` keeps it. */
export function createLookup<T>(load: () => Promise<T>, now: () => number): Lookup<T> {
  const kept = cached(async () => ({ all: await load(), missing: new Set<string>() }), now);
  return {
    get: async () => (await kept.get()).all,
    reload: async () => (await kept.reload()).all,
    find: async (key, pick) => {
      const { all, missing } = await kept.get();
      const known = pick(all);
      if (known !== undefined || missing.has(key)) return known;
      const fresh = await kept.reload();
      for (const old of missing) fresh.missing.add(old);
      fresh.missing.add(key);
      return pick(fresh.all);
    },
  };
}

/** A list that is kept, and its elements by their ids. */
export interface Index<T> {
  all(): Promise<readonly T[]>;
  reload(): Promise<readonly T[]>;
  find(id: string): Promise<T | undefined>;
}

/** Makes an index: a lookup in a list. */
export function createIndex<T extends { readonly id: string }>(
  load: () => Promise<readonly T[]>,
  now: () => number,
): Index<T> {
  const { get, reload, find } = createLookup(load, now);
  return { all: get, reload, find: (id) => find(id, (items) => items.find((item) => item.id === id)) };
}
