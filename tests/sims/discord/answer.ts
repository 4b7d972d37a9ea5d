import type { ServerResponse } from 'node:http';

/** What the fake answers to one call. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly text?: string;
  readonly bytes?: { readonly type: string; readonly content: Uint8Array };
}

export function writeAnswer(response: ServerResponse, answer: Answer): void {
  const { status, headers = {}, json, text, bytes } = answer;
  const type = bytes?.type ?? (json === undefined ? 'text/plain' : 'application/json');
  response.writeHead(status, status === 204 ? headers : { 'content-type': type, ...headers });
  response.end(bytes?.content ?? text ?? (json === undefined ? '' : JSON.stringify(json)));
}
