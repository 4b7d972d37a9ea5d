import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isPublicAddress } from '../../lib/http/public-address.ts';

const byte = fc.nat(255);
const group = fc.nat(0xffff).map((value) => value.toString(16));
const privateV4 = fc
  .oneof(
    fc.tuple(fc.constantFrom('0', '10', '127', '224', '240', '255'), byte, byte, byte),
    fc.tuple(fc.constantFrom('192.168', '169.254', '172.16', '172.31', '198.18', '198.19'), byte, byte),
    fc.tuple(fc.constant('100'), fc.integer({ min: 64, max: 127 }), byte, byte),
  )
  .map((parts) => parts.join('.'));
const publicV4 = fc
  .tuple(fc.constantFrom('1', '8', '23', '80', '151', '185', '217'), byte, byte, byte)
  .map((parts) => parts.join('.'));

function hex(v4: string): string {
  const [a = 0, b = 0, c = 0, d = 0] = v4.split('.').map(Number);
  return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
}

/** Every IPv6 form that carries an IPv4 address. */
const carriers: Record<string, (v4: string) => string> = {
  'mapped, dotted': (v4) => `::ffff:${v4}`,
  'mapped, hex': (v4) => `::FFFF:${hex(v4)}`,
  'mapped, written out': (v4) => `0:0:0:0:0:ffff:${hex(v4)}`,
  compatible: (v4) => `::${hex(v4)}`,
  NAT64: (v4) => `64:ff9b::${v4}`,
  'NAT64, local': (v4) => `64:ff9b:1::${v4}`,
  '6to4': (v4) => `2002:${hex(v4)}::1`,
  Teredo: (v4) => `2001:0:${hex(v4)}:0:ffff:0:0`,
  ISATAP: (v4) => `2a00:1450:4001:800:0:5efe:${hex(v4)}`,
  'ISATAP, universal': (v4) => `2a00:1450:4001:800:200:5efe:${hex(v4)}`,
};

describe('an address', () => {
  test('of a private IPv4 network is not public', () => {
    fc.assert(fc.property(privateV4, (address) => !isPublicAddress(address)));
  });

  test('of the public IPv4 Internet is public', () => {
    fc.assert(fc.property(publicV4, isPublicAddress));
  });

  test.each(Object.keys(carriers))('that hides a private one is not public: %s', (form) => {
    fc.assert(fc.property(privateV4, (v4) => !isPublicAddress(carriers[form]?.(v4) ?? '')));
  });

  test('that is mapped or translated from a public one is public', () => {
    fc.assert(fc.property(publicV4, (v4) => isPublicAddress(`::ffff:${v4}`)));
    fc.assert(fc.property(publicV4, (v4) => isPublicAddress(`64:ff9b::${v4}`)));
  });

  test('of an IPv6 range that is not global is not public', () => {
    const prefix = fc.constantFrom(
      'fc00',
      'fdab',
      'fe80',
      'febf',
      'fec0',
      'ff02',
      '2001:db8',
      '3fff',
      '100',
      '4000',
    );
    fc.assert(fc.property(prefix, group, (start, end) => !isPublicAddress(`${start}::${end}`)));
    expect(['::', '::1', 'fe80::1%eth0'].filter(isPublicAddress)).toEqual([]);
  });

  test('of a global IPv6 network is public', () => {
    fc.assert(fc.property(group, group, (a, b) => isPublicAddress(`2a01:4f8:${a}:1::${b}`)));
  });

  test('that is none is not public', () => {
    fc.assert(
      fc.property(fc.string(), (text) => text.includes(':') || text.includes('.') || !isPublicAddress(text)),
    );
  });
});
