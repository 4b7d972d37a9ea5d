import { click, openDialog, submitDialog } from './actions.ts';
import type { Call, Routes } from './call.ts';
import { type CallOut, textOf } from './callback.ts';
import { ApiError, forbidden, missing } from './failure.ts';
import type { SimCommand } from './model.ts';
import { runCommand } from './slash.ts';
import { newId } from './world.ts';

/** Built in, among others (contract 1.5). */
const builtIn = ['away', 'help', 'join', 'leave', 'msg', 'shrug'];

function checkTrigger(call: Call, trigger: string, team: string, self?: string): void {
  if (!/^[^\s/]\S{0,127}$/.test(trigger))
    throw new ApiError(400, 'model.command.is_valid.trigger.app_error', 'Invalid trigger.');
  const taken = [...call.world.commands.values()].some(
    (command) => command.trigger === trigger && command.team_id === team && command.id !== self,
  );
  // Contract 1.5: unique per team and not built in.
  if (taken || builtIn.includes(trigger)) {
    throw new ApiError(
      400,
      'api.command.duplicate_trigger.app_error',
      'This trigger word is already in use. Please choose another word.',
    );
  }
}

function readCommand(call: Call): Omit<SimCommand, 'id' | 'token' | 'creator_id'> {
  const body = call.record;
  return {
    team_id: textOf(body.team_id),
    trigger: textOf(body.trigger).toLowerCase(),
    method: body.method === 'G' ? 'G' : 'P',
    url: textOf(body.url),
    auto_complete: body.auto_complete === true,
    auto_complete_desc: textOf(body.auto_complete_desc),
    auto_complete_hint: textOf(body.auto_complete_hint),
    display_name: textOf(body.display_name).slice(0, 64),
    description: textOf(body.description).slice(0, 128),
  };
}

/** Slash commands, clicks and dialogs: everything that makes the server call an integration. */
export function commandRoutes(callOut: CallOut, url: () => string): Routes {
  return {
    'GET /commands': (call) => {
      const team = call.query.get('team_id');
      if (!call.user.admin) throw forbidden();
      return { json: [...call.world.commands.values()].filter(({ team_id }) => team_id === team) };
    },

    // Contract 1.5: an ordinary member gets 403; the token is the server's choice.
    'POST /commands': (call) => {
      call.adminOnly();
      const command = { ...readCommand(call), id: newId(), token: newId(), creator_id: call.user.id };
      checkTrigger(call, command.trigger, command.team_id);
      call.world.commands.set(command.id, command);
      return { status: 201, json: command };
    },

    'PUT /commands/*': (call, id = '') => {
      call.adminOnly();
      const there = call.world.commands.get(id);
      if (!there) throw missing('store.sql_command.get.missing.app_error');
      const changed = readCommand(call);
      checkTrigger(call, changed.trigger, changed.team_id, id);
      const command = { ...there, ...changed };
      call.world.commands.set(id, command);
      return { json: command };
    },

    'DELETE /commands/*': (call, id = '') => {
      call.adminOnly();
      call.world.commands.delete(id);
      return { json: { status: 'OK' } };
    },

    // Contract 1.1: swaps the token at once.
    'PUT /commands/*/regen_token': (call, id = '') => {
      call.adminOnly();
      const there = call.world.commands.get(id);
      if (!there) throw missing('store.sql_command.get.missing.app_error');
      there.token = newId();
      return { json: { token: there.token } };
    },

    'POST /commands/execute': async (call) => {
      const { channel_id, team_id, root_id, command } = call.record;
      const channel = call.channel(textOf(channel_id));
      const invocation = {
        user: call.user,
        channel,
        team_id: channel.team_id || textOf(team_id),
        root_id: textOf(root_id),
        message: textOf(command),
      };
      return { json: await runCommand(call.world, callOut, url(), invocation) };
    },

    'POST /posts/*/actions/*': async (call, post = '', action = '') => ({
      json: await click(
        call.world,
        callOut,
        call.user,
        call.world.posts.get(post),
        action,
        textOf(call.record.selected_option),
      ),
    }),

    // Contract 3.2: no authentication, the trigger is the credential.
    'POST /actions/dialogs/open': (call) => {
      openDialog(call.world, call.record);
      return { json: { status: 'OK' } };
    },

    'POST /actions/dialogs/submit': async (call) => ({
      json: await submitDialog(callOut, call.user, call.record),
    }),
  };
}
