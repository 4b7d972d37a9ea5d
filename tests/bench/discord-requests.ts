import { generateKeyPairSync, sign } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { isSigned } from '../../lib/channels/discord/interaction/signature.ts';
import { type Address, sealAddress } from '../../lib/domain/address.ts';
import { type House, keysFor } from '../flows/house.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const hexKey = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex');
const application = '1179000000000000001';

/** A command in another room for each number, of a team that has no such connection; and suggestions for one who has none yet. */
export function discordRequests({ doorsUrl, now }: House) {
  const address: Address = {
    ...{ source: 'discord-interaction', team: 'ops', connection: 'none', generation: 1 },
    caller: `${application}.${hexKey}`,
  };
  const url = `${doorsUrl}${sealAddress(address, keysFor('discord-interaction'))}`;
  const send = (type: number, focused: object) => (count: number) => {
    const body = interaction(type, count, focused);
    return fetch(url, { method: 'POST', headers: signed(body, now()), body });
  };
  return { command: send(2, {}), suggestions: send(4, { focused: true }) };
}

/** How long it takes to hold one signature against a body of usual size: the median of many, in milliseconds. */
export function measureVerify(rounds: number): number {
  const body = interaction(2, 1, {});
  const headers = Object.fromEntries(
    Object.entries(signed(body, Date.now())).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const request = {
    method: 'POST',
    path: '/',
    headers,
    query: new URLSearchParams(),
    id: '',
    body: Buffer.from(body),
  };
  const times = Array.from({ length: rounds }, () => {
    const began = performance.now();
    if (!isSigned(request, hexKey, Date.now())) throw new Error('a good signature was refused');
    return performance.now() - began;
  });
  return times.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? Number.NaN;
}

/** Signed as of a moment, epoch milliseconds: the house has its own clock. */
function signed(body: string, now: number): Record<string, string> {
  const at = String(Math.floor(now / 1000));
  const signature = sign(null, Buffer.from(at + body), privateKey).toString('hex');
  return { 'X-Signature-Ed25519': signature, 'X-Signature-Timestamp': at };
}

function interaction(type: number, count: number, focused: object): string {
  const option = { name: 'card', type: 3, value: '#42', ...focused };
  const user = { id: '1179000000000000500', username: 'eva', global_name: 'Eva' };
  return JSON.stringify({
    ...{ id: String(1_000_000 + count), application_id: application, type, token: 'x'.repeat(180) },
    ...{ guild_id: '1179000000000000100', locale: 'de', context: 0, app_permissions: '309237763072' },
    channel: { id: String(2_000_000 + count), type: 0, name: 'pumps' },
    member: { user, roles: [], permissions: '0' },
    data: { id: '1', name: 'card', type: 1, options: [{ name: 'show', type: 1, options: [option] }] },
  });
}
