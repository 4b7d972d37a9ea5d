import { limits } from '../../channels/discord/limits.ts';
import type { Call, Result, Routes } from './call.ts';
import { ApiError, archived, locked, unknown, wrongChannelType } from './failure.ts';
import { addMessage, contentOf, markThread, refuseEmpty } from './messages.ts';
import type { SimChannel } from './model.ts';
import { bit, can } from './permissions.ts';
import { isArchived, openThread, threadOf, touch } from './threads.ts';
import { publicChannel, publicMessage } from './views.ts';

export const threadRoutes: Routes = {
  // Contract A2.2: the thread's id is the message's, one thread for one message.
  'POST /channels/*/messages/*/threads': (call, id = '', of = '') => {
    const { world } = call;
    const parent = call.channel(id);
    if (parent.type === 1) throw new ApiError(400, 50003, 'Cannot execute action on a DM channel');
    if (parent.type !== 0 && parent.type !== 5) throw wrongChannelType();
    const message = call.message(parent, of);
    const { name, auto_archive_duration: minutes } = call.parse(limits.threadFromMessage);
    call.need(parent, bit.CREATE_PUBLIC_THREADS);
    if (threadOf(world, message)) {
      throw new ApiError(400, 160004, 'A thread has already been created for this message');
    }
    const type = parent.type === 5 ? 10 : 11;
    const thread = openThread(world, parent, { name, owner: call.bot, type, minutes, id: message.id });
    markThread(message);
    // The first message of such a thread is a note that points at the one it hangs under.
    const body = { message_reference: { message_id: message.id } };
    addMessage(world, { channel: thread, author: message.author, body, type: 21 });
    return { status: 201, json: publicChannel(world, thread) };
  },

  'POST /channels/*/threads': (call, id = '') => {
    const parent = call.channel(id);
    if (parent.type === 15) return forumPost(call, parent);
    if (parent.type !== 0 && parent.type !== 5) throw wrongChannelType();
    // Contract A2.2: private unless it says otherwise.
    const { name, type = 12, auto_archive_duration: minutes } = call.parse(limits.threadAlone);
    call.need(parent, type === 12 ? bit.CREATE_PRIVATE_THREADS : bit.CREATE_PUBLIC_THREADS);
    const thread = openThread(call.world, parent, { name, owner: call.bot, type, minutes });
    return { status: 201, json: publicChannel(call.world, thread) };
  },

  'PATCH /channels/*': (call, id = '') => {
    const channel = call.channel(id);
    const { thread } = channel;
    if (!thread) throw wrongChannelType();
    const edit = call.parse(limits.threadEdit);
    const manages = can(call.world, channel, call.bot, bit.MANAGE_THREADS);
    // Contract A2.2: whoever may write can wake a thread; a locked one takes MANAGE_THREADS.
    if (thread.locked && !manages) throw locked();
    if (thread.owner !== call.bot && edit.archived !== false) call.need(channel, bit.MANAGE_THREADS);
    // Its staff in discord-api-docs#6928: an archived thread has to be woken before anything else.
    if (isArchived(call.world, channel) && edit.archived !== false) throw archived();
    if (edit.archived === false) touch(call.world, channel);
    if (edit.archived) thread.archived = true;
    if (edit.locked !== undefined) thread.locked = edit.locked;
    if (edit.name !== undefined) channel.name = edit.name;
    if (edit.auto_archive_duration !== undefined) thread.minutes = edit.auto_archive_duration;
    return { json: publicChannel(call.world, channel) };
  },

  'GET /channels/*/thread-members/*': (call, id = '', of = '') => {
    const { thread } = call.channel(id);
    if (!thread) throw wrongChannelType();
    const user = of === '@me' ? call.bot : of;
    if (!thread.members.has(user)) throw unknown.member();
    return { json: { id, user_id: user, flags: 0 } };
  },
};

/** Contract A2.2: the thread and its first message come together, and need SEND_MESSAGES only. */
function forumPost(call: Call, forum: SimChannel): Result {
  const { world } = call;
  const { name, message: body, auto_archive_duration: minutes } = call.parse(limits.forumPost);
  call.need(forum, bit.SEND_MESSAGES);
  refuseEmpty(contentOf(call, body));
  const thread = openThread(world, forum, { name, owner: call.bot, type: 11, minutes });
  const message = addMessage(world, {
    ...{ channel: thread, author: call.bot, body, files: call.files, id: thread.id },
  });
  const json = { ...publicChannel(world, thread), message: publicMessage(world, message) };
  return { status: 201, json };
}
