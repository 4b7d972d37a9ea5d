import { expect, test } from '@jest/globals';
import { choicesFresh } from '../../lib/domain/choices.ts';
import { mostMailBytes } from '../../lib/domain/mail.ts';

test('a mail may have 25 MB, as README says; suggestions are gathered anew after ten minutes', () => {
  expect(mostMailBytes).toBe(26_214_400);
  expect(choicesFresh).toBe(600_000);
});
