import { parseConversation } from '../../domain/conversation.ts';
import { CardwireError, later } from '../../domain/errors.ts';
import type { Showing, ThreadState } from '../channel.ts';
import { cardPost } from './card-post.ts';
import type { Look } from './look-back.ts';
import { markOf, nonceOf } from './marks.ts';
import { codes } from './refusal.ts';
import { saidBefore, sayNews } from './say-news.ts';
import { type DeliverParts, isClosed, placeOf, type Standing, stateIn } from './standing.ts';
import { isPrivate, wakeThread } from './threads.ts';

/**
 * Shows a card in one conversation: its living message posted or edited, the news as one message in its thread. After a run that died,
 * what it posted is looked for first. A living message that people have deleted is posted anew.
 */
export async function deliver(
  parts: DeliverParts,
  showing: Showing,
  state: ThreadState | undefined,
): Promise<ThreadState> {
  const look = showing.lookSince && parts.posts.lookBack(showing.lookSince);
  const standing = await living(parts, showing, look ? await postedBefore(look, showing, state) : state);
  if (showing.news.length === 0) return standing.state;
  const said = look && (await saidBefore(look, parts, showing, standing.state));
  if (said) return said;
  const told = await sayNews(parts, showing, standing);
  if (told) return told;
  // The living message is gone, or the thread of the conversation: the card goes on with a message of its own.
  const anew = await sayNews(parts, showing, await postCard(parts, showing, true));
  if (!anew) throw new CardwireError('discord-thread-moved', later);
  return anew;
}

/** What an earlier run posted anew is newer than what was known before. */
async function postedBefore(look: Look, { id, conversation }: Showing, state: ThreadState | undefined) {
  const { room, thread } = parseConversation(conversation);
  for (const place of thread === '' ? [room] : [thread, room]) {
    const message = await look(place, { mark: markOf(id, 'card') });
    if (message === undefined) continue;
    return message === state?.message ? state : stateIn(place, room, message);
  }
  return state;
}

async function living(
  parts: DeliverParts,
  showing: Showing,
  state: ThreadState | undefined,
): Promise<Standing> {
  if (!state) return postCard(parts, showing, false);
  if (!showing.edit) return { state };
  const { posts, client, speaker, log } = parts;
  const place = placeOf(state, parseConversation(showing.conversation).room);
  const edit = () => posts.edit(place, state.message, cardPost(showing, speaker));
  let edited = await edit();
  // Nothing in a thread that sleeps can be edited (50083).
  if (edited.outcome === 'archived' && (await wakeThread(client, place))) edited = await edit();
  if (edited.outcome === 'gone') return postCard(parts, showing, true);
  if (edited.outcome === 'edited') return { state, hasThread: edited.hasThread };
  log.warn('edit-not-allowed', { product: 'discord' });
  return { state };
}

/**
 * Posts the living message, in the conversation's thread while that can be written in, else in the room itself. A thread may have been
 * private, and what was shown in it is not for the whole room: where that is so, or can no more be known, this is refused for good.
 * @param stood whether the card has been shown before.
 */
async function postCard(parts: DeliverParts, showing: Showing, stood: boolean): Promise<Standing> {
  const { client, posts, speaker } = parts;
  const { room, thread } = parseConversation(showing.conversation);
  const draft = { ...cardPost(showing, speaker), nonce: nonceOf(showing.id, 'card') };
  if (thread !== '') {
    const posted = await posts.create(thread, draft);
    if (posted.ok) return { state: stateIn(thread, room, posted.id) };
    const isDeleted = posted.code === codes.unknownChannel;
    if (!isClosed(posted.code) || (isDeleted ? stood : await isPrivate(client, thread))) throw posted.error;
  }
  const posted = await posts.create(room, draft);
  if (!posted.ok) throw posted.error;
  return { state: stateIn(room, room, posted.id), hasThread: false };
}
