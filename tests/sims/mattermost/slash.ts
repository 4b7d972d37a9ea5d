import { type CallOut, isRecord, parsed, type Reply, textOf } from './callback.ts';
import { ApiError, forbidden, missing } from './failure.ts';
import type { SimChannel, SimCommand, SimResponseUrl, SimUser } from './model.ts';
import { makeTrigger } from './trigger.ts';
import { newId, type World } from './world.ts';

export interface Invocation {
  readonly user: SimUser;
  readonly channel: SimChannel;
  readonly team_id: string;
  readonly root_id: string;
  /** The whole message, with its slash. */
  readonly message: string;
}

/** Runs a slash command as the server does: one call, the answer shown by the table of contract 1.3. */
export async function runCommand(
  world: World,
  callOut: CallOut,
  url: string,
  invocation: Invocation,
): Promise<Record<string, unknown>> {
  // Contract 1.1: the text starts after the first white space of any kind and is kept verbatim.
  const [, word = '', text = ''] = /^\/(\S*)(?:\s([\s\S]*))?$/.exec(invocation.message) ?? [];
  const trigger = word.toLowerCase();
  const command = [...world.commands.values()].find(
    (candidate) => candidate.trigger === trigger && candidate.team_id === invocation.team_id,
  );
  if (!command)
    throw new ApiError(404, 'api.command.execute_command.not_found.app_error', `'${trigger}' not found`);
  if (invocation.channel.archived)
    throw new ApiError(
      400,
      'api.command.execute_command.deleted.error',
      'Cannot run command in archived channel.',
    );
  if (!invocation.channel.members.has(invocation.user.id)) throw forbidden();
  const form = commandForm(world, url, command, invocation, text);
  const reply = await call(callOut, command, form);
  return { ...show(world, command, invocation, reply), trigger_id: form.get('trigger_id') };
}

function commandForm(
  world: World,
  url: string,
  command: SimCommand,
  { user, channel, root_id }: Invocation,
  text: string,
): URLSearchParams {
  const hook = newId();
  const place = { user_id: user.id, channel_id: channel.id, root_id };
  world.responseUrls.set(hook, { ...place, command: command.id, created: world.now(), uses: 0 });
  const form = new URLSearchParams({
    channel_id: channel.id,
    channel_name: channel.name,
    // Contract 1.1: always lower-cased with a slash.
    command: `/${command.trigger}`,
    response_url: `${url}/hooks/commands/${hook}`,
    team_domain: world.teams.get(command.team_id)?.name ?? '',
    team_id: command.team_id,
    text,
    token: command.token,
    trigger_id: makeTrigger(world, user.id),
    user_id: user.id,
    user_name: user.username,
  });
  // Contract 1.1: 11.x sends it, empty outside a thread; 5.37 and 10.11 do not.
  if (!world.old) form.set('root_id', root_id);
  addMentions(world, command.team_id, text, form);
  return form;
}

/** Contract 1.1: two keys that repeat, in the same order, only members of the team, trailing `. - _` trimmed. */
function addMentions(world: World, team: string, text: string, form: URLSearchParams): void {
  const names = new Set(
    [...text.matchAll(/@([\w.-]+)/g)].map(([, name = '']) => name.replace(/[._-]+$/, '')),
  );
  for (const name of [...names].sort()) {
    const user = [...world.users.values()].find(({ username }) => username === name.toLowerCase());
    if (!user || !world.teams.get(team)?.members.has(user.id)) continue;
    form.append('user_mentions', user.username);
    form.append('user_mentions_ids', user.id);
  }
}

function call(callOut: CallOut, command: SimCommand, form: URLSearchParams): Promise<Reply | undefined> {
  const authorization = `Token ${command.token}`;
  if (command.method === 'G') {
    return callOut(`${command.url}?${form}`, { method: 'GET', headers: { authorization } });
  }
  const headers = { authorization, 'content-type': 'application/x-www-form-urlencoded' };
  return callOut(command.url, { method: 'POST', headers, body: form.toString() });
}

function show(
  world: World,
  command: SimCommand,
  { user, channel, root_id }: Invocation,
  reply: Reply | undefined,
): Record<string, unknown> {
  const failed = (id: string, what: string) =>
    new ApiError(
      500,
      `api.command.execute_command.${id}.app_error`,
      `Command with a trigger of '${command.trigger}' ${what}.`,
    );
  if (!reply) throw failed('failed', 'failed');
  // Contract 1.3: any status but 200 is a red error with the bare status; the body is not shown.
  if (reply.status !== 200)
    throw failed('failed_resp', `returned response ${reply.status} ${reply.reason}`.trim());
  const place = { user_id: user.id, channel_id: channel.id, root_id, command: command.id };
  if (!reply.contentType.includes('application/json')) {
    // Contract 1.3: without the JSON content type the body is shown as it is.
    answerCommand(world, place, { text: reply.text }, 'command');
    return { response_type: '', text: reply.text };
  }
  const answer = parsed(reply.text);
  // Contract 1.3: an empty or broken body that calls itself JSON is a failure.
  if (!isRecord(answer)) throw failed('failed', 'failed');
  answerCommand(world, place, answer, 'command');
  return answer;
}

/** Shows what an integration said: to the person alone, or as a post of that person's (contract 1.3). */
function answerCommand(
  world: World,
  { user_id, channel_id, root_id }: Pick<SimResponseUrl, 'user_id' | 'channel_id' | 'root_id' | 'command'>,
  answer: Record<string, unknown>,
  from: 'command' | 'response_url',
): void {
  const text = textOf(answer.text);
  if (text === '' && answer.attachments === undefined) return;
  const type = textOf(answer.response_type);
  if (type === '' || type === 'ephemeral') {
    world.ephemerals.push({ user_id, channel_id, root_id, text, from });
  } else if (type === 'in_channel') {
    // Contract 1.3: owned by the person who invoked it, so a bot can neither edit nor delete it.
    world.addPost({ user_id, channel_id, root_id, message: text, props: { from_webhook: 'true' } });
  }
}

/** `POST /hooks/commands/{id}`: no authentication, the address is the secret (contract 1.4). */
export function useResponseUrl(world: World, id: string, contentType: string, body: string): void {
  const hook = world.responseUrls.get(id);
  // Contract 1.4: 30 minutes, dies with its command.
  if (!hook || !world.commands.has(hook.command) || world.now() - hook.created > 30 * 60 * 1000) {
    throw missing('app.command_webhook.get.missing');
  }
  const answer = contentType.includes('application/json') ? parsed(body) : { text: body };
  if (!isRecord(answer))
    throw new ApiError(400, 'web.command_webhook.parse.app_error', 'Unable to parse incoming data.');
  // Contract 1.4: five uses.
  if (hook.uses >= 5) throw new ApiError(400, 'app.command_webhook.try_use.invalid', 'Invalid webhook.');
  hook.uses += 1;
  answerCommand(world, hook, answer, 'response_url');
}
