import { describe, expect, test } from '@jest/globals';
import { deriveKey } from '../../lib/domain/keys.ts';
import { demoKey } from '../../lib/local/demo-key.ts';
import {
  madeWithDemoKey,
  purposeKeys,
  requireDeploymentKey,
  requireGoodKeys,
} from '../../lib/local/deployment-key.ts';

const good = 'k'.repeat(32);
const old = 'o'.repeat(32);

describe('the deployment key', () => {
  test('gives each purpose its own keys, the new one first', () => {
    const env = { CARDWIRE_KEY: good, CARDWIRE_KEY_PREVIOUS: old };
    const [first, second] = purposeKeys('wekan-webhook', env).split(',');
    expect([first, second]).toEqual([deriveKey(good, 'wekan-webhook'), deriveKey(old, 'wekan-webhook')]);
    expect(purposeKeys('stored-secrets', env)).not.toContain(first);
  });

  test('is the demo’s where none is set, even an empty one', () => {
    for (const env of [{}, { CARDWIRE_KEY: '', CARDWIRE_KEY_PREVIOUS: '' }])
      expect(purposeKeys('wekan-webhook', env)).toBe(deriveKey(demoKey, 'wekan-webhook'));
  });

  test('is asked for by known purposes only', () => {
    expect(() => purposeKeys('wekan', {})).toThrow('There is no key for "wekan"');
  });

  test.each([
    [{}, 'CARDWIRE_KEY is not set'],
    [{ CARDWIRE_KEY: good.slice(1) }, 'CARDWIRE_KEY is too short'],
    [{ CARDWIRE_KEY: good, CARDWIRE_KEY_PREVIOUS: 'x' }, 'CARDWIRE_KEY_PREVIOUS is too short'],
    [{ CARDWIRE_KEY: demoKey }, "The demo's key protects nothing"],
    [{ CARDWIRE_KEY: good, CARDWIRE_KEY_PREVIOUS: demoKey }, "The demo's key protects nothing"],
  ])('is refused for the cloud when it is no good (%#)', (env, message) => {
    expect(() => requireDeploymentKey(env)).toThrow(message);
  });

  test('is taken when it is good', () => {
    expect(() => requireDeploymentKey({ CARDWIRE_KEY: good, CARDWIRE_KEY_PREVIOUS: old })).not.toThrow();
    expect(() => requireGoodKeys({})).not.toThrow();
  });

  test('shows in a package when it was the demo’s', () => {
    expect(
      madeWithDemoKey({ keys: `${deriveKey(good, 'wekan-webhook')},${purposeKeys('wekan-webhook', {})}` }),
    ).toBe(true);
    expect(madeWithDemoKey({ keys: purposeKeys('wekan-webhook', { CARDWIRE_KEY: good }) })).toBe(false);
  });
});
