import type { ChannelConnection } from '../teams/team.ts';
import type { Channel, ChannelSetup } from './channel.ts';
import type { ChannelDeps, ChannelSetupDeps } from './deps.ts';

export type { ChannelDeps, ChannelSetupDeps } from './deps.ts';

/** How to reach a workspace: `workspace` is its name or id. */
export type ChannelAccess = Pick<
  ChannelConnection,
  'product' | 'id' | 'url' | 'private' | 'token' | 'workspace'
>;

/** Every product, loaded on first use. A new one is one line here. */
const products = {
  mattermost: () => import('./mattermost/index.ts'),
} as const;

/** Opens a connected workspace. No call is made before the first method is. */
export async function openChannel(connection: ChannelConnection, deps: ChannelDeps): Promise<Channel> {
  const { createChannel } = await products[connection.product]();
  return createChannel(connection, deps);
}

/** Opens a workspace to be set up or checked. */
export async function openChannelSetup(access: ChannelAccess, deps: ChannelSetupDeps): Promise<ChannelSetup> {
  const { createSetup } = await products[access.product]();
  return createSetup(access, deps);
}
