import { badlySignedHeaders, signedHeaders } from './application.ts';
import type { World } from './world.ts';

/** What an endpoint answered. */
export interface Reply {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

/** One call of the fake to an endpoint, for counting. */
export interface Sent {
  readonly type: number;
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Absent when no answer came in time. */
  readonly status?: number;
}

export interface SendOptions {
  readonly signature?: 'good' | 'bad' | 'none';
  /** Seconds since 1970, as text; now when absent. */
  readonly timestamp?: string;
  readonly deadline?: number;
}

/** How a body reaches an endpoint; undefined when no answer came in time (milliseconds). */
export type Transport = (
  url: string,
  request: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
  deadline: number,
) => Promise<Reply | undefined>;

/** By HTTP. */
export const overHttp: Transport = async (url, request, deadline) => {
  try {
    const signal = AbortSignal.timeout(deadline);
    const response = await fetch(url, { method: 'POST', ...request, signal, redirect: 'manual' });
    const text = await response.text();
    return { status: response.status, contentType: response.headers.get('content-type') ?? '', text };
  } catch {
    return undefined;
  }
};

/** Sends a body to an endpoint, signed as Discord does. One try: contract A1.2 knows of no second. Undefined when no answer came in time. */
export async function sendOut(
  world: World,
  url: string,
  body: string,
  { signature = 'good', timestamp, deadline = world.deadline }: SendOptions = {},
): Promise<Reply | undefined> {
  const at = timestamp ?? String(Math.floor(world.now() / 1000));
  const signed = {
    good: () => signedHeaders(world.application, body, at),
    bad: () => badlySignedHeaders(body, at),
    none: () => ({}),
  }[signature]();
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Discord-Interactions/1.0 (+https://discord.com)',
    ...signed,
  };
  const type = Number(/"type":(\d)/.exec(body)?.[1]);
  const reply = await world.transport(url, { headers, body }, deadline);
  world.sent.push({ type, url, body, headers, ...(reply && { status: reply.status }) });
  return reply;
}
