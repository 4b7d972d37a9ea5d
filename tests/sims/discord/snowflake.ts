/** The first moment of Discord, which its ids count from. */
const EPOCH = 1_420_070_400_000;

/** Makes ids: 42 bits of milliseconds, 22 bits of the rest, each greater than the last. */
export function createSnowflakes(now: () => number): () => string {
  let last = 0n;
  return () => {
    const soonest = BigInt(Math.max(0, Math.floor(now()) - EPOCH)) << 22n;
    last = soonest > last ? soonest : last + 1n;
    return last.toString();
  };
}

/** The order of ids is the order of time; texts do not compare as numbers do. */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  const difference = BigInt(a.id) - BigInt(b.id);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
