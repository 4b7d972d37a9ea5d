import { parseConversation } from '../../domain/conversation.ts';
import { CardwireError, later } from '../../domain/errors.ts';
import type { Log } from '../../domain/log.ts';
import type { Showing, ThreadState } from '../channel.ts';
import type { Speaker } from '../speaker.ts';
import { cardPost, nameOf } from './card-post.ts';
import type { Client } from './client.ts';
import type { Look } from './look-back.ts';
import { markOf, nonceOf } from './marks.ts';
import { newsDraft } from './news.ts';
import type { Posted, Posts } from './posts.ts';
import { codes } from './refusal.ts';
import { openThread, wakeThread } from './threads.ts';

/** What showing works with. */
export interface DeliverParts {
  readonly client: Client;
  readonly posts: Posts;
  readonly speaker: Speaker;
  readonly log: Log;
}

/**
 * Where a card's messages stand. `state.thread` is where its news are said: the message's own id, which is its thread's (opened on first
 * need); the thread of the conversation that the message stands in; or the room itself, where there can be no thread.
 */
interface Standing {
  readonly state: ThreadState;
  /** Whether the message has a thread under it, where that is known. */
  readonly hasThread?: boolean;
}

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
  const anew = await sayNews(parts, showing, await postCard(parts, showing));
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
  if (!state) return postCard(parts, showing);
  if (!showing.edit) return { state };
  const { posts, client, speaker, log } = parts;
  const place = placeOf(state, parseConversation(showing.conversation).room);
  const edit = () => posts.edit(place, state.message, cardPost(showing, speaker));
  let edited = await edit();
  // Nothing in a thread that sleeps can be edited (50083).
  if (edited.outcome === 'archived' && (await wakeThread(client, place))) edited = await edit();
  if (edited.outcome === 'gone') return postCard(parts, showing);
  if (edited.outcome === 'edited') return { state, hasThread: edited.hasThread };
  log.warn('edit-not-allowed', { product: 'discord' });
  return { state };
}

/** Posts the living message, in the conversation's thread while that can be written in, else in the room itself. */
async function postCard({ posts, speaker }: DeliverParts, showing: Showing): Promise<Standing> {
  const { room, thread } = parseConversation(showing.conversation);
  const draft = { ...cardPost(showing, speaker), nonce: nonceOf(showing.id, 'card') };
  if (thread !== '') {
    const posted = await posts.create(thread, draft);
    if (posted.ok) return { state: stateIn(thread, room, posted.id) };
    if (!closed.has(posted.code)) throw posted.error;
  }
  const posted = await posts.create(room, draft);
  if (!posted.ok) throw posted.error;
  return { state: stateIn(room, room, posted.id), hasThread: false };
}

/** A thread that is deleted, or that moderators have closed. */
const closed = new Set<number>([codes.unknownChannel, codes.archived, codes.locked]);

/** Says the news; undefined when there is nothing left that they could hang under. */
async function sayNews(
  parts: DeliverParts,
  showing: Showing,
  { state, hasThread }: Standing,
): Promise<ThreadState | undefined> {
  const { room } = parseConversation(showing.conversation);
  const say = (at: ThreadState) => parts.posts.create(at.thread, newsDraft(showing, parts.speaker, at));
  // Where there can be no thread the news answer the message, from then on.
  const reply = async () => {
    const inRoom = { message: state.message, thread: room };
    return given(await say(inRoom), inRoom);
  };
  if (state.thread === room) return reply();
  if (state.thread !== state.message) {
    const posted = await say(state);
    return !posted.ok && closed.has(posted.code) ? undefined : given(posted, state);
  }
  if (hasThread !== false) {
    const posted = await say(state);
    if (posted.ok) return state;
    if (posted.code !== codes.unknownChannel) return reply();
  }
  const opened = await openThread(parts.client, room, state.message, nameOf(showing.face));
  if (opened === 'gone') return undefined;
  return opened === 'open' && (await say(state)).ok ? state : reply();
}

function given(posted: Posted, state: ThreadState): ThreadState {
  if (!posted.ok) throw posted.error;
  return state;
}

/** Where an earlier run has said the news already: in its thread, or in the room when there could be none. */
async function saidBefore(look: Look, { speaker }: DeliverParts, showing: Showing, state: ThreadState) {
  const { room } = parseConversation(showing.conversation);
  const { message } = state;
  for (const at of state.thread === room ? [state] : [state, { message, thread: room }]) {
    const { content = '', components = [] } = newsDraft(showing, speaker, at);
    const wanted = components.length > 0 ? { mark: markOf(showing.id, 'news') } : { content };
    if (await look(at.thread, wanted)) return at;
  }
  return undefined;
}

/** A message in the room may get a thread of its own; one in a thread stands where its news are said. */
function stateIn(place: string, room: string, message: string): ThreadState {
  return { message, thread: place === room ? message : place };
}

/** The channel or thread that the living message stands in. */
function placeOf({ message, thread }: ThreadState, room: string): string {
  return thread === message ? room : thread;
}
