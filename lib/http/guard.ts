import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** The `code` of the error a guarded look-up fails with. */
export const ADDRESS_REFUSED = 'ADDRESS_REFUSED';

/** Resolves a name to all of its addresses; the system's own resolver unless a test brings another. */
export type Resolve = typeof systemLookup;

/**
 * Whether a URL may be called at all: http or https, no credentials in it, and no private address written out. A name is
 * judged when it is resolved, by `guardedLookup`.
 */
export function isCallable(url: string, allowPrivate: boolean): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password } = new URL(url);
  if ((protocol !== 'http:' && protocol !== 'https:') || username !== '' || password !== '') return false;
  const literal = hostname.replace(/^\[|\]$/g, '');
  return allowPrivate || isIP(literal) === 0 || isPublicAddress(literal);
}

/**
 * A look-up for `net.connect` that resolves once, A and AAAA, and fails if any address is not public. The connection is made to
 * what this very look-up returned, so a name that changes its answer afterwards (DNS rebinding) gains nothing.
 */
export function guardedLookup(resolve: Resolve = systemLookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, family: 0, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error) callback(error, '', 0);
      else if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address)))
        callback(Object.assign(new Error('address refused'), { code: ADDRESS_REFUSED }), '', 0);
      else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
