import { isDeepStrictEqual } from 'node:util';
import { limits } from '../../channels/discord/limits.ts';
import type { Commands } from '../../channels/discord/limits-command.ts';
import type { Call, Result, Routes } from './call.ts';
import { ApiError, missingAccess, unknown } from './failure.ts';
import type { SimCommand } from './model.ts';
import { publicCommand } from './views.ts';

/** Contract A1.9: the commands of the application, everywhere or on one guild. */
export const commandRoutes: Routes = {
  'GET /applications/*/commands': (call, id = '') => list(call, id, 'global'),
  'PUT /applications/*/commands': (call, id = '') =>
    overwrite(call, id, 'global', call.parse(limits.commandList)),
  'GET /applications/*/guilds/*/commands': (call, id = '', guild = '') => list(call, id, guild),
  'PUT /applications/*/guilds/*/commands': (call, id = '', guild = '') =>
    overwrite(call, id, guild, call.parse(limits.guildCommandList)),
};

function list(call: Call, application: string, scope: string): Result {
  checkScope(call, application, scope);
  const localised = call.query.get('with_localizations') === 'true';
  const commands = call.world.commands.get(scope) ?? [];
  return { json: commands.map((each) => publicCommand(call.world, each, scope, localised)) };
}

/** Replaces all of them, of every type. What did not change keeps its version; what is there by name keeps its id. */
function overwrite(call: Call, application: string, scope: string, bodies: Commands): Result {
  checkScope(call, application, scope);
  const { world } = call;
  const before = world.commands.get(scope) ?? [];
  const after = bodies.map((body): SimCommand => {
    const { type = 1, name } = body;
    const there = before.find((each) => each.type === type && each.name === name);
    if (there && isDeepStrictEqual(there.body, body)) return there;
    return { id: there?.id ?? world.newId(), version: world.newId(), type, name, body };
  });
  const made = after.filter(({ id }) => before.every((each) => each.id !== id)).length;
  countCreates(call, scope, made);
  world.commands.set(scope, after);
  return { json: after.map((each) => publicCommand(world, each, scope, true)) };
}

/** Another application's commands are not for this token; a guild takes them only where the application is. */
function checkScope({ world }: Call, application: string, scope: string): void {
  if (application !== world.application.id) throw missingAccess();
  if (scope === 'global') return;
  const guild = world.guilds.get(scope);
  if (!guild) throw unknown.guild();
  if (!guild.installed) throw missingAccess();
}

/** Contract A1.9: 200 new ones in a day for one guild. */
function countCreates({ world }: Call, scope: string, made: number): void {
  const day = Math.floor(world.now() / 86_400_000);
  const key = `${scope} ${day}`;
  const count = (world.created.get(key) ?? 0) + made;
  if (count > world.limits.commands) {
    throw new ApiError(400, 30034, 'Max number of daily application command creates has been reached (200)');
  }
  world.created.set(key, count);
}
