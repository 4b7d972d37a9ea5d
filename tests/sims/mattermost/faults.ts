import type { ServerResponse } from 'node:http';

export interface Fault {
  /** `METHOD /path` that it applies to; every call when absent. */
  readonly on?: RegExp;
  readonly kind:
    | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
    | 'html'
    | 'empty'
    | 'rate-limit'
    /** Never answers, does nothing. */
    | 'hang'
    /** Hangs up without doing anything. */
    | 'reset'
    /** Does what was asked, then never answers. */
    | 'done-then-hang'
    /** Does what was asked, then hangs up. */
    | 'done-then-reset';
  /** How often; once when absent. */
  readonly times?: number;
}

/** What is to go wrong next, each fault used up in order. */
export class Faults {
  private readonly planned: { fault: Fault; left: number }[] = [];

  next(fault: Fault): void {
    this.planned.push({ fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.planned.length = 0;
  }

  take(call: string): Fault['kind'] | undefined {
    const found = this.planned.find(({ fault, left }) => left > 0 && (fault.on?.test(call) ?? true));
    if (!found) return undefined;
    found.left -= 1;
    return found.fault.kind;
  }
}

/** Plays a fault that happens instead of the work. False for one that comes after it. */
export function playInstead(kind: Fault['kind'], response: ServerResponse): boolean {
  if (kind === 'done-then-hang' || kind === 'done-then-reset') return false;
  if (kind === 'reset') response.destroy();
  else if (kind === 'rate-limit') rateLimited(response);
  else if (kind === 'html')
    response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad Gateway</h1>');
  else if (kind === 'empty') response.writeHead(200).end();
  else if (kind !== 'hang')
    response
      .writeHead(kind.status, { 'content-type': 'application/json', ...kind.headers })
      .end('{"id":"fault"}');
  return true;
}

/** Contract 2.3: plain text, and every header twice, because two limiters each add theirs. */
function rateLimited(response: ServerResponse): void {
  response.statusCode = 429;
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.setHeader('Retry-After', ['1', '1']);
  response.setHeader('X-RateLimit-Limit', ['101', '101']);
  response.setHeader('X-RateLimit-Remaining', ['0', '0']);
  response.setHeader('X-RateLimit-Reset', ['1', '1']);
  response.end('limit exceeded\n');
}
