import { createHmac } from 'node:crypto';
import { postHook } from '../post-hook.ts';
import type { Hook } from './payload.ts';
import { pythonJson } from './python-json.ts';
import type { SimWebhook, World } from './world.ts';

/** One webhook request as it went out. */
export interface SentHook {
  readonly webhook: number;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The exact text of the body. */
  readonly raw: string;
  readonly hook: Hook;
  /** What the receiver answered; undefined while it has not, 0 when it could not be reached. */
  status?: number;
}

export interface Hooks {
  readonly sent: SentHook[];
  /** Puts a webhook into the outbox, once for each address that listens to the project. */
  raise(project: number, hook: Hook): void;
  /** Sends to one address. */
  send(webhook: SimWebhook, hook: Hook): Promise<SentHook>;
  /** Sends what is in the outbox. Resolved when all of it has been answered. Never throws. */
  flush(): Promise<void>;
  /** Keeps what is raised from now on, until it is released. */
  hold(): void;
  /** A1.6: with Celery there is no order. Sends what was held, the newest first if told so. */
  release(sequence?: 'as raised' | 'reversed'): Promise<void>;
  /** `resend` (A1.6): the stored body to the address as it is now, signed anew, with the same date. */
  repeat(hook: SentHook): Promise<void>;
}

/** The server's outgoing webhooks. */
export function createHooks(world: World): Hooks {
  const sent: SentHook[] = [];
  let outbox: { webhook: SimWebhook; hook: Hook }[] = [];
  let held = false;

  async function send(webhook: SimWebhook, hook: Hook, raw = pythonJson(hook)): Promise<SentHook> {
    const signature = createHmac('sha1', webhook.key).update(raw).digest('hex');
    const headers = {
      'X-TAIGA-WEBHOOK-SIGNATURE': signature,
      'X-Hub-Signature': `sha1=${signature}`,
      'Content-Type': 'application/json',
    };
    const out: SentHook = { webhook: webhook.id, url: webhook.url, headers, raw, hook };
    sent.push(out);
    // A1.6: one attempt; whatever the answer is, nothing is sent again.
    out.status = await post(out).catch(() => 0);
    return out;
  }

  async function flush(): Promise<void> {
    if (held) return;
    const waiting = outbox;
    outbox = [];
    for (const { webhook, hook } of waiting) await send(webhook, hook);
  }

  return {
    sent,
    send: (webhook, hook) => send(webhook, hook),
    flush,
    raise: (project, hook) => {
      // A1.1: no filter; every address of the project gets everything, signed with its own key.
      const copy: Hook = structuredClone(hook);
      for (const webhook of world.webhooks)
        if (webhook.project === project) outbox.push({ webhook, hook: copy });
    },
    hold: () => {
      held = true;
    },
    release: async (sequence = 'as raised') => {
      held = false;
      if (sequence === 'reversed') outbox.reverse();
      await flush();
    },
    repeat: async ({ webhook, hook, raw }) => {
      const now = world.webhooks.find(({ id }) => id === webhook);
      if (now) await send(now, hook, raw);
    },
  };
}

/** A1.2: no id, no time. */
function post({ url, headers, raw }: SentHook): Promise<number> {
  const own = { 'User-Agent': 'python-urllib3/2.8.0', 'Accept-Encoding': 'identity' };
  return postHook({ url, headers: { ...own, ...headers }, body: raw });
}
