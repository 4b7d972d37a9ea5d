import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach } from '@jest/globals';
import { startTaigaSim, type TaigaSim, type TaigaSimOptions } from './sim.ts';

/** One webhook as it was received. */
interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
  readonly body: ReturnType<typeof JSON.parse>;
}

/** A fake Taiga for the tests of the fake itself, with somebody who listens to its project under the key `kéy`. */
export function listenToTaiga() {
  const got: Received[] = [];
  let started: TaigaSim | undefined;
  let receiver: Server;

  beforeEach(async () => {
    got.length = 0;
    receiver = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const raw = Buffer.concat(chunks).toString();
      got.push({ headers: request.headers, raw, body: JSON.parse(raw) });
      response.end();
    });
    await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
  });
  afterEach(async () => {
    receiver.close();
    await started?.stop();
  });

  function sim(): TaigaSim {
    if (!started) throw new Error('start it first');
    return started;
  }

  /** One REST call; everything it causes is done when it is resolved. A token that has a space in it is a whole header. */
  async function call(
    method: string,
    path: string,
    token = '',
    body?: object,
    more: Record<string, string> = {},
  ) {
    const headers = {
      'Content-Type': 'application/json',
      ...(token === '' ? {} : { Authorization: `${token.includes(' ') ? '' : 'Bearer '}${token}` }),
      ...more,
    };
    const response = await fetch(`${sim().url}/api/v1${path}`, {
      method,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type') === 'application/json';
    await sim().settled();
    return {
      status: response.status,
      json: isJson ? JSON.parse(text) : undefined,
      headers: response.headers,
    };
  }

  const login = (username: string) =>
    call('POST', '/auth', '', { type: 'normal', username, password: `${username}-password` });
  const signIn = async (username = 'cardwire'): Promise<string> => (await login(username)).json.auth_token;

  return {
    got,
    get sim() {
      return sim();
    },
    /** Starts it and gives the bridge's token. */
    async start(options: TaigaSimOptions = {}): Promise<string> {
      started = await startTaigaSim(options);
      const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/x`;
      started.world.webhooks.push({ id: 9001, project: started.project.id, name: 'x', url, key: 'kéy' });
      return signIn();
    },
    call,
    login,
    signIn,
    create: (token: string, more: object = {}) =>
      call('POST', '/userstories', token, { project: sim().project.id, subject: 'Fix pump', ...more }),
    patch: (token: string, id: number, body: object) => call('PATCH', `/userstories/${id}`, token, body),
    column: (name: string) =>
      sim().world.statuses.find((status) => status.name === name && status.project === sim().project.id)?.id,
  };
}
