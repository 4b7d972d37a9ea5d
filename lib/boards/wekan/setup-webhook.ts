import { CardwireError, hasCode, never } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import type { WebhookOutcome } from '../board.ts';
import { isSameDoor } from '../same-door.ts';
import { wanted } from './activities.ts';
import { isForbidden } from './answer.ts';
import { path, type WekanClient } from './client.ts';
import { integrationsAnswer, made, readAs } from './documents.ts';

/** By this title people know the webhook on the board. */
const title = 'Cardwire';

/**
 * Makes the board's webhook or mends it (A1.2). It takes two steps, because the first takes an address alone; a run that died between
 * them is mended by the next. The token is written every time: no answer ever tells whether it is still there.
 */
export async function putWebhook(
  client: WekanClient,
  board: string,
  url: string,
  token: string,
): Promise<WebhookOutcome> {
  const base = path`/api/boards/${board}/integrations`;
  const settings = { url, title, token, activities: wanted, enabled: true };
  try {
    const all = readAs(integrationsAnswer, await client.get(base), 'integrations');
    const ours = all.find((each) => each.url === url) ?? all.find((each) => isSameDoor(each.url ?? '', url));
    if (ours) {
      await client.put(`${base}${path`/${ours._id}`}`, settings);
      return ours.url === url && ours.enabled && sameTypes(ours.activities) ? 'kept' : 'mended';
    }
    const { _id } = readAs(made, await client.post(base, { url }), 'webhook');
    await client.put(`${base}${path`/${_id}`}`, settings);
    return 'made';
  } catch (error) {
    // It takes a board administrator.
    if (isForbidden(error)) return 'paste';
    // A1.4: private targets are refused with a 400, and so is nothing else here.
    if (hasCode(error, 'wekan-rejected')) throw privateTarget();
    throw error;
  }
}

/** What a board's admin does in our account's place (A1.2). */
export function webhookByHand(board: string, url: string, token: string): readonly string[] {
  return [
    `On ${board}, open the board as one of its admins, then Board Settings > Outgoing Webhooks > add one:`,
    `  URL    ${url}`,
    `  Token  ${token}`,
    '  Type   one-way',
  ];
}

function privateTarget(): CardwireError {
  return new CardwireError('wekan-webhook-url-refused', never, say('board-webhook-private'));
}

function sameTypes(activities: readonly string[]): boolean {
  const standing = new Set(activities);
  return standing.size === wanted.length && wanted.every((type) => standing.has(type));
}
