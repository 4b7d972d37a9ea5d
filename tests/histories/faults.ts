import { CardwireError, later } from '../../lib/domain/errors.ts';
import type { HttpResponse } from '../../lib/http/http.ts';

/** Where a run's call goes; `poller` is Lambda's own, which takes a finished message off its queue. */
export type Side = 'board' | 'chat' | 'discord' | 'mail' | 'bucket' | 'table' | 'queue' | 'poller';

/** What can become of one outgoing call. `done` means that the far side did it, whatever we heard. */
export type Fault =
  | 'none'
  | 'kill-before'
  | 'kill-done'
  | 'timeout'
  | 'timeout-done'
  | 'reset-done'
  | 'refused'
  | 'status-500'
  | 'status-500-done'
  | 'status-429'
  | 'limited'
  | 'limited-everywhere'
  | 'unknown-webhook'
  | 'dead-token'
  | 'html'
  | 'ses-lost'
  | 'ses-lost-done'
  | 'ses-busy'
  | 'ses-rate'
  | 'ses-address'
  | 'ses-sandbox'
  | 'ses-quota'
  | 'ses-paused'
  | 'error'
  | 'error-done'
  | 'twice';

const kills = ['kill-before', 'kill-done'] as const;
const http = [
  'timeout',
  'timeout-done',
  'reset-done',
  'refused',
  'status-500',
  'status-429',
  'html',
] as const;
/** `twice`: the client heard nothing and sent the same request again, as the AWS SDK does by itself. */
const aws = ['error', 'error-done', 'twice'] as const;

/** Everything that can go wrong with a call, by where it goes. */
const faultsOf: Readonly<Record<Side, readonly Fault[]>> = {
  board: [...kills, ...http, 'status-500-done'],
  chat: [...kills, ...http],
  discord: [
    ...kills,
    ...http,
    'status-500-done',
    'limited',
    'limited-everywhere',
    'unknown-webhook',
    'dead-token',
  ],
  mail: [...kills, 'ses-lost', 'ses-lost-done', 'ses-busy', 'ses-rate', 'ses-quota', 'ses-paused'],
  bucket: [...kills, 'error'],
  table: [...kills, ...aws],
  queue: [...kills, ...aws],
  poller: ['kill-before'],
};

/** What can go wrong with this very call: only one with an interaction's token can be told that the token is worth nothing (discord.md A1.5). */
export function faultsAt({ side, label }: { readonly side: Side; readonly label: string }): readonly Fault[] {
  const all = faultsOf[side];
  return label.includes('/webhooks/') ? all : all.filter((fault) => !ofTokens.has(fault));
}

const ofTokens: ReadonlySet<Fault> = new Set(['unknown-webhook', 'dead-token']);

/** How long a caller waits for a call with this fault. Milliseconds. */
export function costOf(fault: Fault): number {
  return /^(timeout|ses-lost)/.test(fault) ? 8_000 : 5;
}

/** What the caller gets: an answer, an error, or nothing ever again. */
export type Played<T> = { readonly value: T } | { readonly error: unknown } | 'killed';

/** Does the work of a call as far as the fault lets it, and says what the caller hears. */
export async function play<T>(fault: Fault, work: () => T | Promise<T>): Promise<Played<T>> {
  if (fault === 'kill-before') return 'killed';
  if (doesWork(fault)) {
    const done = await outcome(work);
    if (fault === 'kill-done') return 'killed';
    if (fault === 'none') return done;
    if (fault === 'twice') return outcome(work);
    // Only what succeeded can have been done unheard; a refusal is heard.
    if (done === 'killed' || 'error' in done) return done;
  }
  return instead(fault) as Played<T>;
}

function doesWork(fault: Fault): boolean {
  return fault === 'none' || fault === 'twice' || fault.endsWith('-done');
}

async function outcome<T>(work: () => T | Promise<T>): Promise<Played<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    return { error };
  }
}

function instead(fault: Fault): Played<HttpResponse> {
  switch (fault) {
    case 'timeout':
    case 'timeout-done':
      return { error: new CardwireError('http-timeout', later) };
    case 'refused':
    case 'reset-done':
      return { error: new CardwireError('http-unreachable', later) };
    case 'status-500':
    case 'status-500-done':
      return { value: page(500) };
    case 'status-429':
      return { value: page(429, { 'retry-after': '30' }) };
    case 'html':
      return { value: page(200) };
    case 'limited':
    case 'limited-everywhere':
      return { value: limited(fault === 'limited-everywhere') };
    case 'unknown-webhook':
      return { value: said(404, { message: 'Unknown Webhook', code: 10_015 }) };
    case 'dead-token':
      return { value: said(401, { message: 'Invalid Webhook Token', code: 50_027 }) };
    case 'ses-lost':
    case 'ses-lost-done':
      return { error: new Error('socket hang up') };
    case 'ses-busy':
      return { error: sesError(500, 'InternalFailure', 'Internal failure') };
    case 'ses-quota':
      return { error: sesError(400, 'Throttling', 'Daily message quota exceeded.') };
    case 'ses-paused':
      return {
        error: sesError(400, 'AccountSendingPausedException', 'Sending paused for this account.'),
      };
    case 'ses-rate':
      return { error: sesError(400, 'Throttling', 'Maximum sending rate exceeded.') };
    case 'ses-address':
      return { error: sesError(400, 'InvalidParameterValue', 'Invalid domain name.') };
    case 'ses-sandbox':
      return { error: sesError(400, 'MessageRejected', 'Email address is not verified.') };
    default:
      return { error: Object.assign(new Error('the service is busy'), { name: 'InternalServerError' }) };
  }
}

/** Contract discord.md A2.3: the exact wait is in the body. */
function limited(global: boolean): HttpResponse {
  const body = { message: 'You are being rate limited.', retry_after: 1.337, global };
  return said(429, body, { 'retry-after': '2', 'x-ratelimit-scope': global ? 'global' : 'user' });
}

function said(status: number, json: object, headers: Readonly<Record<string, string>> = {}): HttpResponse {
  const contentType = 'application/json';
  return {
    status,
    headers: { ...headers, 'content-type': contentType },
    contentType,
    text: JSON.stringify(json),
    json,
  };
}

/** As the SDK throws what SES answers. */
export function sesError(status: number, name: string, message: string): Error {
  return Object.assign(new Error(message), { name, $metadata: { httpStatusCode: status } });
}

/** A page of a proxy. */
export function page(status: number, headers: Readonly<Record<string, string>> = {}): HttpResponse {
  const text = '<!DOCTYPE html><html><body>Sorry</body></html>';
  const contentType = 'text/html; charset=utf-8';
  return { status, headers: { ...headers, 'content-type': contentType }, contentType, text, json: undefined };
}
