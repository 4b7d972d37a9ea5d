/** What one call from the server to an integration brought back. */
export interface Reply {
  readonly status: number;
  readonly reason: string;
  readonly contentType: string;
  readonly text: string;
}

/** One call of the fake to an integration, for counting. */
export interface Callback {
  readonly method: string;
  readonly url: string;
  /** Absent when no answer came. */
  readonly status?: number;
}

export type CallOut = (
  url: string,
  request: { method: 'GET' | 'POST'; headers: Record<string, string>; body?: string },
) => Promise<Reply | undefined>;

/**
 * How the server calls integrations: one try, 30 s, redirects followed (contract 1.2). Undefined when no answer came.
 */
export function createCallOut(callbacks: Callback[], timeoutMs: number): CallOut {
  return async (url, request) => {
    try {
      const response = await fetch(url, {
        ...request,
        headers: { accept: 'application/json', 'user-agent': 'Mattermost-Bot/1.1', ...request.headers },
        signal: AbortSignal.timeout(timeoutMs),
      });
      const text = await response.text();
      callbacks.push({ method: request.method, url, status: response.status });
      return {
        status: response.status,
        reason: response.statusText,
        contentType: response.headers.get('content-type') ?? '',
        text,
      };
    } catch {
      callbacks.push({ method: request.method, url });
      return undefined;
    }
  };
}

/** Parses JSON; undefined when it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
