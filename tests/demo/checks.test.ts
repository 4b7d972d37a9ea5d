import { expect, test } from '@jest/globals';
import { CheckFailed, createChecks } from '../../lib/local/demo/checks.ts';

test('a check that holds is counted, one that does not says what was expected and seen', () => {
  const check = createChecks();
  check.same('a sum', 1 + 1, 2);
  check.has('a text', 'the pump', 'pump');
  expect(check.count).toBe(2);
  expect(() => check.has('a text', 'the pump', 'pump', 'door')).toThrow(CheckFailed);
  expect(() => check.same('a sum', { is: 3 }, { is: 2 })).toThrow('expected a sum: { is: 2 }');
  expect(check.count).toBe(2);
});
