import { type Address, sealAddress, webhookSecret } from '../domain/address.ts';
import type { KeyPurpose } from '../domain/keys.ts';
import type { BoardConnection } from '../teams/team.ts';
import type { Keyring } from './keyring.ts';

/** What addresses are made of, besides the connection. */
export interface AddressMaker {
  readonly baseUrl: string;
  readonly keys: Keyring;
}

/** Where a board sends its webhooks, and the secret it proves itself with: it shows it there, or signs with it. */
export interface WebhookAddress {
  readonly url: string;
  readonly secret: string;
}

/** The sealed address of a board's webhook door, and the secret derived for it. */
export function webhookAddress(
  team: string,
  board: Pick<BoardConnection, 'id' | 'product' | 'generation'>,
  { baseUrl, keys }: AddressMaker,
): WebhookAddress {
  const source = `${board.product}-webhook` as const;
  const address: Address = { source, team, connection: board.id, generation: board.generation };
  return {
    url: `${baseUrl}${sealAddress(address, keys(source))}`,
    secret: webhookSecret(address, keys(source)[0]),
  };
}

/** What an address is sealed over besides its path, and what of the far side stands in it. */
export interface Seal {
  readonly proof?: string;
  readonly caller?: string;
}

/** The sealed address of one of a channel's doors. */
export function doorAddress(
  source: KeyPurpose,
  team: string,
  { id, generation }: { readonly id: string; readonly generation: number },
  { baseUrl, keys }: AddressMaker,
  { proof, caller }: Seal = {},
): string {
  const address: Address = {
    ...{ source, team, connection: id, generation },
    ...(caller === undefined ? {} : { caller }),
  };
  return `${baseUrl}${sealAddress(address, keys(source), proof)}`;
}
