import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import MailComposer from 'nodemailer/lib/mail-composer';
import { localCredentials, localRegion } from '../../lib/local/credentials.ts';
import { openPostOffice, type PostOffice } from '../../lib/local/mail/post-office.ts';

let folder: string;
let office: PostOffice;
let ids: readonly string[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cardwire-'));
  office = await openPostOffice({ folder, port: 0 });
  ids = [await send('First', 'one'), await send('<b>Second</b>', 'see https://cards.example.org/x?a=1&b=2')];
});
afterAll(async () => {
  await office.stop();
  await rm(folder, { recursive: true });
});

async function send(subject: string, text: string): Promise<string> {
  const [from, to] = ['ops@in.example.org', 'eva@example.net'];
  const html = `<p>${text}</p><script>alert(1)</script><img src="https://example.org/spy.png">`;
  const raw = await new MailComposer({ from, to, subject, text, html }).compile().build();
  const client = new SESClient({ endpoint: office.url, region: localRegion, credentials: localCredentials });
  const command = new SendRawEmailCommand({ Source: from, Destinations: [to], RawMessage: { Data: raw } });
  const { MessageId = '' } = await client.send(command);
  client.destroy();
  return MessageId;
}

async function page(path: string): Promise<string> {
  const response = await fetch(`${office.url}${path}`);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  return response.text();
}

test('lists what was sent, the newest first', async () => {
  const list = await page('/');
  expect(list.indexOf('&lt;b&gt;Second&lt;/b&gt;')).toBeGreaterThan(0);
  expect(list.indexOf('First')).toBeGreaterThan(list.indexOf('Second'));
  expect(list).toContain('eva@example.net');
  const envelopes: readonly { id: string }[] = JSON.parse(await page('/mails.json'));
  expect(envelopes.map(({ id }) => id)).toEqual(ids.toReversed());
});

test('shows a mail: its text with its links, its HTML in a frame that runs nothing, its header', async () => {
  const mail = await page(`/mail/${ids[1]}`);
  expect(mail).toContain('<a href="https://cards.example.org/x?a=1&amp;b=2"');
  expect(mail).toContain(
    '<iframe title="HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="',
  );
  expect(mail).not.toContain('<script>');
  expect(mail).toContain(`Message-ID: &lt;${ids[1]}@${localRegion}.amazonses.com&gt;`);
  expect(await page(`/mail/${ids[1]}.eml`)).toContain('Content-Type: multipart/alternative');
});

test('has nothing else', async () => {
  for (const path of ['/mail/nothing', '/mail/../../x.eml', '/x']) {
    const response = await fetch(`${office.url}${path}`);
    expect([path, response.status]).toEqual([path, 404]);
  }
});

test('knows its mails after a start, and moves on when its port is taken', async () => {
  const port = Number(new URL(office.url).port);
  const other = await openPostOffice({ folder, port });
  expect(other.url).not.toBe(office.url);
  expect(JSON.parse(await (await fetch(`${other.url}/mails.json`)).text())).toHaveLength(2);
  await other.stop();
});
