/** What Discord's ids count from: the first of January 2015. */
const firstMoment = 1_420_070_400_000n;

/** The smallest id that something made at a moment (epoch milliseconds) can have: 22 bits of an id say nothing of time. */
export function firstIdAt(moment: number): string {
  const since = BigInt(Math.max(0, Math.floor(moment))) - firstMoment;
  return String((since > 0n ? since : 0n) << 22n);
}

/** The newer of two ids: texts do not compare as numbers do. */
export function newerId(one: string, other: string): string {
  return BigInt(one) > BigInt(other) ? one : other;
}
