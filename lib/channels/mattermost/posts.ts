import { CardwireError, later } from '../../domain/errors.ts';
import { type PostBody, postBody, postList } from './answers.ts';
import { type Answer, type Client, readAs } from './client.ts';

/** What our posts carry, so that a later run finds them. `part` tells the posts of one showing apart. */
export interface Mark {
  readonly id: string;
  readonly part: 'card' | 'news' | 'answer';
}

/** A post to be made. */
export interface Draft {
  readonly room: string;
  /** The root post to hang under, empty for a root of its own. Never a reply (contract 2.2). */
  readonly root: string;
  readonly message: string;
  readonly attachments?: readonly unknown[];
  readonly mark: Mark;
}

/** Where a post stands. `root` is the post that replies to it must name. */
export interface Posted {
  readonly id: string;
  readonly root: string;
}

/** The bot's own posts. */
export interface Posts {
  /** Undefined when the thread it should hang under is no more in the room. */
  create(draft: Draft): Promise<Posted | undefined>;
  /** Puts a post right; `gone` when it is no more, `fixed` when it stands but may not be edited. */
  edit(id: string, draft: Draft): Promise<'edited' | 'gone' | 'fixed'>;
  /** Our posts in a room since a moment that carry this mark's id, by part. */
  find(room: string, id: string, since: Date): Promise<Partial<Record<Mark['part'], Posted>>>;
}

/** The thread's root is gone, or stands in another room: administrators can move a thread. */
const noSuchThread = new Set([
  'api.post.create_post.root_id.app_error',
  'api.post.create_post.channel_root_id.app_error',
]);

/** Two clocks are compared, ours and the server's: one on somebody's own machine may be minutes behind. */
const clockSkewMs = 10 * 60_000;

/** Handles the posts of one bot. */
export function createPosts(client: Client, bot: string): Posts {
  return {
    create: async ({ room, root, mark, ...content }) => {
      const answer = await client.ask('POST', '/posts', {
        channel_id: room,
        root_id: root,
        ...bodyOf({ ...content, mark }),
        // Contract 2.2: the same value twice is the same post, for a short while.
        pending_post_id: `${bot}:${mark.id}-${mark.part}`,
      });
      if (answer.ok) return posted(readAs(answer.json, postBody));
      if (root !== '' && noSuchThread.has(answer.id)) return undefined;
      throw answer.error;
    },

    edit: async (id, draft) => {
      const answer = await client.ask('PUT', `/posts/${id}/patch`, bodyOf(draft));
      if (answer.ok) return 'edited';
      if (answer.status !== 403 && answer.status !== 404) throw answer.error;
      // Contract 2.2: unknown and forbidden look alike.
      return stands(await client.ask('GET', `/posts/${id}`)) ? 'fixed' : 'gone';
    },

    find: async (room, id, since) => {
      const from = since.getTime() - clockSkewMs;
      const { posts } = await client.get(`/channels/${room}/posts?since=${from}`, postList);
      const found: Partial<Record<Mark['part'], Posted>> = {};
      for (const post of Object.values(posts ?? {})) {
        const mark = markOf(post);
        if (post.user_id === bot && post.delete_at === 0 && mark?.id === id) found[mark.part] = posted(post);
      }
      return found;
    },
  };
}

/** `props` are replaced whole by an edit (contract 2.2), so they are sent whole, with the one that the server adds to a bot's posts. */
function bodyOf({ message, attachments, mark }: Pick<Draft, 'message' | 'attachments' | 'mark'>) {
  return { message, props: { ...(attachments && { attachments }), from_bot: 'true', cardwire: mark } };
}

function stands(answer: Answer): boolean {
  return answer.ok && readAs(answer.json, postBody).delete_at === 0;
}

function posted({ id, root_id }: PostBody): Posted {
  return { id, root: root_id || id };
}

function markOf({ props }: PostBody): Mark | undefined {
  const mark = props?.cardwire;
  return typeof mark === 'object' && mark !== null && 'id' in mark && 'part' in mark
    ? (mark as Mark)
    : undefined;
}

/** A thread that was there a moment ago and is gone again: whoever comes next sees where things stand. */
export function movedAway(): CardwireError {
  return new CardwireError('mattermost-thread-moved', later);
}
