import { describe, expect, test } from '@jest/globals';
import { saysForwarded } from '../../../../lib/channels/email/read/trim/forward-subject.ts';
import { splitForward } from '../../../../lib/channels/email/read/trim/split-forward.ts';
import { trimReply } from '../../../../lib/channels/email/read/trim/trim-reply.ts';
import { type ForwardCase, forwards } from './forwards/clients.ts';
import { quoted } from './reply-case.ts';

const original = 'Hello Ann,\n\nthe printer is out of toner.\n\nBob';
const said = 'Can you take this one?';

describe('a forwarded mail', () => {
  test('is known in at least 20 languages', () => {
    expect(new Set(forwards.map(({ language }) => language)).size).toBeGreaterThanOrEqual(20);
  });

  test.each(forwards.map((one) => [`${one.client}, ${one.language}, ${one.subject}`, one] as const))(
    'is divided: %s',
    (_, one) => {
      const found = splitForward(one.subject, written(one, said));
      expect(found?.said).toBe(said);
      expect(found?.original).toEqual({
        from: expect.stringContaining('Bob Example <bob@example.org>'),
        date: expect.stringContaining('2026'),
        subject: 'Printer',
        text: original,
      });
    },
  );

  test('may come without a word', () => {
    for (const one of forwards) expect(splitForward(one.subject, written(one, ''))?.said).toBe('');
  });

  test('keeps the mails that the original quotes', () => {
    const nested = `${original}\n\nOn Mon, Mar 2, 2026 at 9:00 AM Ann <ann@example.org> wrote:\n> What is wrong?`;
    const text = `${said}\n\n---------- Forwarded message ---------\nFrom: Bob <bob@example.org>\nDate: Mon, Mar 2, 2026\n\n${nested}`;
    expect(splitForward('Fwd: Printer', text)?.original.text).toBe(nested);
  });

  test('gives the address once where Outlook writes it twice', () => {
    const text =
      'From: Bob<mailto:bob@example.org> <bob@example.org<mailto:bob@example.org>>\nSent: Monday\nTo: Ann\nSubject: Printer\n\nHello';
    expect(splitForward('FW: Printer', text)?.original.from).toBe('Bob <bob@example.org>');
  });

  test('is trimmed to what its sender says, and the original is there too', () => {
    const text = `${said}\n\n-- \nAnn\n\n---------- Forwarded message ---------\nFrom: Bob <bob@example.org>\nDate: Mon, Mar 2, 2026\nSubject: Printer\n\n${original}`;
    const { kept, cut, forward } = trimReply(text);
    expect(kept).toBe(said);
    expect(forward?.original.text).toBe(original);
    expect(cut).toContain('the printer is out of toner');
  });
});

describe('an answer is not a forwarded mail', () => {
  const answer = `Yes.\n\nFrom: Bob <bob@example.org>\nSent: Monday\nTo: Ann\nSubject: FW: Printer\n\n${original}`;
  test.each([
    'Re: Printer',
    'Re: Fwd: Printer',
    'AW: WG: Drucker',
    'Printer',
    '',
    'I think: yes',
    'Order: 1',
  ])('with the subject %p', (subject) => {
    expect(saysForwarded(subject)).toBe(false);
    expect(splitForward(subject, answer)).toBeUndefined();
  });

  test('when a forwarded mail stands in what it quotes', () => {
    const text = `Yes.\n\nOn Mon, Mar 2, 2026 at 10:14 AM Bob <bob@example.org> wrote:\n\nLook:\n\n---------- Forwarded message ---------\nFrom: Cem <cem@example.org>\nDate: Sun\n\nToner!`;
    expect(splitForward('Re: Printer', text)).toBeUndefined();
  });
});

function written(one: ForwardCase, above: string): string {
  const below = `${one.header}\n\n${original}`;
  return `${above}\n\n${one.quoted ? quoted(below) : below}\n`;
}
