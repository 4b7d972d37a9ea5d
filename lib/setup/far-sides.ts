import { type BoardAccess, openBoardSetup } from '../boards/registry.ts';
import { type ChannelAccess, openChannelSetup } from '../channels/registry.ts';
import { createHttp } from '../http/create-http.ts';
import type { SetupParts } from './parts.ts';

/** Opens boards and workspaces over real HTTP; one on a private network only where its settings allow it. */
export function openFarSides(): Pick<SetupParts, 'openBoard' | 'openChannel'> {
  const open = createHttp({ allowPrivate: false });
  const anywhere = createHttp({ allowPrivate: true });
  const deps = (access: BoardAccess | ChannelAccess) => ({
    http: 'private' in access && access.private ? anywhere : open,
    now: Date.now,
  });
  return {
    openBoard: (access) => openBoardSetup(access, deps(access)),
    openChannel: (access) => openChannelSetup(access, deps(access)),
  };
}
