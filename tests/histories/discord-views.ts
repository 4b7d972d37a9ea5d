import { unescapeMarkdown } from '../../lib/channels/discord/escape.ts';
import { formatConversation } from '../../lib/domain/conversation.ts';
import { en } from '../../lib/texts/en.ts';
import type { SimChannel, SimMessage } from '../sims/discord/model.ts';
import type { World } from '../sims/discord/world.ts';
import type { SeenPost } from './chat-side.ts';
import type { View } from './views.ts';

const states: Readonly<Record<number, View['state']>> = { 12597547: 'deleted', 9080729: 'archived' };

/** The bot's own posts that everyone in their channel can see, or could until they were deleted. What answers an interaction is none; what opens a thread neither. */
export function postsOf(world: World): readonly SimMessage[] {
  return [...world.messages.values()].filter(
    ({ author, nonce }) => author === world.application.bot && nonce !== undefined,
  );
}

/** Whether a room or thread is deleted: a thread goes with its room. */
export function isGone({ channels }: World, id: string): boolean {
  const channel = channels.get(id);
  return !channel || channel.deleted || channels.get(channel.parent)?.deleted === true;
}

/** Whether moderators have closed a thread. */
export function isLocked({ channels }: World, thread: string): boolean {
  return channels.get(thread)?.thread?.locked === true;
}

/** What a post is for. Its nonce is as good a mark as the one that its components carry, and a deleted card has no components. */
export function seenPost(world: World, message: SimMessage): SeenPost {
  const { id, channel: place, content, reference } = message;
  const channel = world.channel(place);
  const where = placeOf(world, channel);
  const part =
    embedOf(message)?.color === undefined ? (saysNews(world, message) ? 'news' : 'answer') : 'card';
  const about = {
    ...{ id, part, mark: String(message.nonce), room: where.name, text: unescapeMarkdown(content) },
    conversation: formatConversation({ channel: 'discord', connection: 'talk', ...where }),
    // News answer their card's message where there is no thread; a living message in a room begins one.
    thread: channel.thread ? place : reference || id,
  };
  if (part !== 'card') return about;
  return {
    ...about,
    link: embedOf(message)?.url,
    view: viewOf(message),
    last: embedOf(message)?.description ?? '',
  };
}

/** Where something stands. A thread that hangs under a post of the bot's own is the card's, not the conversation's. */
function placeOf(world: World, channel: SimChannel) {
  const room = channel.thread ? channel.parent : channel.id;
  const isOwn = world.messages.get(channel.id)?.author === world.application.bot;
  const name = channel.type === 1 ? 'direct' : world.channel(room).name;
  return { room, name, thread: channel.thread && !isOwn ? channel.id : '' };
}

function saysNews(world: World, { channel, reference }: SimMessage): boolean {
  return reference !== '' || world.messages.get(channel)?.author === world.application.bot;
}

/** A living message as it stands in the chat now. */
function viewOf(message: SimMessage): View {
  const embed = embedOf(message);
  const state = states[embed?.color ?? 0] ?? 'open';
  if (state === 'deleted') return { state };
  const field = (title: string) =>
    unescapeMarkdown(embed?.fields?.find(({ name }) => name === title)?.value ?? '');
  return {
    state,
    title: unescapeMarkdown(embed?.title ?? ''),
    column: field(en['field-column']),
    people: field(en['field-people']),
    labels: field(en['field-labels']),
  };
}

interface Embed {
  readonly title?: string;
  readonly url?: string;
  readonly color?: number;
  readonly description?: string;
  readonly fields?: readonly { readonly name: string; readonly value: string }[];
}

function embedOf({ embeds }: SimMessage): Embed | undefined {
  return embeds[0];
}
