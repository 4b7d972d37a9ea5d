/**
 * The one rule of what has an end: an item is as good as gone from the second in its `expires` on. DynamoDB sweeps it within two days or so,
 * its embedded stand-in never. Every reading goes by this (table.ts); a write says `absent` or `standing` where it depends on it.
 */
export function hasExpired({ expires }: { readonly expires?: unknown }, now: number): boolean {
  return expires !== undefined && Number(expires) <= epochSeconds(now);
}

/** In the condition of a write: there is no such item, or none any more. */
export const absent = '(attribute_not_exists(pk) OR #expires <= :second)';

/** In the condition of a write: what is there, if anything is, has not expired. */
export const standing = '(attribute_not_exists(#expires) OR #expires > :second)';

/** What `:second` stands for in them. */
export function epochSeconds(now: number): number {
  return Math.floor(now / 1000);
}

/** The `expires` of what ends after so many days; `now` is epoch milliseconds. */
export function expiresIn(now: number, days: number): number {
  return epochSeconds(now) + days * 86_400;
}
