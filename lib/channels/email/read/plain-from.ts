import { normaliseAddress } from './addresses.ts';

/**
 * Whether a From field holds this address and no other, wherever one may look for it: of `<tom@…> <eve@…>` or `eve@… <tom@…>` one parser takes
 * the first and another the last, and what was proven to SES may be the other one (contract 3.1). Quoted names and comments may say anything.
 * @param value as it came, encoded words and all.
 */
export function holdsOnly(value: string, address: string): boolean {
  const bare = withoutAsides(value);
  if (bare === undefined) return false;
  const rest = bare.replace(/[^\s<>,:;@]{1,64}@[^\s<>,:;@]{1,255}/g, (found) =>
    normaliseAddress(found) === address ? '' : found,
  );
  return !rest.includes('@');
}

/** Without quoted strings and comments, which may be nested; undefined where one of them has no end. */
function withoutAsides(value: string): string | undefined {
  let [bare, depth, quoted] = ['', 0, false];
  for (let at = 0; at < value.length; at++) {
    const sign = value.charAt(at);
    if (sign === '\\' && (quoted || depth > 0)) at++;
    else if (sign === '"' && depth === 0) quoted = !quoted;
    else if (quoted) continue;
    else if (sign === '(') depth++;
    else if (sign === ')' && depth > 0) depth--;
    else if (depth === 0) bare += sign;
  }
  return quoted || depth > 0 ? undefined : bare;
}
