import { parseConversation } from '../../domain/conversation.ts';
import type { Log } from '../../domain/log.ts';
import type { Showing, ThreadState } from '../channel.ts';
import { tellAll } from '../happening.ts';
import type { Speaker } from '../speaker.ts';
import type { ButtonMaker } from './buttons.ts';
import { cardAttachment } from './card-post.ts';
import { messageLimit } from './message-limit.ts';
import { type Draft, movedAway, type Posted, type Posts } from './posts.ts';

/** What showing works with. */
export interface DeliverParts {
  readonly posts: Posts;
  readonly speaker: Speaker;
  readonly buttons: ButtonMaker;
  readonly log: Log;
}

/**
 * Shows a card in one conversation: its living message posted or edited, the news as one reply. After a run that died, what it posted
 * is looked for first. A living message that people have deleted is posted anew.
 */
export async function deliver(
  parts: DeliverParts,
  showing: Showing,
  state: ThreadState | undefined,
): Promise<ThreadState> {
  const { room } = parseConversation(showing.conversation);
  const earlier = showing.lookSince ? await parts.posts.find(room, showing.id, showing.lookSince) : {};
  const standing = await living(parts, showing, state, earlier.card);
  if (showing.news.length === 0 || earlier.news) return standing;
  if (await reply(parts, showing, standing)) return standing;
  // The thread was deleted, and the living message with it.
  const anew = await postCard(parts, showing);
  if (!(await reply(parts, showing, anew))) throw movedAway();
  return anew;
}

async function living(
  parts: DeliverParts,
  showing: Showing,
  state: ThreadState | undefined,
  earlier: Posted | undefined,
): Promise<ThreadState> {
  // Also after an edit that found the message deleted: what the earlier run posted anew is the newer one.
  const standing = earlier ? stateOf(earlier) : state;
  if (!standing) return postCard(parts, showing);
  if (!showing.edit) return standing;
  const outcome = await parts.posts.edit(standing.message, cardDraft(parts, showing, standing.thread));
  if (outcome === 'gone') return postCard(parts, showing);
  if (outcome === 'fixed') parts.log.warn('edit-not-allowed', { product: 'mattermost' });
  return standing;
}

/** Posts the living message, in the conversation's thread while that stands, else in the room itself. */
async function postCard({ posts, ...parts }: DeliverParts, showing: Showing): Promise<ThreadState> {
  const { thread } = parseConversation(showing.conversation);
  const made =
    (await posts.create(cardDraft(parts, showing, thread))) ??
    (await posts.create(cardDraft(parts, showing, '')));
  if (!made) throw movedAway();
  return stateOf(made);
}

function cardDraft({ speaker, buttons }: Omit<DeliverParts, 'posts'>, showing: Showing, root: string): Draft {
  const { room } = parseConversation(showing.conversation);
  const attachments = [cardAttachment(showing, speaker, buttons)];
  return { room, root, message: '', attachments, mark: { id: showing.id, part: 'card' } };
}

async function reply({ posts, speaker }: DeliverParts, showing: Showing, { thread }: ThreadState) {
  const { room } = parseConversation(showing.conversation);
  const message = tellAll(showing.news, showing.face, speaker, { limit: messageLimit });
  return posts.create({ room, root: thread, message, mark: { id: showing.id, part: 'news' } });
}

function stateOf({ id, root }: Posted): ThreadState {
  return { message: id, thread: root };
}
