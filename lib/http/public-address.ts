import { BlockList, isIP } from 'node:net';

/** Every IPv4 range that is not the public Internet (IANA special-purpose registry; the same list Wekan's own guard has). */
const privateV4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Inside 2000::/3, what is not plain global unicast: protocol assignments with Teredo, documentation, 6to4. */
const specialV6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const blockedV4 = blockList(privateV4, 'ipv4');
const blockedV6 = blockList(specialV6, 'ipv6');
const globalV6 = blockList([['2000::', 3]], 'ipv6');
const nat64 = blockList([['64:ff9b::', 96]], 'ipv6');
const mappedV4 = blockList([['::ffff:0:0', 96]], 'ipv6');

/**
 * Whether an IP address belongs to the public Internet. IPv6 forms that carry an IPv4 address are judged by it (mapped,
 * NAT64, ISATAP) or refused altogether (6to4, Teredo, the deprecated compatible form). Anything that is no address is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !blockedV4.check(address, 'ipv4');
  if (isIP(address) !== 6 || address.includes('%')) return false;
  if (isMapped(address) || nat64.check(address, 'ipv6')) return isPublicAddress(lastFourBytes(address));
  if (!globalV6.check(address, 'ipv6') || blockedV6.check(address, 'ipv6')) return false;
  return isIsatap(address) ? isPublicAddress(lastFourBytes(address)) : true;
}

function isMapped(address: string): boolean {
  return groups(address).slice(0, 6).join(':') === '0:0:0:0:0:ffff' || mappedV4.check(address, 'ipv6');
}

/** RFC 5214: the interface identifier is 0000:5efe or 0200:5efe followed by an IPv4 address. */
function isIsatap(address: string): boolean {
  const [fifth, sixth] = groups(address).slice(4);
  return sixth === '5efe' && (fifth === '0' || fifth === '200');
}

function lastFourBytes(address: string): string {
  const [high = 0, low = 0] = groups(address)
    .slice(6)
    .map((group) => Number.parseInt(group, 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** The eight groups of an IPv6 address, in lower-case hex without leading zeros. */
function groups(address: string): string[] {
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = Array.from({ length: 8 - left.length - right.length }, () => '0');
  return [...left, ...gap, ...right];
}

function blockList(ranges: readonly (readonly [string, number])[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of ranges) list.addSubnet(network, prefix, family);
  return list;
}
