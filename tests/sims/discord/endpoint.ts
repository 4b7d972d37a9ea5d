import { createPublicKey, verify } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type OpenServer, openServer } from '../open-server.ts';
import { readAll } from './read-body.ts';

/** An endpoint for tests of the fake itself: verifies as Discord demands, answers PING, and everything else as it is told. */
export interface Endpoint extends OpenServer {
  /** The interactions that came in, verified. */
  readonly got: Record<string, unknown>[];
  /** Answered from now on; status 200 as JSON unless told. Nothing at all for `never`. */
  answer: 'never' | { readonly status?: number; readonly type?: string; readonly json?: unknown };
}

/** Opens one for an application's public key in hex. With `lax` it answers everybody. */
export async function openEndpoint(verifyKey: string, { lax = false } = {}): Promise<Endpoint> {
  const got: Record<string, unknown>[] = [];
  const x = Buffer.from(verifyKey, 'hex').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const isSigned = ({ headers }: IncomingMessage, body: Buffer) => {
    const signed = Buffer.concat([Buffer.from(String(headers['x-signature-timestamp'])), body]);
    return verify(null, signed, key, Buffer.from(String(headers['x-signature-ed25519']), 'hex'));
  };
  const server = await openServer(async (request, response) => {
    const body = await readAll(request);
    if (!lax && !isSigned(request, body)) {
      response.writeHead(401).end();
      return;
    }
    const interaction: Record<string, unknown> = JSON.parse(body.toString());
    const isPing = interaction.type === 1;
    if (!isPing) got.push(interaction);
    const answer = isPing ? { json: { type: 1 } } : endpoint.answer;
    if (answer === 'never') return;
    const { status = 200, type = 'application/json', json } = answer;
    response.writeHead(status, { 'content-type': type }).end(json === undefined ? '' : JSON.stringify(json));
  }, 0);
  const endpoint: Endpoint = { ...server, got, answer: { json: { type: 5, data: { flags: 64 } } } };
  return endpoint;
}
