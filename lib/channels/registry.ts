import type { ChannelConnection } from '../teams/team.ts';
import type { Channel, ChannelSetup } from './channel.ts';
import type { ChannelDeps, ChannelSetupDeps } from './deps.ts';

export type { ChannelDeps, ChannelSetupDeps } from './deps.ts';

/** How to reach a workspace: `workspace` is its name or id. */
export type ChannelAccess = Pick<
  ChannelConnection,
  'product' | 'id' | 'url' | 'private' | 'token' | 'workspace'
>;

/** What a product's folder gives. */
interface Product {
  open(connection: ChannelConnection, deps: ChannelDeps): Channel;
  openSetup(access: ChannelAccess, deps: ChannelSetupDeps): ChannelSetup;
}

/** Every product, loaded on first use. A new one is a folder and a line here. */
const products: Readonly<Record<ChannelConnection['product'], () => Promise<Product>>> = {
  mattermost: async () => (await import('./mattermost/index.ts')).mattermost,
};

/** Opens a connected workspace. No call is made before the first method is. */
export async function openChannel(connection: ChannelConnection, deps: ChannelDeps): Promise<Channel> {
  return (await products[connection.product]()).open(connection, deps);
}

/** Opens a workspace to be set up or checked. */
export async function openChannelSetup(access: ChannelAccess, deps: ChannelSetupDeps): Promise<ChannelSetup> {
  return (await products[access.product]()).openSetup(access, deps);
}
