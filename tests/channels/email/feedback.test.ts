import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFeedback } from '../../../lib/channels/email/feedback-request.ts';
import { createFeedback } from '../../../lib/doors/feedback.ts';
import { event } from '../../../schemas/event.ts';
import { captureLog } from '../../flows/capture-log.ts';

interface Sample {
  readonly Records: readonly { readonly Sns: { readonly Message: string } }[];
}

function sample(name: string): Sample {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../../events', `${name}.json`), 'utf8'));
}

/** A sample with something changed in what SES wrote. */
function changed(name: string, change: (message: { readonly mail?: object }) => object): Sample {
  const message = JSON.parse(sample(name).Records[0]?.Sns.Message ?? '{}');
  return { Records: [{ Sns: { Message: JSON.stringify({ ...message, ...change(message) }) } }] };
}

test.each(['bounce', 'complaint'] as const)('a %s stops mail to its address', (why) => {
  const [told] = readFeedback(sample(`ses-feedback-${why}`), 1);
  expect(told).toMatchObject({
    event: {
      kind: 'bounce',
      team: 'ops',
      connection: 'mail',
      generation: 1,
      address: 'eva@example.net',
      why,
      at: 1,
    },
  });
  if (told && 'event' in told) expect(event.safeParse(told.event).success).toBe(true);
});

test('the same one twice is one event', () => {
  const [one, two] = [1, 2].map((at) => readFeedback(sample('ses-feedback-bounce'), at)[0]);
  expect(one && 'event' in one && one.event.id).toBe(two && 'event' in two && two.event.id);
});

test('an identity’s notification says the same', () => {
  const told = changed('ses-feedback-bounce', () => ({ eventType: undefined, notificationType: 'Bounce' }));
  expect(readFeedback(told, 1)).toMatchObject([{ event: { why: 'bounce' } }]);
});

test('it is the address that we wrote to, whatever came back from where', () => {
  const recipients = [{ emailAddress: 'Forwarded Eva <EVA@elsewhere.example>' }];
  const forwarded = changed('ses-feedback-bounce', () => ({
    bounce: { bounceType: 'Permanent', bouncedRecipients: recipients },
  }));
  expect(readFeedback(forwarded, 1)).toMatchObject([{ event: { address: 'eva@example.net' } }]);
  const unknown = changed('ses-feedback-bounce', ({ mail }) => ({
    mail: { ...mail, destination: [] },
    bounce: { bounceType: 'Permanent', bouncedRecipients: recipients },
  }));
  expect(readFeedback(unknown, 1)).toMatchObject([{ event: { address: 'eva@elsewhere.example' } }]);
});

test.each([
  [
    'bounce-may-pass',
    changed('ses-feedback-bounce', () => ({ bounce: { bounceType: 'Transient', bouncedRecipients: [] } })),
  ],
  ['bounce-may-pass', changed('ses-feedback-bounce', () => ({ bounce: { bounceType: 'Undetermined' } }))],
  [
    'not-spam',
    changed('ses-feedback-complaint', () => ({ complaint: { complaintFeedbackType: 'not-spam' } })),
  ],
  ['delivery', changed('ses-feedback-bounce', () => ({ eventType: 'Delivery' }))],
  ['reject', changed('ses-feedback-bounce', () => ({ eventType: 'Reject' }))],
  ['not-ours', changed('ses-feedback-bounce', ({ mail }) => ({ mail: { ...mail, tags: {} } }))],
  [
    'no-address',
    changed('ses-feedback-bounce', ({ mail }) => ({
      mail: { ...mail, destination: ['nobody'] },
    })),
  ],
  ['unreadable', { Records: [{ Sns: { Message: 'Successfully validated SNS topic' } }] }],
  ['unreadable', {}],
  ['unreadable', undefined],
])('%s is left', (ignored, payload) => {
  expect(readFeedback(payload, 1)).toEqual([{ ignored }]);
});

test('nothing that comes breaks it', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      (value) => void readFeedback({ Records: [{ Sns: { Message: JSON.stringify(value) } }] }, 1),
    ),
  );
  fc.assert(fc.property(fc.jsonValue(), (value) => void readFeedback(value, 1)));
});

test('queues what counts, logs what does not, and lets AWS call again without the queue', async () => {
  const { log, lines } = captureLog();
  const queued: unknown[] = [];
  const parts = { source: 'mail-feedback', read: readFeedback, log };
  const feedback = createFeedback({ ...parts, enqueue: async (events) => void queued.push(...events) });
  await feedback(sample('ses-feedback-bounce'));
  await feedback({});
  expect(queued).toHaveLength(1);
  expect(lines).toHaveLength(1);
  const broken = createFeedback({ ...parts, enqueue: async () => Promise.reject(new Error('no queue')) });
  await expect(broken(sample('ses-feedback-bounce'))).rejects.toThrow('no queue');
  expect(lines.join('\n')).not.toContain('example.net');
});
