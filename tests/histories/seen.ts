import type { ChatSide, SeenPost } from './chat-side.ts';
import type { House } from './house.ts';
import type { Accepted } from './records.ts';
import type { TeamWorld } from './team-world.ts';

/** What invariants look at: posts, events, hearers, pauses. */

/** The bridge's own posts that people see. */
export function ours({ chats }: TeamWorld, part?: string): readonly SeenPost[] {
  const posts = chats.flatMap((chat) => chat.posts());
  return part === undefined ? posts : posts.filter((post) => post.part === part);
}

/** What doors have accepted for a team. */
export function acceptedBy(house: House, world: TeamWorld): readonly Accepted[] {
  return house.records.accepted.filter(({ event }) => event.team === world.id);
}

/** The conversations that hear of a card now. */
export function hearersOf(house: House, world: TeamWorld, card: string): readonly string[] {
  return [...house.records.followersOf(world.id, card), ...teamRoomsOf(world)];
}

/** The team's own rooms, as far as they always were that. */
export function teamRoomsOf({ chats, dropped }: TeamWorld): readonly string[] {
  return chats.flatMap(({ teamRoom }) => (dropped.has(teamRoom) ? [] : [teamRoom]));
}

/** A pause after which nothing was told: whatever was missed there is put right with the next thing that is. */
export function isAsleep({ table }: House, { id }: TeamWorld, conversation: string): boolean {
  return table.items.get(`TEAM#${id}\nPAUSED#${conversation}`)?.reason !== undefined;
}

/** What is left of a conversation; a mail's is always open, and one whose connection the settings ever left out counts as gone. */
export function fateOf({ chats, dropped }: TeamWorld, conversation: string): ReturnType<ChatSide['fate']> {
  const chat = chats.find(({ connection }) => conversation.split(':')[1] === connection.id);
  if (chat && dropped.has(chat.connection.id)) return 'gone';
  return chat?.fate(conversation) ?? 'open';
}

/** What there is more than one of. */
export function twice(all: readonly string[]): readonly string[] {
  return [...new Set(all.filter((each, index) => all.indexOf(each) !== index))];
}
