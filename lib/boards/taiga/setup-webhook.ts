import * as z from 'zod/mini';
import { CardwireError, never } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import type { WebhookOutcome } from '../board.ts';
import { isSameDoor } from '../same-door.ts';
import { isForbidden, isRejected } from './answer.ts';
import type { TaigaClient } from './client.ts';
import { readAs, webhookDoc } from './documents.ts';

/** By this name people know the webhook in the project's settings. */
const name = 'Cardwire';

/**
 * Makes the project's webhook or mends it (A1.1). Taiga tells the key of a webhook to administrators, so a good one is left alone.
 * @throws CardwireError `taiga-webhook-url-refused` for an address that the server does not call.
 */
export async function putWebhook(
  client: TaigaClient,
  project: number,
  url: string,
  key: string,
): Promise<WebhookOutcome> {
  try {
    const all = await readWebhooks(client, project);
    const ours = all.find((each) => each.url === url) ?? all.find((each) => isSameDoor(each.url, url));
    if (!ours) await client.post('/webhooks', { project, name, url, key });
    else if (ours.url === url && ours.key === key) return 'kept';
    else await client.patch(`/webhooks/${ours.id}`, { name, url, key });
    return ours ? 'mended' : 'made';
  } catch (error) {
    if (isForbidden(error)) return 'paste';
    // A1.1: private addresses, unless the server is told to allow them.
    if (isRejected(error, 'url')) {
      throw new CardwireError('taiga-webhook-url-refused', never, say('board-webhook-refused'));
    }
    throw error;
  }
}

/** What a project's admin does in our account's place (A1.1). */
export function webhookByHand(pages: string, url: string, key: string): readonly string[] {
  return [
    `On ${pages}, open the project as one of its admins, then Settings > Integrations > Webhooks > add one:`,
    `  Name        ${name}`,
    `  URL         ${url}`,
    `  Secret key  ${key}`,
    'Save it and press its test button: Taiga shows status 200 when address and key are as they should be.',
  ];
}

async function readWebhooks(client: TaigaClient, project: number) {
  const all: z.infer<typeof webhookDoc>[] = [];
  for await (const rows of client.pages('/webhooks', { project: String(project) })) {
    all.push(...readAs(z.array(webhookDoc), rows, 'webhooks'));
  }
  return all;
}
