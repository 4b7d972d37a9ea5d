import type { ChannelSettings } from '../../schemas/channels.ts';
import type { ChannelConnection } from '../teams/team.ts';
import type { Channel, ChannelSetup } from './channel.ts';
import type { AddressPlace, ChannelAccess, ChannelDeps, ChannelSetupDeps, ReadSecret } from './deps.ts';

export type { ChannelAccess, ChannelDeps, ChannelSetupDeps } from './deps.ts';

/** What a product's folder gives. Each takes its own settings and connections only; the table below pairs them, which the compiler takes our word for (methods' parameters). */
interface Product {
  accessOf(settings: ChannelSettings, secretOf: ReadSecret): ChannelAccess;
  open(connection: ChannelConnection, deps: ChannelDeps): Channel;
  openSetup(access: ChannelAccess, deps: ChannelSetupDeps): ChannelSetup;
  address(connection: ChannelConnection, place: AddressPlace): string;
}

/** Every product, loaded on first use. A new one is a folder and a line here. */
const products: Readonly<Record<ChannelConnection['product'], () => Promise<Product>>> = {
  mattermost: async () => (await import('./mattermost/index.ts')).mattermost,
  discord: async () => (await import('./discord/index.ts')).discord,
  email: async () => (await import('./email/index.ts')).email,
};

/** Opens a connected workspace. No call is made before the first method is. */
export async function openChannel(connection: ChannelConnection, deps: ChannelDeps): Promise<Channel> {
  return (await products[connection.product]()).open(connection, deps);
}

/** How to reach the workspace that a team's file describes: secrets read, addresses ready to have a path appended. */
export async function channelAccess(settings: ChannelSettings, secretOf: ReadSecret): Promise<ChannelAccess> {
  return (await products[settings.product]()).accessOf(settings, secretOf);
}

/** Opens a workspace to be set up or checked. */
export async function openChannelSetup(access: ChannelAccess, deps: ChannelSetupDeps): Promise<ChannelSetup> {
  return (await products[access.product]()).openSetup(access, deps);
}

/** The address that the far side of a connected workspace calls, to be pasted there; empty where it calls none. */
export async function channelAddress(connection: ChannelConnection, place: AddressPlace): Promise<string> {
  return (await products[connection.product]()).address(connection, place);
}
