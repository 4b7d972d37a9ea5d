import { createHash } from 'node:crypto';

/**
 * A short, stable id from what identifies something: 128 bits as 22 base64url characters. Used for queue groups, receipts and
 * markers, so that no name or address stands in them. Parts are length-prefixed: `('a', 'bc')` is not `('ab', 'c')`.
 */
export function stableId(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:${part}`);
  return hash.digest('base64url').slice(0, 22);
}
