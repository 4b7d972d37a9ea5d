import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openAddress, sealAddress, webhookSecret } from '../../lib/domain/address.ts';
import { deriveKey, type Keys } from '../../lib/domain/keys.ts';

const keys: Keys = [deriveKey('one', 'mattermost-command'), deriveKey('two', 'mattermost-command')];
const address = { source: 'mattermost-command', team: 'ops', connection: 'chat', generation: 3 };

describe('a sealed address', () => {
  test('opens with the proof it was sealed over, and with no other', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (proof, other) => {
        const path = sealAddress(address, keys, proof);
        expect(openAddress(path, keys, proof)).toEqual(address);
        if (other !== proof) expect(openAddress(path, keys, other)).toBeUndefined();
      }),
    );
  });

  test('survives the rotation of the deployment key and dies with it', () => {
    const path = sealAddress(address, [keys[1] ?? '']);
    expect(openAddress(path, keys)).toEqual(address);
    expect(openAddress(path, [keys[0]])).toBeUndefined();
  });

  test('does not survive a change of any character', () => {
    const path = sealAddress(address, keys);
    fc.assert(
      fc.property(fc.nat(path.length - 1), fc.constantFrom('a', '0', '/', '.', '-'), (at, character) => {
        const changed = path.slice(0, at) + character + path.slice(at + 1);
        if (changed !== path) expect(openAddress(changed, keys)).toBeUndefined();
      }),
    );
  });

  test('is the whole path, and may have a caller and a generation of many digits', () => {
    const path = sealAddress(address, keys);
    for (const more of [`/x${path}`, `x${path}`, `${path}x`, `${path}/`])
      expect(openAddress(more, keys)).toBeUndefined();
    const called = { ...address, generation: 123_456_789, caller: '1234567890.abcdef' };
    expect(openAddress(sealAddress(called, keys), keys)).toEqual(called);
    expect(openAddress(path, keys)).not.toHaveProperty('caller');
    const without = sealAddress({ ...address, generation: 123_456_789 }, keys);
    expect(openAddress(without.replace('123456789', '123456789/1234567890.abcdef'), keys)).toBeUndefined();
  });
});

test('what a webhook proves itself with is of its own kind and place, whatever else is signed with the key', () => {
  const place = { source: 'wekan-webhook', team: 'ops', connection: 'main', generation: 12 };
  const secret = webhookSecret(place, 'ab'.repeat(32));
  expect(secret).toBe(['ntKs', 'rM1GAJ3GKzAvgTHAnA-OrsA', 'tOosFpeteE2dTw'].join('_'));
  expect(webhookSecret({ ...place, generation: 1 }, 'ab'.repeat(32))).not.toBe(secret);
});
