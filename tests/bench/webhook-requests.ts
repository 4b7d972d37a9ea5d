import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { House } from '../flows/house.ts';
import type { TaigaHouse } from '../flows/taiga-house.ts';

/** Wekan's webhook of a comment on a card that nobody has; another one for each number. */
export function wekanRequests({ webhook }: House): (count: number) => Promise<Response> {
  return (count) =>
    fetch(webhook.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wekan-token': webhook.token },
      body: JSON.stringify({
        ...{ text: '', user: 'Ann', description: 'act-a-receivedAt' },
        cardId: `none-${count}`,
      }),
    });
}

/** The recorded Taiga webhook with the most bytes, raised at another moment for each number and signed as the house wants it. */
export function taigaRequests({ webhook }: TaigaHouse): {
  readonly bytes: number;
  send(count: number): Promise<Response>;
} {
  const raw = largestCapture();
  const { date } = JSON.parse(raw) as { date: string };
  return {
    bytes: Buffer.byteLength(raw),
    send: (count) => {
      const body = raw.replaceAll(date, new Date(Date.parse(date) + count).toISOString());
      const signature = createHmac('sha1', webhook.key).update(body).digest('hex');
      return fetch(webhook.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-taiga-webhook-signature': signature },
        body,
      });
    },
  };
}

function largestCapture(): string {
  const folder = new URL('../../events/taiga/', import.meta.url);
  const raws = readdirSync(folder).map(
    (file) => (JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { raw: string }).raw,
  );
  return raws.reduce((one, other) => (Buffer.byteLength(other) > Buffer.byteLength(one) ? other : one), '');
}
