import { type Keys, sign, verify } from './keys.ts';

/** One door of one connection: `/<source>/<team>/<connection>.<generation>[/<caller>]/<seal>`. */
export interface Address {
  readonly source: string;
  readonly team: string;
  readonly connection: string;
  readonly generation: number;
  /** What the far side chose and may be read by anyone, needed to verify it: Discord's application and public key, `id.key`. */
  readonly caller?: string;
}

/**
 * The path of an address, sealed with the first key. `proof` is what the far side must present besides (a Mattermost
 * command's token); empty where the address is all there is.
 */
export function sealAddress(address: Address, keys: Keys, proof = ''): string {
  return `/${unsealed(address)}/${sign(keys[0], unsealed(address), proof)}`;
}

/**
 * Opens a sealed path.
 * @returns the address, or undefined for anything that we have not sealed over this very proof.
 */
export function openAddress(path: string, keys: Keys, proof = ''): Address | undefined {
  const match =
    /^\/([a-z-]+)\/([a-z0-9-]+)\/([a-z0-9-]+)\.(\d{1,9})(?:\/([a-z0-9.]{1,120}))?\/([\w-]{43})$/.exec(path);
  if (!match) return undefined;
  const [, source = '', team = '', connection = '', generation = '', caller, seal = ''] = match;
  const address = {
    ...{ source, team, connection, generation: Number(generation) },
    ...(caller === undefined ? {} : { caller }),
  };
  return verify(keys, seal, unsealed(address), proof) ? address : undefined;
}

/**
 * What a webhook at this address proves itself with: a board shows it or signs with it. Derived from one of the door's keys and the address,
 * so nothing is stored and nothing is looked up.
 */
export function webhookSecret({ source, team, connection, generation }: Address, key: string): string {
  return sign(key, 'webhook-secret', source, team, connection, String(generation));
}

function unsealed({ source, team, connection, generation, caller }: Address): string {
  const plain = `${source}/${team}/${connection}.${generation}`;
  return caller === undefined ? plain : `${plain}/${caller}`;
}
