import type { World } from '../sims/discord/world.ts';
import type { Doing } from './doings.ts';
import type { TeamWorld } from './team-world.ts';

/** What those who look after a chat may do to its rooms and threads, for good but for a thread that sleeps. */
export const moderations = ['delete-room', 'delete-thread', 'lock-thread', 'archive-thread'] as const;

/** Does it, where the team has such a chat. */
export function byModerator({ chats, discord }: TeamWorld, { what, room, card, column }: Doing): void {
  if (what === 'delete-room') {
    chats[room % chats.length]?.deleteRoom(['square', 'team', 'dev', 'dev'][column] ?? '');
    return;
  }
  const { world } = discord ?? {};
  const threads = [...(world?.channels.values() ?? [])].filter(({ thread, deleted }) => thread && !deleted);
  const chosen = threads[threads.length - 1 - (card % Math.max(1, threads.length))];
  if (!world || !chosen?.thread) return;
  if (what === 'delete-thread') deleteThread(world, chosen.id);
  else chosen.thread.archived = true;
  if (what === 'lock-thread') chosen.thread.locked = true;
}

/** With all that was said in it. */
function deleteThread(world: World, id: string): void {
  world.channel(id).deleted = true;
  for (const message of world.messages.values()) if (message.channel === id) message.deleted = true;
}
