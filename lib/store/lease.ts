/**
 * How long a claim keeps others away: longer than a dispatcher's run can last (60 s), shorter than a queue's visibility
 * (360 s). Milliseconds.
 */
export const LEASE_MS = 70_000;
