import { describe, expect, test } from '@jest/globals';
import { splitForward } from '../../../../lib/channels/email/read/trim/split-forward.ts';
import { maxChars, maxLines } from '../../../../lib/channels/email/read/trim/split-lines.ts';
import { trimReply } from '../../../../lib/channels/email/read/trim/trim-reply.ts';

/** Pieces that, repeated, have hung other trimmers for minutes (contract 3.4), and those that ours looks hardest at. */
const pieces: readonly string[] = [
  ...['\n', '-', '>', '_', ' ', '\t', '*', '=', '\u00a0', '\u200f', '"', '<', '@', ':', '\\', '一'],
  ...[
    'On ',
    'On On On ',
    'wrote: ',
    'On Mon 1 ',
    ' On Mon 1',
    '10:14 ',
    'a@b ',
    '1 ',
    '1-',
    '- ',
    '> ',
    '>\n',
    '\n>',
    '--\n',
    '-- \n',
  ],
  ...[
    'From: a\n',
    'From: a@b\n',
    'To: a,\n',
    'From: a\n\n',
    'From:To:Subject:',
    'x\n> y\n',
    'On 1\n',
    'On 1 wrote:\n',
    'wrote:\n',
  ],
  ...[
    'Sent from my iPhone\n',
    'Thanks,\n',
    'Thanks,\nAnn\n',
    'confidential message recipient ',
    '---------- Forwarded message',
    '<a@b> wrote:\n',
  ],
  ...[
    '-----Original Message-----\n',
    '## Reply above this line ##\n',
    'On Mon, Mar 2, 2026 at 10:14 AM <\n',
    '(1-',
    '[x](',
    '![',
    'é',
    'é\u0301',
  ],
];

describe('hostile text', () => {
  test('of any size is cut at the caps, and all of it is still there', () => {
    for (const piece of pieces) {
      const text = `Hello.\n${piece.repeat(Math.ceil(200_000 / piece.length))}`;
      const { kept, cut } = trimReply(text);
      expect(kept.length).toBeLessThanOrEqual(maxChars);
      expect(kept.split('\n').length).toBeLessThanOrEqual(maxLines);
      expect(letters(kept + cut)).toBe(letters(text));
      const { said = '', original } = splitForward('Fwd: x', text) ?? {};
      expect(letters(said + (original?.text ?? ''))).toBeLessThanOrEqual(letters(text));
    }
  });
});

function letters(text: string): number {
  return text.replace(/\s/g, '').length;
}
