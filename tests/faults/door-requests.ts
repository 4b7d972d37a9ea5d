import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { judgeWebhook as judgeTaiga } from '../../lib/boards/taiga/webhook.ts';
import { judgeWebhook as judgeWekan } from '../../lib/boards/wekan/webhook.ts';
import { judgeInteraction } from '../../lib/channels/discord/interaction-request.ts';
import { judgeCommand, presentedToken } from '../../lib/channels/mattermost/command-request.ts';
import { type Address, sealAddress, webhookSecret } from '../../lib/domain/address.ts';
import { deriveKey, type Keys } from '../../lib/domain/keys.ts';
import type { DoorParts } from '../../lib/doors/door.ts';
import { address as discordAddress, signed } from '../doors/discord-world.ts';

/** One request as it goes over the wire. */
export interface Request {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A door, and what its far side sends with the keys of one deployment. */
export interface Sender {
  readonly source: 'wekan-webhook' | 'taiga-webhook' | 'mattermost-command' | 'discord-interaction';
  readonly parts: Pick<DoorParts, 'judge' | 'proof'>;
  /** A good request with a text outside ASCII. `at` is epoch milliseconds. */
  good(deployment: string, at: number): Request;
  /** The header that proves it. */
  readonly proof: string;
  /** What is sent is signed byte by byte. */
  readonly signs: boolean;
}

export const keysOf = (deployment: string, source: Sender['source']): Keys => [deriveKey(deployment, source)];

const at = (source: string): Address => ({ source, team: 'ops', connection: 'main', generation: 1 });
const json = { 'Content-Type': 'application/json' };
const token = 'q'.repeat(26);
const sample = (path: string) =>
  JSON.parse(readFileSync(new URL(`../../events/${path}.json`, import.meta.url), 'utf8'));

export const senders: readonly Sender[] = [
  {
    source: 'wekan-webhook',
    parts: { judge: judgeWekan },
    proof: 'X-Wekan-Token',
    signs: false,
    good: (deployment) => {
      const keys = keysOf(deployment, 'wekan-webhook');
      const body = { text: '§ ☃ ü', cardId: 'card1', description: 'act-moveCard', user: 'Änn' };
      return {
        path: sealAddress(at('wekan-webhook'), keys),
        headers: { ...json, 'X-Wekan-Token': webhookSecret(at('wekan-webhook'), keys[0]) },
        body: Buffer.from(JSON.stringify(body)),
      };
    },
  },
  {
    source: 'taiga-webhook',
    parts: { judge: judgeTaiga },
    proof: 'X-TAIGA-WEBHOOK-SIGNATURE',
    signs: true,
    good: (deployment) => {
      const keys = keysOf(deployment, 'taiga-webhook');
      const text = sample('taiga/0010').raw as string;
      const body = Buffer.from(text.replace(/"subject": "[^"]*"/, '"subject": "§ ☃ ü"'));
      const secret = webhookSecret(at('taiga-webhook'), keys[0]);
      const signature = createHmac('sha1', secret).update(body).digest('hex');
      return {
        path: sealAddress(at('taiga-webhook'), keys),
        headers: { ...json, 'X-TAIGA-WEBHOOK-SIGNATURE': signature },
        body,
      };
    },
  },
  {
    source: 'mattermost-command',
    parts: { judge: judgeCommand, proof: presentedToken },
    proof: 'Authorization',
    signs: false,
    good: (deployment) => {
      const form = new URLSearchParams({
        ...{ token, team_id: 'x', channel_id: 'c'.repeat(26), channel_name: 'town', text: '§ ☃ ü' },
        ...{ user_id: 'u'.repeat(26), user_name: 'tom', command: '/card', trigger_id: `t${Math.random()}` },
        response_url: 'https://chat.example.org/hooks/commands/abc',
      });
      return {
        path: sealAddress(at('mattermost-command'), keysOf(deployment, 'mattermost-command'), token),
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded',
          Authorization: `Token ${token}`,
        },
        body: Buffer.from(form.toString()),
      };
    },
  },
  {
    source: 'discord-interaction',
    parts: { judge: judgeInteraction },
    proof: 'X-Signature-Ed25519',
    signs: true,
    good: (deployment, moment) => {
      const body = Buffer.from(sample('discord/command-in-thread').body as string);
      return {
        path: sealAddress(discordAddress, keysOf(deployment, 'discord-interaction')),
        headers: { ...json, ...signed(body, String(Math.floor(moment / 1000))) },
        body,
      };
    },
  },
];
