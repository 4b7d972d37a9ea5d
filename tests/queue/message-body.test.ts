import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { messageBody } from '../../lib/queue/message-body.ts';

/** What every SQS takes; the service itself also takes what lies beyond the basic plane. JSON leaves no control characters. */
const taken = /^[ -\uD7FF\uE000-\uFFFD]*$/;

test('whatever people write can be queued and is read back as it was', () => {
  const text = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(text, (written) => {
      const body = messageBody({ written });
      expect(body).toMatch(taken);
      expect(JSON.parse(body)).toEqual({ written });
    }),
  );
});

test('emoji, and what Unicode keeps for itself', () => {
  const written = 'Fix the pump 🔧👩‍🔧 \uFFFE\uFFFF \uD83D \\🔧 Ü';
  expect(messageBody({ written })).toMatch(taken);
  expect(JSON.parse(messageBody({ written }))).toEqual({ written });
});
