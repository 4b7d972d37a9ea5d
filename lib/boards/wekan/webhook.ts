import type { ChangeEvent } from '../../../schemas/event.ts';
import { type Address, webhookSecret } from '../../domain/address.ts';
import { readJson } from '../../domain/body.ts';
import { accepted, type Judge } from '../../domain/door.ts';
import { fitsAny, type Keys } from '../../domain/keys.ts';
import { eventsOf } from '../webhook-news.ts';
import { parseWebhook } from './parse-webhook.ts';

/**
 * Judges a request at Wekan's door whose sealed address has been verified. Broken JSON is a 400: Wekan ignores the status and sends
 * nothing twice (A1.3), so it is only for whoever reads the log, and a 200 would hide it.
 */
export const judgeWebhook: Judge = (request, context) => {
  const { address, keys, log } = context;
  const { team, connection } = address;
  const token = judgeToken(request.headers['x-wekan-token'], address, keys);
  if (token === 'wrong') return { refuse: 401 };
  if (token === 'missing') log.warn('webhook-without-token', { team, connection });
  const news = parseWebhook(readJson(request));
  if (!news) return { refuse: 400 };
  const events = eventsOf(news, request, context).map(
    (event): ChangeEvent => (token === 'missing' ? { ...event, unsigned: true } : event),
  );
  return { events, answer: accepted };
};

/**
 * Judges the token a request shows, the only authenticity that Wekan has (A0.4). A missing one is told apart from a wrong one: saving the webhook in Wekan's own form wipes it (A1.1),
 * and the sealed address, which the form keeps, has been verified before. Constant time.
 */
function judgeToken(
  presented: string | undefined,
  address: Address,
  keys: Keys,
): 'good' | 'missing' | 'wrong' {
  if (!presented) return 'missing';
  return fitsAny(keys, presented, (key) => webhookSecret(address, key)) ? 'good' : 'wrong';
}
