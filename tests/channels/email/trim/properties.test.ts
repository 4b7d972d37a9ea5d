import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { trimReply } from '../../../../lib/channels/email/read/trim/trim-reply.ts';

/** Lines of the kinds that mails are made of, and anything. */
const line = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      '',
      'Yes, Tuesday.',
      'Which room?',
      'Thanks,',
      'Best regards,',
      'Ann',
      'Ann Example',
      'Example Ltd',
      '+44 20 7946 0958',
    ],
    ...[
      '> Which day?',
      '>',
      '>> Hello',
      '> On 2 Mar 2026, at 10:14, Bob <bob@example.org> wrote:',
      '--',
      '-- ',
      '---',
      '________',
    ],
    ...[
      'On Mon, Mar 2, 2026 at 10:14 AM Bob <bob@example.org> wrote:',
      'On Mon, Mar 2, 2026 at 10:14 AM Bob <',
      'bob@example.org> wrote:',
    ],
    ...[
      'From: Bob <bob@example.org>',
      'Sent: Monday',
      'To: Ann',
      'Subject: Printer',
      '-----Original Message-----',
    ],
    ...[
      '---------- Forwarded message ---------',
      'Sent from my iPhone',
      '## Reply above this line ##',
      'Am 02.03.26 um 10:14 schrieb Bernd:',
    ],
    ...[
      'This e-mail is confidential and meant for the recipient only.',
      '- a point',
      'https://example.org',
      '* * *',
      '\u200f\u00a0',
    ],
  ),
  fc.string({ maxLength: 40 }).map((text) => text.replace(/[\r\n\u2028\u2029]/g, ' ')),
);
const mail = fc.array(line, { maxLength: 24 }).map((lines) => lines.join('\n'));
const options = fc.record({
  reply: fc.boolean(),
  subject: fc.constantFrom('', 'Re: x', 'Fwd: x'),
  author: fc.constantFrom('Ann Example', ''),
});

describe('whatever the mail', () => {
  test('every line is kept or cut, in its order, and none is invented', () => {
    fc.assert(
      fc.property(mail, options, (text, given) => {
        const { kept, cut } = trimReply(text, given);
        expect(isMerge(said(text), said(kept), said(cut))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('something remains of what says something', () => {
    fc.assert(
      fc.property(mail, options, (text, given) => {
        if (/[\p{L}\p{N}]/u.test(text)) expect(trimReply(text, given).kept.trim()).not.toBe('');
      }),
      { numRuns: 2000 },
    );
  });

  test('a plain sentence above everything is kept', () => {
    fc.assert(
      fc.property(mail, options, (text, given) => {
        const kept = trimReply(`Please order some paper for room 4.\n\n${text}`, given).kept;
        expect(kept.startsWith('Please order some paper for room 4.')).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('line ends do not matter', () => {
    fc.assert(
      fc.property(mail, options, (text, given) => {
        expect(trimReply(text.replaceAll('\n', '\r\n'), given)).toEqual(trimReply(text, given));
      }),
    );
  });

  test('a mail trimmed once has nothing more to trim', () => {
    fc.assert(
      fc.property(mail, options, (text, given) => {
        const { kept, forward } = trimReply(text, { ...given, reply: false });
        // What stands around a forwarded mail may be one as well.
        fc.pre(forward === undefined);
        expect(trimReply(kept, { ...given, reply: false }).kept).toBe(kept);
      }),
      { numRuns: 2000 },
    );
  });
});

function said(text: string): readonly string[] {
  return text.split('\n').filter((one) => one.trim() !== '');
}

/** Whether the lines of `a` and `b`, each in order, make up those of `whole`: by the number of `a`'s lines used so far. */
function isMerge(whole: readonly string[], a: readonly string[], b: readonly string[]): boolean {
  if (a.length + b.length !== whole.length) return false;
  let reachable = new Set([0]);
  for (const [at, one] of whole.entries()) {
    const next = new Set<number>();
    for (const used of reachable) {
      if (a[used] === one) next.add(used + 1);
      if (b[at - used] === one) next.add(used);
    }
    reachable = next;
  }
  return reachable.has(a.length);
}
