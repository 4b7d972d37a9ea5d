import type { DiscordSim } from './sim.ts';

/** Calls the fake as a bot does: for tests of the fake itself. */
export function callerOf(sim: DiscordSim) {
  return async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const isForm = body instanceof FormData;
    const response = await fetch(sim.url + path, {
      method,
      headers: {
        authorization: `Bot ${sim.application.token}`,
        'user-agent': 'DiscordBot (https://cardwire.example.org, 1.0)',
        ...(isForm ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : {} };
  };
}
