import { PassThrough } from 'node:stream';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createTimeline } from '../../lib/local/demo/timeline.ts';
import { wrap } from '../../lib/local/demo/wrap.ts';

test('no line is wider than 100 characters, and no text steers the terminal', async () => {
  const stdout = new PassThrough();
  const show = createTimeline({ env: {}, stdout, stderr: stdout });
  show.seen('Cardwire', '~town-square', `${'a long word and '.repeat(20)}\u001b[2J${'x'.repeat(300)}`);
  show.note('explained '.repeat(40));
  await show.during('waiting', Promise.resolve());
  const written = String(stdout.read());
  expect(written).not.toContain('\u001b');
  expect(Math.max(...written.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
});

test('wrapping loses no word', () => {
  const word = fc.stringMatching(/^[a-z]{1,12}$/);
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), fc.integer({ min: 12, max: 40 }), (words, width) => {
      const lines = wrap(words.join(' '), width);
      expect(lines.join(' ')).toBe(words.join(' '));
      expect(lines.every((line) => line.length <= width)).toBe(true);
    }),
  );
});
