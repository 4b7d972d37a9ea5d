import type { Call, Result, Routes } from './call.ts';
import { isRecord, textOf } from './callback.ts';
import { ApiError, forbidden, missing } from './failure.ts';
import type { SimPost } from './model.ts';
import { publicPost, type World } from './world.ts';

/** How long the same `pending_post_id` gives the same post: a short-lived cache of the server (contract 2.2). */
const pendingLife = 30_000;

function checkMessage(message: string): void {
  // Contract 2.2: 16383 runes, not UTF-16 units.
  if ([...message].length > 16_383)
    throw new ApiError(400, 'model.post.is_valid.msg.app_error', 'Invalid message.');
}

/** Seen on 5.37: 8,000 runes of JSON, in which `<`, `>` and `&` are six each; newer ones take 800,000. */
function checkProps(world: World, props: unknown): void {
  const json = JSON.stringify(props).replaceAll(/[<>&\u2028\u2029]/g, '\\u....');
  if ([...json].length > (world.old ? 8_000 : 800_000))
    throw new ApiError(400, 'model.post.is_valid.props.app_error', 'Invalid props.');
}

function createPost(call: Call): Result {
  const { channel_id, root_id, message, props, pending_post_id } = call.record;
  const channel = call.channel(textOf(channel_id));
  if (channel.archived) throw inArchive('api.post.create_post.can_not_post_to_deleted.error');
  checkMessage(textOf(message));
  checkProps(call.world, props ?? {});
  const pending = call.world.pending.get(textOf(pending_post_id));
  const same = pending && call.world.posts.get(pending.post);
  if (same && call.world.now() - pending.at < pendingLife) return { status: 201, json: publicPost(same) };
  checkRoot(call.world, textOf(root_id), channel.id);
  const given = isRecord(props) ? props : {};
  const post = call.world.addPost({
    user_id: call.user.id,
    channel_id: channel.id,
    root_id: textOf(root_id),
    message: textOf(message),
    props: call.user.bot ? { ...given, from_bot: 'true' } : given,
  });
  if (pending_post_id) call.world.pending.set(textOf(pending_post_id), { post: post.id, at: post.create_at });
  return { status: 201, json: publicPost(post) };
}

/** Contract 2.2: a reply's id or an unknown one is refused. */
function checkRoot(world: World, root: string, channel: string): void {
  if (root === '') return;
  const post = world.posts.get(root);
  if (post?.root_id !== '' || post.delete_at > 0) {
    throw new ApiError(400, 'api.post.create_post.root_id.app_error', 'Invalid RootId parameter.');
  }
  // Seen on 5.37: the root stands in another channel.
  if (post.channel_id !== channel) {
    throw new ApiError(
      400,
      'api.post.create_post.channel_root_id.app_error',
      'Invalid ChannelId for RootId parameter.',
    );
  }
}

const inArchive = (id: string) => new ApiError(400, id, 'Can not be done in an archived channel.');

function livingPost(call: Call, id: string): SimPost {
  const post = call.world.posts.get(id);
  if (!post || post.delete_at > 0) throw missing('app.post.get.app_error');
  call.channel(post.channel_id);
  return post;
}

function listed(posts: readonly SimPost[]): Result {
  const byId = Object.fromEntries(posts.map((post) => [post.id, publicPost(post)]));
  return { json: { order: posts.map(({ id }) => id), posts: byId, next_post_id: '', prev_post_id: '' } };
}

export const postRoutes: Routes = {
  'POST /posts': createPost,

  // Contract 2.2: the only way to edit; there is no HTTP PATCH. A post that was deleted or is another's gives 403.
  'PUT /posts/*/patch': (call, id = '') => {
    const post = call.world.posts.get(id);
    if (!post || post.delete_at > 0 || post.user_id !== call.user.id) throw forbidden();
    if (call.world.channel(post.channel_id).archived)
      throw inArchive('api.post.patch_post.can_not_update_post_in_deleted.error');
    const { message, props } = call.record;
    if (typeof message === 'string') {
      checkMessage(message);
      post.message = message;
    }
    // Contract 2.2: what is left out is kept, `props` is replaced whole.
    checkProps(call.world, props ?? {});
    if (isRecord(props)) post.props = props;
    post.edit_at = post.update_at = call.world.now();
    return { json: publicPost(post) };
  },

  // Contract 2.2: needs a system administrator; a plain bot gets 403.
  'POST /posts/ephemeral': (call) => {
    call.adminOnly();
    return { status: 201, json: {} };
  },

  'GET /posts/*': (call, id = '') => ({ json: publicPost(livingPost(call, id)) }),

  'DELETE /posts/*': (call, id = '') => {
    const post = livingPost(call, id);
    if (post.user_id !== call.user.id && !call.user.admin) throw forbidden();
    deletePost(call.world, post);
    return { json: { status: 'OK' } };
  },

  'GET /posts/*/thread': (call, id = '') => {
    const post = livingPost(call, id);
    const root = post.root_id || post.id;
    const thread = [...call.world.posts.values()].filter((at) => at.id === root || at.root_id === root);
    return listed(thread.filter(({ delete_at }) => delete_at === 0));
  },

  // With `since` everything changed from then on, deleted posts too; newest first.
  'GET /channels/*/posts': (call, id = '') => {
    const channel = call.channel(id);
    const since = Number(call.query.get('since') ?? 0);
    const posts = [...call.world.posts.values()].filter(
      (post) => post.channel_id === channel.id && post.update_at >= since,
    );
    const page = Number(call.query.get('per_page') ?? 60);
    const recent = posts.sort((a, b) => b.create_at - a.create_at);
    return listed(
      since > 0 ? recent.slice(0, 1000) : recent.filter(({ delete_at }) => !delete_at).slice(0, page),
    );
  },
};

/** Deleting a root takes its thread with it. */
export function deletePost(world: World, post: SimPost): void {
  for (const each of world.posts.values()) {
    if (each.id === post.id || each.root_id === post.id) each.delete_at = each.update_at = world.now();
  }
}
