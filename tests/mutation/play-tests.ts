import type { Block, Collected } from './collect.ts';

/** How one test went. */
export interface Played {
  readonly name: string;
  /** Milliseconds. */
  readonly took: number;
  /** What it threw; absent when it passed. */
  readonly failure?: string;
}

/** Runs tests one after the other in this process, with what is done around them. `bail` ends with the first that fails. */
export async function playTests(
  tests: readonly Collected[],
  { bail, next = () => undefined }: { readonly bail: boolean; readonly next?: (name: string) => void },
): Promise<Played[]> {
  const played: Played[] = [];
  let open: readonly Block[] = [];
  for (const test of tests) {
    next(test.name);
    const before = performance.now();
    const failure = await failureOf(async () => {
      open = await moveTo(test.blocks, open);
      await playOne(test);
    });
    played.push({ name: test.name, took: performance.now() - before, ...(failure && { failure }) });
    if (failure && bail) break;
  }
  await failureOf(() => moveTo([], open));
  return played;
}

async function playOne({ blocks, work }: Collected): Promise<void> {
  try {
    for (const { beforeEach } of blocks) for (const each of beforeEach) await each();
    await work();
  } finally {
    for (const { afterEach } of blocks.toReversed()) for (const each of afterEach) await each();
  }
}

/** Leaves the blocks that the next test is not in, and enters those that it is in. Gives those that are open then. */
async function moveTo(wanted: readonly Block[], open: readonly Block[]): Promise<readonly Block[]> {
  for (const block of open.toReversed())
    if (!wanted.includes(block)) for (const each of block.afterAll) await each();
  for (const block of wanted) if (!open.includes(block)) for (const each of block.beforeAll) await each();
  return wanted;
}

async function failureOf(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    // A test that says nothing of how it failed has failed all the same.
    return (error instanceof Error && error.message) || String(error);
  }
}
