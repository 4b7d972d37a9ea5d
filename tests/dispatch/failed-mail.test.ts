import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { teamOfMail } from '../../lib/dispatch/mail/failed-mail.ts';

const received = readFileSync('events/ses-received.json', 'utf8');
/** The team of a mail to these addresses; `cards@in.ops.test` is the one that is known. */
const teamOf = (recipients: readonly string[]) => {
  const requestPayload = JSON.parse(received);
  requestPayload.Records[0].ses.receipt.recipients = recipients;
  return found({ requestPayload });
};
const found = (body: unknown) =>
  teamOfMail(async (address) => (address === 'cards@in.ops.test' ? 'ops' : undefined), { body } as never);

describe('the team that a mail was for', () => {
  test('is that of its first address which is known', async () => {
    expect(await teamOf(['who@in.ops.test', 'cards@in.ops.test'])).toBe('ops');
  });

  test('is none where no address is known, or where it was no mail', async () => {
    expect(await teamOf(['who@in.ops.test'])).toBeUndefined();
    expect(await found({ requestPayload: { Records: [] } })).toBeUndefined();
    expect(await found('not even JSON')).toBeUndefined();
  });
});
