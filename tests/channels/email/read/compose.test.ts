import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { parseMail } from '../../../../lib/channels/email/read/parse.ts';

/** Mails as another library writes them: what goes in comes out. */

const word = fc.stringMatching(/^[\p{L}\p{N}äöüß€日本語😀-]{1,12}$/u);
const words = fc.array(word, { minLength: 1, maxLength: 30 }).map((some) => some.join(' '));
const text = fc.array(words, { minLength: 1, maxLength: 10 }).map((lines) => lines.join('\n'));
const composed = fc.record({
  subject: words,
  name: words,
  text,
  html: fc.option(
    text.map((some) => `<p>${some}</p>`),
    { nil: undefined },
  ),
  encoding: fc.constantFrom('base64', 'quoted-printable'),
  files: fc.array(fc.record({ name: words, bytes: fc.uint8Array({ minLength: 1, maxLength: 5000 }) }), {
    maxLength: 3,
  }),
});

test('a composed mail is read as it was meant', async () => {
  await fc.assert(
    fc.asyncProperty(composed, async ({ subject, name, text, html, encoding, files }) => {
      const raw = await new MailComposer({
        from: { name, address: 'tom@example.org' },
        to: 'ops@in.example.org',
        subject,
        text,
        ...(html !== undefined && { html }),
        textEncoding: encoding === 'base64' ? 'base64' : 'quoted-printable',
        attachments: files.map(({ name, bytes }) => ({
          filename: `${name}.bin`,
          content: Buffer.from(bytes),
        })),
      })
        .compile()
        .build();
      const mail = parseMail(raw);
      expect(mail.subject).toBe(subject);
      expect(mail.from).toEqual([{ address: 'tom@example.org', name: name.slice(0, 200).toWellFormed() }]);
      expect(mail.text?.trimEnd()).toBe(text.trimEnd());
      expect(mail.html?.trimEnd()).toBe(html?.trimEnd());
      expect(mail.attachments.map(({ bytes }) => Buffer.from(bytes))).toEqual(
        files.map(({ bytes }) => Buffer.from(bytes)),
      );
    }),
    { numRuns: 150 },
  );
});
