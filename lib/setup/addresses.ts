import { type Address, sealAddress, webhookSecret } from '../domain/address.ts';
import type { BoardConnection, ChannelConnection } from '../teams/team.ts';
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

type Door<Of extends BoardConnection | ChannelConnection> = Pick<Of, 'id' | 'product' | 'generation'>;

/** The sealed address of a board's webhook door, and the secret derived for it. */
export function webhookAddress(
  team: string,
  board: Door<BoardConnection>,
  { baseUrl, keys }: AddressMaker,
): WebhookAddress {
  const source = `${board.product}-webhook` as const;
  const address: Address = { source, team, connection: board.id, generation: board.generation };
  return {
    url: `${baseUrl}${sealAddress(address, keys(source))}`,
    secret: webhookSecret(address, keys(source)[0]),
  };
}

/** The sealed address of a command's door, sealed over the token that the chat chose for the command. */
export function commandAddress(
  team: string,
  channel: Door<ChannelConnection>,
  token: string,
  { baseUrl, keys }: AddressMaker,
): string {
  const source = `${channel.product}-command` as const;
  const address: Address = { source, team, connection: channel.id, generation: channel.generation };
  return `${baseUrl}${sealAddress(address, keys(source), token)}`;
}
