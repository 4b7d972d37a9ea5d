import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

/** A webhook as a server sends it. */
export interface HookRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Posts a webhook as servers do that follow no redirects and ignore what the answer says (wekan.md A1.3, taiga.md A1.6). The real ones have no time
 * limit; one here, so that a test ends.
 * @returns the answer's status.
 * @throws Error when there was none.
 */
export function postHook({ url, headers, body }: HookRequest): Promise<number> {
  return new Promise((done, failed) => {
    const request = url.startsWith('https:') ? httpsRequest : httpRequest;
    const outgoing = request(url, { method: 'POST', headers, agent: false, timeout: 20_000 });
    outgoing.on('response', (response) => {
      response.resume();
      response.on('end', () => done(response.statusCode ?? 0));
      response.on('error', failed);
    });
    outgoing.on('timeout', () => outgoing.destroy(new Error('no answer')));
    outgoing.on('error', failed);
    outgoing.end(Buffer.from(body, 'utf8'));
  });
}
