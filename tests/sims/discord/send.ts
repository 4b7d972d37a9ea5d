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
  try {
    const signal = AbortSignal.timeout(deadline);
    const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' });
    const text = await response.text();
    world.sent.push({ type, url, body, headers, status: response.status });
    return { status: response.status, contentType: response.headers.get('content-type') ?? '', text };
  } catch {
    world.sent.push({ type, url, body, headers });
    return undefined;
  }
}
