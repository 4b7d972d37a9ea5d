import { parseConversation } from '../../domain/conversation.ts';
import { cardName } from '../card-fields.ts';
import type { Showing, ThreadState } from '../channel.ts';
import type { Look } from './look-back.ts';
import { markOf } from './marks.ts';
import { newsDraft } from './news.ts';
import type { Posted } from './posts.ts';
import { codes } from './refusal.ts';
import { type DeliverParts, isClosed, type Standing } from './standing.ts';
import { openThread } from './threads.ts';

/** Says the news; undefined when there is nothing left that they could hang under. */
export async function sayNews(
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
    return !posted.ok && isClosed(posted.code) ? undefined : given(posted, state);
  }
  if (hasThread !== false) {
    const posted = await say(state);
    if (posted.ok) return state;
    if (posted.code !== codes.unknownChannel) return reply();
  }
  const opened = await openThread(parts.client, room, state.message, cardName(showing.face));
  if (opened === 'gone') return undefined;
  return opened === 'open' && (await say(state)).ok ? state : reply();
}

function given(posted: Posted, state: ThreadState): ThreadState {
  if (!posted.ok) throw posted.error;
  return state;
}

/** Where an earlier run has said the news already: in its thread, or in the room when there could be none. */
export async function saidBefore(
  look: Look,
  { speaker }: DeliverParts,
  showing: Showing,
  state: ThreadState,
) {
  const { room } = parseConversation(showing.conversation);
  const { message } = state;
  for (const at of state.thread === room ? [state] : [state, { message, thread: room }]) {
    const { content = '', components = [] } = newsDraft(showing, speaker, at);
    const wanted = components.length > 0 ? { mark: markOf(showing.id, 'news') } : { content };
    if (await look(at.thread, wanted)) return at;
  }
  return undefined;
}
