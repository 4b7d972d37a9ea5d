import type { ChannelType, SimChannel, SimMessage } from './model.ts';
import type { World } from './world.ts';

/** Opens a thread. From a message it has the message's id (contract A2.2). */
export function openThread(
  world: World,
  parent: SimChannel,
  { name, owner, type, minutes = 1440, id }: OpenThread,
): SimChannel {
  const thread = { owner, members: new Set([owner]), archived: false, locked: false, minutes };
  return world.addChannel(name, type, {
    ...{ guild: parent.guild, parent: parent.id },
    thread: { ...thread, active: world.now() },
    ...(id === undefined ? {} : { id }),
  });
}

interface OpenThread {
  readonly name: string;
  readonly owner: string;
  readonly type: ChannelType;
  readonly minutes?: number | undefined;
  readonly id?: string;
}

/** Whether a thread sleeps: put away by hand, or silent for as long as it takes. */
export function isArchived(world: World, { thread }: SimChannel): boolean {
  if (!thread) return false;
  return thread.archived || world.now() - thread.active > thread.minutes * 60_000;
}

/** Something is said in it: contract A2.2, that wakes it. */
export function touch(world: World, { thread }: SimChannel): void {
  if (!thread) return;
  thread.archived = false;
  thread.active = world.now();
}

/** The thread that hangs under a message, if there is one. */
export function threadOf(world: World, message: SimMessage): SimChannel | undefined {
  const channel = world.channels.get(message.id);
  return channel?.deleted ? undefined : channel;
}
