import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { localCredentials, localRegion } from '../../lib/local/credentials.ts';
import { createLocalSes, type SentMail, serveSes } from '../../lib/local/mail/ses.ts';
import { type OpenServer, openServer } from '../sims/open-server.ts';

const sent: SentMail[] = [];
const at = Date.UTC(2027, 0, 2, 3, 4, 5);
let server: OpenServer;
let client: SESClient;
beforeAll(async () => {
  const answer = createLocalSes({ keep: (mail) => void sent.push(mail), now: () => at });
  server = await openServer((request, response) => serveSes(request, response, answer), 0);
  client = new SESClient({ endpoint: server.url, region: localRegion, credentials: localCredentials });
});
afterAll(async () => {
  client.destroy();
  await server.stop();
});

test('takes a mail from the SDK and gives it its own id and date', async () => {
  const raw = [
    'From: ops@in.example.org',
    'Message-ID: <ours@in.example.org>',
    'Date: Fri, 01 Jan 2021 00:00:00 +0000',
    'References: <a@example.org>',
    ' <ours@in.example.org>',
    'Subject: Pump',
    '',
    'Message-ID: <in the body>',
    '',
  ].join('\r\n');
  const { MessageId = '' } = await client.send(
    new SendRawEmailCommand({
      Source: 'ops@in.example.org',
      Destinations: ['eva@example.org'],
      RawMessage: { Data: Buffer.from(raw) },
      ConfigurationSetName: 'cardwire-test',
      Tags: [{ Name: 'team', Value: 'ops' }],
    }),
  );
  expect(MessageId).toMatch(/^[0-9a-f-]{60,80}$/);
  expect(sent).toMatchObject([
    {
      ...{ id: MessageId, at, source: 'ops@in.example.org', to: ['eva@example.org'] },
      ...{ configurationSet: 'cardwire-test', tags: { team: 'ops' } },
    },
  ]);
  expect(sent[0]?.raw.toString()).toBe(
    [
      `Message-ID: <${MessageId}@${localRegion}.amazonses.com>`,
      'Date: Sat, 02 Jan 2027 03:04:05 +0000',
      'From: ops@in.example.org',
      'References: <a@example.org>',
      ' <ours@in.example.org>',
      'Subject: Pump',
      '',
      'Message-ID: <in the body>',
      '',
    ].join('\r\n'),
  );
});

test('refuses, in a way that the SDK understands, what is no mail', async () => {
  const nobody = new SendRawEmailCommand({ RawMessage: { Data: Buffer.from('x') } });
  await expect(client.send(nobody)).rejects.toMatchObject({ name: 'InvalidAction' });
});
