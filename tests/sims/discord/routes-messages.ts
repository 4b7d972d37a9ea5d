import { limits } from '../../channels/discord/limits.ts';
import type { MessageCreate } from '../../channels/discord/limits-message.ts';
import type { Call, Routes } from './call.ts';
import { ApiError, archived, locked } from './failure.ts';
import { addMessage, contentOf, editMessage, refuseEmpty } from './messages.ts';
import type { SimChannel, SimMessage } from './model.ts';
import { bit, can } from './permissions.ts';
import { byId } from './snowflake.ts';
import { isArchived } from './threads.ts';
import { publicMessage } from './views.ts';

/** How long the same nonce gives the same message: contract A2.1, "the past few minutes". */
const NONCE_LIFE = 3 * 60_000;

export const messageRoutes: Routes = {
  'POST /channels/*/messages': (call, id = '') => {
    const channel = call.channel(id);
    const body = call.parse(limits.messageCreate);
    mayPost(call, channel, body);
    refuseEmpty(contentOf(call, body));
    const same = body.enforce_nonce ? sameNonce(call, body.nonce) : undefined;
    if (same) return { json: publicMessage(call.world, same) };
    checkReference(call, channel, body);
    const message = addMessage(call.world, { channel, author: call.bot, body, files: call.files });
    return { json: publicMessage(call.world, message) };
  },

  'GET /channels/*/messages': (call, id = '') => {
    const channel = call.channel(id);
    const limit = Number(call.query.get('limit') ?? 50);
    if (!(limit >= 1 && limit <= 100)) throw new ApiError(400, 50035, 'Invalid Form Body');
    // Its documentation: without READ_MESSAGE_HISTORY the list is empty, and no error.
    if (!can(call.world, channel, call.bot, bit.READ_MESSAGE_HISTORY) && channel.type !== 1)
      return { json: [] };
    return { json: page(call, channel, limit).map((each) => publicMessage(call.world, each)) };
  },

  'GET /channels/*/messages/*': (call, id = '', message = '') => {
    const channel = call.channel(id);
    if (channel.type !== 1) call.need(channel, bit.READ_MESSAGE_HISTORY);
    return { json: publicMessage(call.world, call.message(channel, message)) };
  },

  'PATCH /channels/*/messages/*': (call, id = '', of = '') => {
    const channel = call.channel(id);
    const message = call.message(channel, of);
    if (message.author !== call.bot) {
      throw new ApiError(403, 50005, 'Cannot edit a message authored by another user');
    }
    const body = call.parse(limits.messageEdit);
    // Contract A2.4, 50083: nothing in an archived thread can be edited; a new message would wake it.
    if (isArchived(call.world, channel)) throw archived();
    editMessage(call.world, message, body, { files: call.files });
    return { json: publicMessage(call.world, message) };
  },

  'DELETE /channels/*/messages/*': (call, id = '', of = '') => {
    const channel = call.channel(id);
    const message = call.message(channel, of);
    // Contract A2.1: its own without MANAGE_MESSAGES.
    if (message.author !== call.bot) call.need(channel, bit.MANAGE_MESSAGES);
    if (isArchived(call.world, channel)) throw archived();
    message.deleted = true;
    return { status: 204 };
  },
};

function mayPost(call: Call, channel: SimChannel, body: MessageCreate): void {
  if (channel.type === 1) {
    refuseClosedDirect(call, channel);
    return;
  }
  // Contract A2.2: a message cannot be sent directly to a forum.
  if (channel.type === 15)
    throw new ApiError(400, 40058, 'Cannot message this channel until posting a thread');
  call.need(channel, channel.thread ? bit.SEND_MESSAGES_IN_THREADS : bit.SEND_MESSAGES);
  if (body.embeds?.length) call.need(channel, bit.EMBED_LINKS);
  if (call.files.length > 0) call.need(channel, bit.ATTACH_FILES);
  if (channel.thread?.locked && !can(call.world, channel, call.bot, bit.MANAGE_THREADS)) throw locked();
}

/** Contract A2.2: 50278 without a guild in common, 50007 when the person takes no messages. */
function refuseClosedDirect({ world, bot }: Call, { recipient }: SimChannel): void {
  const person = world.user(recipient);
  const together = [...world.guilds.values()].some(
    ({ members }) => members.has(recipient) && members.has(bot),
  );
  if (!together && !person.installed) {
    throw new ApiError(403, 50278, 'Cannot send messages to this user due to having no mutual guilds');
  }
  if (!person.dms) throw new ApiError(403, 50007, 'Cannot send messages to this user');
}

/** Contract A2.1: of the same author, in whatever channel; a deleted one is not made again. */
function sameNonce({ world, bot }: Call, nonce: MessageCreate['nonce']): SimMessage | undefined {
  if (nonce === undefined) return undefined;
  return [...world.messages.values()].find(
    (each) =>
      each.author === bot && String(each.nonce) === String(nonce) && world.now() - each.created < NONCE_LIFE,
  );
}

/** Contract A2.1: a reply needs READ_MESSAGE_HISTORY, and its message unless that may be missing. */
function checkReference(call: Call, channel: SimChannel, { message_reference: to }: MessageCreate): void {
  if (!to) return;
  if (!can(call.world, channel, call.bot, bit.READ_MESSAGE_HISTORY)) {
    throw new ApiError(400, 160002, 'Cannot reply without permission to read message history');
  }
  const target = call.world.messages.get(to.message_id);
  if (target?.channel === channel.id && !target.deleted) return;
  if (to.fail_if_not_exists !== false) {
    const errors = [{ code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' }];
    throw new ApiError(400, 50035, 'Invalid Form Body', { message_reference: { _errors: errors } });
  }
}

/** Newest first. `before` and `after` leave their own id out; `after` takes the oldest that follow. */
function page(call: Call, channel: SimChannel, limit: number): SimMessage[] {
  const all = call.world.messagesIn(channel.id);
  const after = call.query.get('after');
  const before = call.query.get('before');
  if (after)
    return all
      .filter(({ id }) => BigInt(id) > BigInt(after))
      .slice(0, limit)
      .sort((a, b) => byId(b, a));
  const older = before ? all.filter(({ id }) => BigInt(id) < BigInt(before)) : all;
  return older.slice(-limit).reverse();
}
