import { postHook } from '../post-hook.ts';
import { type Activity, payloadOf } from './payload.ts';
import type { World } from './world.ts';

/** One webhook request as it went out. */
export interface SentHook {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: Readonly<Record<string, unknown>>;
  /** What the receiver answered; undefined while it has not, 0 when it could not be reached. */
  status?: number;
}

export interface Hooks {
  readonly sent: SentHook[];
  /** Sends an activity to every webhook that wants it. Resolved when all have been answered. Never throws. */
  fire(activity: Activity): Promise<void>;
  /** Sends a request that was sent before once more, byte for byte. The real server never does; networks may. */
  repeat(hook: SentHook): Promise<void>;
}

export interface HookSettings {
  readonly old: boolean;
  /** `WEBHOOKS_ATTRIBUTES`, when the operator has set it. */
  readonly attributes?: readonly string[] | undefined;
}

/** The server's outgoing webhooks. */
export function createHooks(world: World, settings: HookSettings): Hooks {
  const sent: SentHook[] = [];
  const send = async (hook: SentHook) => {
    sent.push(hook);
    // A1.3: one attempt, no retry; a failure is logged there and dropped.
    hook.status = await post(hook).catch(() => 0);
  };
  return {
    sent,
    fire: async (activity) => {
      const { board, actor, type } = activity;
      // A1.5: only an active member of the board causes webhooks; a site administrator who is none does not.
      if (!board.members.some(({ userId, isActive }) => userId === actor._id && isActive)) return;
      const payload = payloadOf(world, activity, settings);
      const wanted = world.integrations.filter(
        ({ boardId, enabled, activities }) =>
          boardId === board._id && enabled && (activities.includes('all') || activities.includes(type)),
      );
      await Promise.all(
        wanted.map(({ url, token }) =>
          send({ url, payload, headers: token ? { 'X-Wekan-Token': token } : {} }),
        ),
      );
    },
    repeat: ({ url, payload, headers }) => send({ url, payload, headers }),
  };
}

/** A1.3: chunked, without length, user agent, signature, time or id. */
function post({ url, headers, payload }: SentHook): Promise<number> {
  const own = { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' };
  return postHook({ url, headers: { ...own, ...headers }, body: JSON.stringify(payload) });
}
