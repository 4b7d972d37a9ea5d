import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { teamOfMail } from '../../lib/dispatch/mail/failed-mail.ts';

const received = readFileSync('events/ses-received.json', 'utf8');
/** The team of a mail to these addresses; `cards@in.ops.test` is the one mailbox. */
const teamOf = (recipients: readonly string[]) => {
  const requestPayload = JSON.parse(received);
  requestPayload.Records[0].ses.receipt.recipients = recipients;
  return found({ requestPayload });
};
const found = (body: unknown) =>
  teamOfMail(
    {
      get: async (address) =>
        address === 'cards@in.ops.test'
          ? { team: 'ops', connection: 'post', generation: 1, board: 'main' }
          : undefined,
    },
    { body } as never,
  );

describe('the team that a mail was for', () => {
  test('is that of its first address which is a mailbox, however that is written', async () => {
    expect(await teamOf(['who@in.ops.test', 'Cards@In.Ops.test'])).toBe('ops');
  });

  test('is none where no address is a mailbox, or where it was no mail', async () => {
    expect(await teamOf(['who@in.ops.test'])).toBeUndefined();
    expect(await found({ requestPayload: { Records: [] } })).toBeUndefined();
    expect(await found('not even JSON')).toBeUndefined();
  });
});
