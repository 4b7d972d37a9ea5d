import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import * as z from 'zod/mini';
import { judgeSender, verdictsOf } from '../../../../lib/channels/email/read/sender.ts';
import { SES_SETUP_NOTIFICATION, sesMailEvent } from '../../../../schemas/ses-mail.ts';

const events = join(import.meta.dirname, '../../../../events');
const load = (name: string): unknown => JSON.parse(readFileSync(join(events, name), 'utf8'));
const samples = readdirSync(events).filter((name) => /^ses-(?!feedback-)/.test(name));

test('there are samples', () => expect(samples.length).toBeGreaterThan(5));

test.each(samples)('%s is understood', (name) => {
  const event = sesMailEvent.parse(load(name));
  expect(event.Records[0]?.ses.receipt.recipients).toHaveLength(1);
});

const record = (name: string) => {
  const [first] = sesMailEvent.parse(load(name)).Records;
  if (!first) throw new Error('no record');
  return first.ses;
};

test('what SES found is taken word for word', () => {
  expect(verdictsOf(record('ses-received.json').receipt)).toEqual({
    spam: 'PASS',
    virus: 'PASS',
    spf: 'PASS',
    dkim: 'PASS',
    dmarc: 'PASS',
  });
  expect(verdictsOf(record('ses-dmarc-fail.json').receipt)).toMatchObject({
    dmarc: 'FAIL',
    dmarcPolicy: 'reject',
  });
  expect(record('ses-bounce.json').mail.source).toBe('');
  expect(record('ses-setup.json').mail.messageId).toBe(SES_SETUP_NOTIFICATION);
});

test('what SES does not say, or says in words we do not know, proves nothing', () => {
  const said = load('ses-received.json') as { Records: [{ ses: { receipt: Record<string, unknown> } }] };
  const { receipt } = said.Records[0].ses;
  delete receipt.spamVerdict;
  receipt.dmarcVerdict = { status: 'MAYBE' };
  receipt.dkimVerdict = null;
  receipt.dmarcPolicy = 'unheard-of';
  const [first] = sesMailEvent.parse(said).Records;
  const verdicts = first && verdictsOf(first.ses.receipt);
  expect(verdicts).toEqual({
    spam: 'PROCESSING_FAILED',
    virus: 'PASS',
    spf: 'PASS',
    dkim: 'PROCESSING_FAILED',
    dmarc: 'PROCESSING_FAILED',
  });
  const mail = { from: [{ address: 'tom@example.org', name: '' }], fromFields: 1, fields: [] };
  expect(verdicts && judgeSender(mail, verdicts)).toMatchObject({ proof: 'unproven' });
});

test('an id that could leave its place in the bucket is none', () => {
  const said = load('ses-received.json') as { Records: [{ ses: { mail: Record<string, unknown> } }] };
  said.Records[0].ses.mail.messageId = '../other';
  expect(z.safeParse(sesMailEvent, said).success).toBe(false);
});
