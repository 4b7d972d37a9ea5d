import { type CallOut, isRecord, parsed, textOf } from './callback.ts';
import { ApiError, forbidden, missing, noSuchCall } from './failure.ts';
import type { SimDialogElement, SimPost, SimUser } from './model.ts';
import { makeTrigger, readTrigger } from './trigger.ts';
import { attachmentsOf, type World } from './world.ts';

const json = { 'content-type': 'application/json' };

const integrationError = () =>
  new ApiError(400, 'api.post.do_action.action_integration.app_error', 'Action integration error.');

/** A click on a button or a choice in a select: one unsigned call (contract 3.1). */
export async function click(
  world: World,
  callOut: CallOut,
  user: SimUser,
  post: SimPost | undefined,
  actionId: string,
  selected = '',
): Promise<Record<string, unknown>> {
  // Contract 3.1: an id with anything but letters and digits shows the button, but the click is a silent 404.
  if (!/^[A-Za-z0-9]+$/.test(actionId)) throw noSuchCall();
  const channel = post && world.channels.get(post.channel_id);
  if (!post || post.delete_at > 0 || !channel) throw missing('app.post.get.app_error');
  if (!channel.members.has(user.id)) throw forbidden();
  const action = attachmentsOf(post)
    .flatMap(({ actions = [] }) => actions)
    .find(({ id }) => id === actionId);
  if (!action?.integration?.url) throw missing('api.post.do_action.action_id.app_error');
  const select = action.type === 'select';
  const trigger = makeTrigger(world, user.id);
  // Contract 3.1: no token, no signature; the context comes from the server's copy of the post.
  const body = {
    user_id: user.id,
    user_name: user.username,
    channel_id: channel.id,
    channel_name: channel.name,
    team_id: channel.team_id,
    team_domain: world.teams.get(channel.team_id)?.name ?? '',
    post_id: post.id,
    trigger_id: trigger,
    type: select ? 'select' : '',
    data_source: '',
    context: { ...action.integration.context, ...(select ? { selected_option: selected } : {}) },
  };
  const reply = await callOut(action.integration.url, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(body),
  });
  // Contract 3.1: an empty body is an error in 5.37, accepted by newer code; anything but 200 is an error.
  if (reply?.status !== 200) throw integrationError();
  const answer = parsed(reply.text || (world.old ? '' : '{}'));
  if (!isRecord(answer)) throw integrationError();
  applyAnswer(world, user, post, answer);
  return { status: 'OK', trigger_id: trigger };
}

function applyAnswer(world: World, user: SimUser, post: SimPost, answer: Record<string, unknown>): void {
  if (isRecord(answer.update)) {
    post.message = textOf(answer.update.message);
    // Contract 3.1: `props` left out is kept, given is replaced.
    if (isRecord(answer.update.props)) post.props = answer.update.props;
    post.edit_at = post.update_at = world.now();
  }
  const text = textOf(answer.ephemeral_text);
  if (text === '') return;
  const root_id = post.root_id || post.id;
  world.ephemerals.push({ user_id: user.id, channel_id: post.channel_id, root_id, text, from: 'action' });
}

/** `POST /actions/dialogs/open`: the signed trigger is the only credential (contract 3.2). */
export function openDialog(world: World, body: Record<string, unknown>): void {
  const user_id = readTrigger(world, textOf(body.trigger_id));
  const dialog = isRecord(body.dialog) ? body.dialog : {};
  const elements = Array.isArray(dialog.elements) ? (dialog.elements as SimDialogElement[]) : [];
  const problem = problemOf(dialog, elements);
  if (problem) {
    // Contract 3.2: an invalid dialog is only logged, the answer still says OK.
    world.warnings.push(problem);
    return;
  }
  world.dialogs.push({
    user_id,
    url: textOf(body.url),
    callback_id: textOf(dialog.callback_id),
    title: textOf(dialog.title),
    introduction_text: textOf(dialog.introduction_text),
    state: textOf(dialog.state),
    elements,
    open: true,
  });
}

/** Contract 3.2: title 24, display_name 24, name 300, help 150, text 150, textarea and select 3000. */
function problemOf(
  dialog: Record<string, unknown>,
  elements: readonly SimDialogElement[],
): string | undefined {
  const title = textOf(dialog.title);
  if (title === '' || [...title].length > 24) return `dialog title of ${[...title].length}`;
  for (const { name, display_name, help_text = '', type, max_length, options, default: value } of elements) {
    const limit = type === 'text' ? 150 : 3000;
    if ([...display_name].length > 24) return `display_name of ${name}`;
    if (name.length > 300 || [...help_text].length > 150) return `name or help_text of ${name}`;
    if (max_length !== undefined && max_length > limit) return `max_length of ${name}`;
    if (value !== undefined && [...value].length > (max_length ?? limit)) return `default of ${name}`;
    if (type === 'select' && !options?.length) return `options of ${name}`;
    if (options?.some(({ text }) => [...text].length > 3000)) return `an option of ${name}`;
  }
  return undefined;
}

/**
 * `POST /actions/dialogs/submit`. Contract 3.2: the client chooses `url`, `state`, `callback_id`, `channel_id` and `submission`, and the
 * server forwards any of it anywhere; only `user_id` is the server's word.
 */
export async function submitDialog(
  callOut: CallOut,
  user: SimUser,
  body: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const { url, ...rest } = body;
  const forwarded = { type: 'dialog_submission', cancelled: false, ...rest, user_id: user.id };
  const reply = await callOut(textOf(url), {
    method: 'POST',
    headers: json,
    body: JSON.stringify(forwarded),
  });
  if (reply?.status !== 200) throw integrationError();
  if (reply.text === '') return {};
  const answer = parsed(reply.text);
  if (!isRecord(answer)) throw integrationError();
  return answer;
}
