import { webhookKey } from '../boards/taiga/webhook.ts';
import { webhookToken } from '../boards/wekan/webhook.ts';
import { type Address, sealAddress } from '../domain/address.ts';
import type { BoardConnection, ChannelConnection } from '../teams/team.ts';
import type { Keyring } from './keyring.ts';

/** What addresses are made of, besides the connection. */
export interface AddressMaker {
  readonly baseUrl: string;
  readonly keys: Keyring;
}

/** Where a board sends its webhooks, and what it proves itself with: the token it shows there, or the key it signs with. */
export interface WebhookAddress {
  readonly url: string;
  readonly token: string;
}

/** What each product's webhooks prove themselves with, derived from the address and its door's key. */
const tokenFor: Readonly<Record<BoardConnection['product'], (address: Address, key: string) => string>> = {
  wekan: webhookToken,
  taiga: webhookKey,
};

type Door<Of extends BoardConnection | ChannelConnection> = Pick<Of, 'id' | 'product' | 'generation'>;

/** The sealed address of a board's webhook door, and the token derived for it. */
export function webhookAddress(
  team: string,
  board: Door<BoardConnection>,
  { baseUrl, keys }: AddressMaker,
): WebhookAddress {
  const source = `${board.product}-webhook` as const;
  const address: Address = { source, team, connection: board.id, generation: board.generation };
  return {
    url: `${baseUrl}${sealAddress(address, keys(source))}`,
    token: tokenFor[board.product](address, keys(source)[0]),
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
