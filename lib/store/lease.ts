/**
 * How long a claim keeps others away: longer than a dispatcher's run can last (60 s), shorter than a queue's visibility
 * (360 s). Milliseconds.
 */
export const LEASE_MS = 70_000;

/** Epoch seconds after so many days: the table's `expires`, which DynamoDB sweeps within two days or so. */
export function expiresIn(now: number, days: number): number {
  return Math.floor(now / 1000) + days * 86_400;
}
