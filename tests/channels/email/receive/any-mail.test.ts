import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { messageBody } from '../../../../lib/queue/message-body.ts';
import { usualMail } from '../read/raw-mail.ts';
import { eventsOf, replyAddress, take } from './take.ts';

const somebody = fc.constantFrom('ops@in.example.org', replyAddress);
/** What SQS takes (serverless.yml), with room for what else stands in a message. */
const MOST = 250_000;

test('any bytes are decided on', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), somebody, async (bytes, recipient) => {
      expect(await take(bytes, [recipient])).toHaveProperty('code');
    }),
  );
});

test('any recipients are decided on', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string(), { minLength: 1 }), async (recipients) => {
      expect(await take(usualMail([], 'x'), recipients)).toEqual({ code: 'no-recipient' });
    }),
  );
});

test('any text fits into the queue, whoever wrote it and whatever it answers', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
      somebody,
      async (text, recipient) => {
        const many = Buffer.from(`${text} `.repeat(Math.ceil(90_000 / (text.length + 1)))).toString('base64');
        const header = ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64'];
        for (const event of await eventsOf(usualMail(header, many), [recipient]))
          expect(Buffer.byteLength(messageBody(event))).toBeLessThan(MOST);
      },
    ),
    { numRuns: 8 },
  );
});

test('a passed on mail, long ids and long names fit as well', async () => {
  const emoji = '😀'.repeat(14_000);
  const text = `${emoji}\r\n\r\n---------- Forwarded message ---------\r\nFrom: ${'B'.repeat(300)} <b@example.com>\r\nSubject: x\r\n\r\n${emoji}`;
  const references = Array.from({ length: 300 }, (_, at) => `<${String(at).padEnd(390, 'x')}@example.org>`);
  const header = [
    'Subject: Fwd: x',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    `References: ${references.join('\r\n ')}`,
    `Cc: ${Array.from({ length: 30 }, (_, at) => `${'c'.repeat(60)}${at}@example.net`).join(', ')}`,
  ];
  const [event] = await eventsOf(usualMail(header, Buffer.from(text).toString('base64')));
  expect(event?.mail?.forward?.text).toContain('😀');
  expect(Buffer.byteLength(messageBody(event ?? {}))).toBeLessThan(MOST);
});
