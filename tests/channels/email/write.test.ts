import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseMail } from '../../../lib/channels/email/read/parse.ts';
import { trimReply } from '../../../lib/channels/email/read/trim/trim-reply.ts';
import { asHtml } from '../../../lib/channels/email/write/as-html.ts';
import { asText } from '../../../lib/channels/email/write/as-text.ts';
import { compose, type Letter } from '../../../lib/channels/email/write/compose.ts';
import { hold, passagesOf, release } from '../../../lib/channels/email/write/marked.ts';
import { createMailSpeaker } from '../../../lib/channels/email/write/speak.ts';
import { subjectOf } from '../../../lib/channels/email/write/subject.ts';
import { say } from '../../../lib/domain/say.ts';
import { faultOf } from '../../sims/ses/check-mail.ts';

const speaker = createMailSpeaker({ language: 'en', timezone: 'UTC' }, Date.now);

const letter: Letter = {
  from: { name: 'support (ops)', address: 'support@in.example.org' },
  to: 'eva@example.net',
  replyTo: 'reply+x@in.example.org',
  subject: 'The pump',
  language: 'en',
  blocks: [{ kind: 'text', text: 'Hello' }],
  automatic: 'auto-generated',
  messageId: 'own@in.example.org',
  inReplyTo: 'first@example.net',
  references: ['first@example.net'],
  loop: 'ops.in.example.org',
};

/** What a mail of this letter would be refused for. */
async function faultIn(raw: Uint8Array): Promise<string | undefined> {
  const { address: source } = letter.from;
  return faultOf({ raw: Buffer.from(raw), source, to: [letter.to], tags: {} });
}

describe('marks', () => {
  const read = (text: string) => passagesOf(text).flatMap(({ lines }) => lines.flat());

  test('what our texts mark is bold, code or a link', () => {
    expect(read('a **b** `c` [d](https://e.example)')).toMatchObject([
      { kind: 'plain', text: 'a ' },
      { kind: 'bold', text: 'b' },
      { kind: 'plain', text: ' ' },
      { kind: 'code', text: 'c' },
      { kind: 'plain', text: ' ' },
      { kind: 'link', text: 'd', url: 'https://e.example' },
    ]);
    expect(read('**[#1 x](https://e.example)** · Doing')[0]).toMatchObject({ kind: 'link', text: '#1 x' });
  });

  test('what people write is shown as it is, whatever it looks like', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('**b**', '`c`', '[d](https://e)', '> q')),
        (text) => {
          const line = text.replaceAll(/[\r\n\uE000-\uE006]/g, '');
          expect(read(hold(line))).toEqual([{ kind: 'plain', text: line }]);
          expect(release(hold(line))).toBe(line);
        },
      ),
    );
  });

  test('a quote stays within its bar, a block keeps its spaces', () => {
    const quote = speaker.escape('one\n> two').replaceAll(/^/gm, '> ');
    expect(asText('##', [{ kind: 'text', text: `x:\n${quote}` }])).toContain('x:\n> one\n> > two');
    const wrote = speaker.say(say('you-wrote', { text: '  a\n```\n<b>' }));
    expect(asHtml('##', [{ kind: 'text', text: wrote }], 'en')).toContain('  a\n```\n&lt;b&gt;</pre>');
  });
});

describe('HTML', () => {
  test('holds nothing that people wrote as anything but text, and fetches nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const blocks = [
          { kind: 'card', title: hold(text), fields: [{ title: 'Column', value: hold(text) }] } as const,
          { kind: 'text', text: `> ${hold(`<img src=x>${text}`)}` } as const,
        ];
        const html = asHtml('##', blocks, 'de');
        expect(
          html.replaceAll(/<\/?(html|head|meta|body|p|div|span|bdi|br|b|code|pre|a)\b[^<>]*>/g, ''),
        ).not.toMatch(/<(?!!doctype)/);
        expect(html).not.toMatch(/<img|<script|src="/i);
      }),
    );
  });

  test('escapes what ends a text or an attribute, and has no control characters', () => {
    expect(asHtml(`<a href="x" title='y'>&\u0000</a>`, [], 'en')).toContain(
      '>&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;&lt;/a&gt;<',
    );
  });
});

describe('MIME', () => {
  test('is taken by SES whatever people have written', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 3000 }),
        fc.string({ unit: 'binary', maxLength: 200 }),
        async (text, other) => {
          const raw = await compose({
            ...letter,
            from: { ...letter.from, name: other },
            subject: text,
            blocks: [{ kind: 'text', text: hold(text) }],
            inReplyTo: other,
            references: [other, text],
          });
          expect(await faultIn(raw)).toBeUndefined();
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a subject with line breaks begins no header', async () => {
    const raw = await compose({
      ...letter,
      subject: 'a\r\nBcc: mia@example.org\r\n\r\nb',
      inReplyTo: 'x>\r\nBcc: y',
    });
    const { subject } = parseMail(raw);
    expect(subject).toBe('a Bcc: mia@example.org b');
    expect(Buffer.from(raw).toString('latin1')).not.toMatch(/^bcc:/im);
    expect(await faultIn(raw)).toBeUndefined();
  });

  test('an answer to it is trimmed at our marker, in both languages', async () => {
    for (const language of ['en', 'de'] as const) {
      const { text = '' } = parseMail(
        await compose({ ...letter, language, blocks: [{ kind: 'text', text: 'Something' }] }),
      );
      const quoted = text.replaceAll(/^/gm, '> ');
      expect(trimReply(`Yes, please.\n\n${quoted}`, {}).kept.trim()).toBe('Yes, please.');
    }
  });
});

describe('subjects', () => {
  const tag = { ref: 'OPS-42', isAnswer: true };

  test.each([
    ['The pump', 'Re: The pump [OPS-42]'],
    ['Re: The pump', 'Re: The pump [OPS-42]'],
    ['AW: Die Pumpe', 'AW: Die Pumpe [OPS-42]'],
    ['Re: The pump [OPS-42]', 'Re: The pump [OPS-42]'],
    ['Rental: a car', 'Re: Rental: a car [OPS-42]'],
  ])('%s', (first, subject) => {
    expect(subjectOf(first, tag)).toBe(subject);
  });

  test('one without end is cut, its card named', () => {
    const subject = subjectOf('😀'.repeat(500), tag);
    expect([...subject].length).toBeLessThan(200);
    expect(subject).toMatch(/… \[OPS-42\]$/);
  });
});
