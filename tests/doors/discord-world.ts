import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { judgeInteraction } from '../../lib/channels/discord/interaction-request.ts';
import { type Address, sealAddress } from '../../lib/domain/address.ts';
import { deriveKey } from '../../lib/domain/keys.ts';
import { createDoor, type DoorParts } from '../../lib/doors/door.ts';
import { createDoorLog } from '../../lib/doors/log.ts';
import { demoKey } from '../../lib/local/demo-key.ts';
import type { Event } from '../../schemas/event.ts';
import { httpEvent } from './http-event.ts';

/** The application whose requests stand in events/discord: its key pair is made of a seed that everybody knows. */
const privateKey = createPrivateKey({
  // RFC 8410: what stands before the 32 bytes of a private key.
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, 7)]),
  format: 'der',
  type: 'pkcs8',
});
const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });

export const application = '1179000000000000001';
export const publicKey = Buffer.from(x, 'base64url').toString('hex');
export const keys = [deriveKey(demoKey, 'discord-interaction')] as const;
export const address: Address = {
  ...{ source: 'discord-interaction', team: 'demo', connection: 'discord', generation: 1 },
  caller: `${application}.${publicKey}`,
};
export const path = sealAddress(address, keys);

/** The moment at which the samples were signed, in seconds. */
export const signedAt = 1_795_217_040;

const folder = new URL('../../events/discord/', import.meta.url);

export const sampleNames = readdirSync(folder).map((file) => file.replace('.json', ''));

export function sample(name: string): APIGatewayProxyEventV2 {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
}

/** The interaction of a sample, to be bent. */
export function interactionOf(name: string): Record<string, unknown> {
  return JSON.parse(sample(name).body ?? '');
}

/** Headers that Discord would send with these bytes. */
export function signed(body: string | Buffer, at = String(signedAt)): Record<string, string> {
  const signature = sign(null, Buffer.concat([Buffer.from(at), Buffer.from(body)]), privateKey);
  return { 'X-Signature-Ed25519': signature.toString('hex'), 'X-Signature-Timestamp': at };
}

/** The door with a queue that can be looked at; `now` is when the samples were signed. */
export function openDoor(parts: Partial<DoorParts> = {}) {
  const queued: Event[] = [];
  const lines: string[] = [];
  const door = createDoor({
    source: 'discord-interaction',
    keys: keys.join(','),
    judge: judgeInteraction,
    enqueue: async (events) => {
      queued.push(...events);
    },
    now: () => signedAt * 1000 + 1,
    log: createDoorLog((line) => lines.push(line)),
    ...parts,
  });
  const take = async (event: APIGatewayProxyEventV2) => {
    const { statusCode, body = '' } = await door(event);
    return { status: statusCode, json: body === '' ? undefined : JSON.parse(body) };
  };
  return {
    ...{ door, queued, lines, take },
    /** Sends a body as Discord would, or with other headers or to another address. */
    send: (body: string | Buffer | object, headers?: Record<string, string>, to = path) => {
      const raw = typeof body === 'string' || body instanceof Buffer ? body : JSON.stringify(body);
      return take(httpEvent({ path: to, headers: headers ?? signed(raw), body: raw }));
    },
  };
}
