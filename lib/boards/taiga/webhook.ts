import { createHmac } from 'node:crypto';
import { type Address, webhookSecret } from '../../domain/address.ts';
import { readJson } from '../../domain/body.ts';
import { accepted, type DoorRequest, type Judge, originOf } from '../../domain/door.ts';
import { fitsAny, type Keys } from '../../domain/keys.ts';
import { eventsOf } from '../webhook-news.ts';
import { isTest, parseWebhook } from './parse-webhook.ts';

/**
 * Judges a request at Taiga's door whose sealed address has been verified. Without a good signature over the raw bytes it is a 401. Taiga
 * sends nothing twice and looks at no status (A1.6), so a 400 is only for whoever reads the log there.
 */
export const judgeWebhook: Judge = (request, context) => {
  if (!isSigned(request, context.address, context.keys)) return { refuse: 401 };
  const body = readJson(request);
  const news = parseWebhook(body);
  if (!news) return { refuse: 400 };
  if (isTest(body)) {
    const test = { ...originOf(context), kind: 'test', id: `request:${request.id}` } as const;
    return { events: [test], answer: accepted };
  }
  return { events: eventsOf(news, request, context), answer: accepted };
};

/** A1.2: the lower-case hex HMAC-SHA1 of the raw bytes; the key is used as the text it is. Compared in constant time. */
function isSigned({ headers, body }: DoorRequest, address: Address, keys: Keys): boolean {
  const presented = headers['x-taiga-webhook-signature'] ?? '';
  return fitsAny(keys, presented, (key) =>
    createHmac('sha1', webhookSecret(address, key)).update(body).digest('hex'),
  );
}
