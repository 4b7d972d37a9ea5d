import { createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { judgeWebhook as judgeTaiga } from '../../lib/boards/taiga/webhook.ts';
import { judgeWebhook as judgeWekan } from '../../lib/boards/wekan/webhook.ts';
import { linkToken, openLinkToken } from '../../lib/channels/email/link-token.ts';
import { openReplyToken, replyToken } from '../../lib/channels/email/reply-token.ts';
import { isOurButton, openForm, sealButton, sealForm } from '../../lib/channels/mattermost/context.ts';
import { openAddress, sealAddress, webhookSecret } from '../../lib/domain/address.ts';
import type { Judge } from '../../lib/domain/door.ts';
import { deriveKey, fingerprints, type KeyPurpose, type Keys, keyPurposes } from '../../lib/domain/keys.ts';
import { openSecret, sealSecret } from '../../lib/teams/secrets.ts';
import { captureLog } from '../flows/capture-log.ts';

/** For each purpose what is handed out or stored under a key, and whether it is still taken under others. */
type Round = (made: Keys) => (known: Keys) => boolean;

const place = { team: 'ops', connection: 'kanban', generation: 1 };
const holder = { team: 'ops', connection: 'chat' };
const button = { room: 'r', thread: '', board: 'main', card: 'c', action: 'done' };
const form = {
  ...{ form: 'comment', board: 'main', room: 'r', thread: '', place: '', direct: false },
  ...{ person: 'p', name: 'n', expires: 1, nonce: 'x' },
};

const address =
  (source: KeyPurpose, more: { caller?: string; proof?: string } = {}): Round =>
  (made) => {
    const { proof, caller } = more;
    const path = sealAddress({ source, ...place, ...(caller && { caller }) }, made, proof);
    return (known) => openAddress(path, known, proof) !== undefined;
  };

/** A board goes on showing, or signing with, what it was told when its webhook was made. */
const webhook =
  (
    source: KeyPurpose,
    judge: Judge,
    headers: (secret: string, body: string) => Record<string, string>,
  ): Round =>
  (made) => {
    const body = '{}';
    const shown = headers(webhookSecret({ source, ...place }, made[0]), body);
    const request = {
      ...{
        method: 'POST',
        path: '/',
        headers: shown,
        query: new URLSearchParams(),
        body: Buffer.from(body),
        id: '1',
      },
    };
    return (keys) => {
      const judged = judge(request, { address: { source, ...place }, keys, now: 1, log: captureLog().log });
      return !('refuse' in judged && judged.refuse === 401);
    };
  };

const all =
  (...rounds: readonly Round[]): Round =>
  (made) => {
    const opens = rounds.map((round) => round(made));
    return (known) => {
      const taken = opens.map((open) => open(known));
      expect(new Set(taken).size).toBe(1);
      return taken[0] === true;
    };
  };

const rounds: Readonly<Record<KeyPurpose, Round>> = {
  'wekan-webhook': all(
    address('wekan-webhook'),
    webhook('wekan-webhook', judgeWekan, (secret) => ({ 'x-wekan-token': secret })),
  ),
  'taiga-webhook': all(
    address('taiga-webhook'),
    webhook('taiga-webhook', judgeTaiga, (secret, body) => ({
      'x-taiga-webhook-signature': createHmac('sha1', secret).update(body).digest('hex'),
    })),
  ),
  'mattermost-command': address('mattermost-command', { proof: 'the token of the command' }),
  'mattermost-action': all(
    address('mattermost-action'),
    (made) => {
      const seal = sealButton(holder, button, made);
      return (known) => isOurButton(holder, button, seal, known);
    },
    (made) => {
      const sealed = sealForm(holder, form, made);
      return (known) => openForm(holder, sealed, known) !== undefined;
    },
  ),
  'discord-interaction': address('discord-interaction', { caller: `1.${'0'.repeat(64)}` }),
  'mail-reply': (made) => {
    const token = replyToken('0123456789abc', made);
    return (known) => openReplyToken(token, known) === '0123456789abc';
  },
  'mail-link': all(address('mail-link'), (made) => {
    const token = linkToken('confirm', 'id', made);
    return (known) => openLinkToken('confirm', token, known) === 'id';
  }),
  'key-fingerprint': (made) => (known) => fingerprints(known).includes(fingerprints(made)[0]),
  'stored-secrets': (made) => {
    const sealed = sealSecret('secret', { team: 'ops', field: 'f' }, made);
    return (known) => {
      try {
        return openSecret(sealed, { team: 'ops', field: 'f' }, known) === 'secret';
      } catch {
        return false;
      }
    };
  },
};

describe.each(keyPurposes)('a new key for %s', (purpose) => {
  const [old, next] = ['the old deployment key', 'the new deployment key'].map((key) =>
    deriveKey(key, purpose),
  );
  if (!old || !next) throw new Error('two keys were derived');

  test('takes what the old one has made, and what it makes itself, while both are good', () => {
    const inFlight = rounds[purpose]([old]);
    expect(inFlight([next, old])).toBe(true);
    expect(rounds[purpose]([next, old])([next, old])).toBe(true);
    // A deployment is not one moment: one that knows the old key first is still at work, and later one with the new alone.
    expect(rounds[purpose]([next, old])([old, next])).toBe(true);
    expect(rounds[purpose]([next, old])([next])).toBe(true);
  });

  test('ends what the old one has made, once that is gone', () => {
    expect(rounds[purpose]([old])([next])).toBe(false);
  });

  test('opens nothing of another purpose', () => {
    for (const other of keyPurposes.filter((each) => each !== purpose))
      expect([other, rounds[purpose]([old])([deriveKey('the old deployment key', other)])]).toEqual([
        other,
        false,
      ]);
  });
});
