import { type GivenFile, keepFile, publicFile } from './files.ts';
import { asList } from './messages.ts';
import type { Json, SimChannel, SimCommand, SimUser } from './model.ts';
import { partialChannel } from './payload.ts';
import { bit, grantedBits } from './permissions.ts';
import { publicMember, publicRole, publicUser } from './views.ts';
import type { World } from './world.ts';

/** A value as a person gives it: people, roles and channels by name, a file as a file. */
export type Given = string | number | boolean | GivenFile;

/** A slash command in the box: the words of its path, and what its options are. */
export interface Typed {
  readonly command: SimCommand;
  readonly scope: string;
  /** Sub-command group and sub-command, as far as there are. */
  readonly path: readonly Json[];
  /** The options that can be filled in. */
  readonly options: readonly Json[];
}

/** Finds what `/card create` means for somebody. @throws Error when there is no such command: their client would not offer it. */
export function findTyped(world: World, user: SimUser, channel: SimChannel, line: string): Typed {
  const [word = '', ...words] = line.replace(/^\//, '').split(' ');
  const { command, scope } = findCommand(world, user, channel, 1, word);
  const path: Json[] = [];
  let options = asList(command.body.options);
  for (const each of words) {
    const next = options.find((option) => Number(option.type) <= 2 && isCalled(option, each, user));
    if (!next) throw new Error(`/${word} has no ${each}`);
    path.push(next);
    options = asList(next.options);
  }
  // Contract A1.9: with sub-commands the command itself cannot be used.
  if (options.some(({ type }) => Number(type) <= 2)) throw new Error(`${line} needs a sub-command`);
  return { command, scope, path, options };
}

/** A command of a type by its name, as this person's client offers it here. */
export function findCommand(
  world: World,
  user: SimUser,
  channel: SimChannel,
  type: number,
  name: string,
): { readonly command: SimCommand; readonly scope: string } {
  const guild = world.guilds.get(channel.guild);
  // Contract A1.9: guild commands do not exist in direct conversations; `contexts` says where global ones do.
  const isThere = guild === undefined || guild.installed || user.installed;
  const here = ({ body }: SimCommand) =>
    !Array.isArray(body.contexts) || body.contexts.includes(guild ? 0 : 1);
  const offered = [
    ...(guild?.installed ? (world.commands.get(guild.id) ?? []) : []).map((command) => ({
      command,
      scope: channel.guild,
    })),
    ...(isThere ? (world.commands.get('global') ?? []) : [])
      .filter(here)
      .map((command) => ({ command, scope: 'global' })),
  ];
  const found = offered.find(
    ({ command }) =>
      command.type === type && isCalled(command.body, name, user) && may(world, user, channel, command),
  );
  if (!found) throw new Error(`${user.username} is offered no command ${name} here`);
  return found;
}

/** Contract A1.9: `"0"` is for administrators only, null for all. */
function may(world: World, user: SimUser, channel: SimChannel, { body }: SimCommand): boolean {
  const wanted = body.default_member_permissions;
  if (typeof wanted !== 'string' || channel.type === 1) return true;
  const bits = grantedBits(world, channel, user.id);
  return wanted === '0' ? (bits & bit.ADMINISTRATOR) > 0n : (bits & BigInt(wanted)) === BigInt(wanted);
}

/** Contract A1.9: people see names in their language, payloads have the default ones. */
function isCalled({ name, name_localizations: others }: Json, called: string, { locale }: SimUser): boolean {
  return name === called || ((others ?? {}) as Json)[locale] === called;
}

/** The data of a command, filled in. `focused` is the option being typed, for autocomplete. */
export function dataOf(
  world: World,
  channel: SimChannel,
  user: SimUser,
  { command, scope, path, options }: Typed,
  given: Readonly<Record<string, Given>>,
  focused = '',
): Json {
  const resolved: Record<string, Record<string, Json>> = {};
  const filled = Object.entries(given).map(([name, value]) => {
    const option = options.find((each) => isCalled(each, name, user));
    if (!option) throw new Error(`${command.name} has no option ${name}`);
    const sent =
      option.name === focused ? value : resolve({ world, channel, asker: user.id, option, resolved }, value);
    const mark = option.name === focused ? { focused: true } : {};
    return { name: option.name, type: option.type, value: sent, ...mark };
  });
  const nested = path.reduceRight<readonly Json[]>(
    (inner, { name, type }) => [{ name, type, options: inner }],
    filled,
  );
  return {
    ...{ id: command.id, name: command.name, type: 1, options: nested },
    ...(scope === 'global' ? {} : { guild_id: scope }),
    ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
  };
}

interface Resolving {
  readonly world: World;
  readonly channel: SimChannel;
  readonly asker: string;
  readonly option: Json;
  readonly resolved: Record<string, Record<string, Json>>;
}

/** Contract A1.3: people, channels, roles and files are ids, told of in `resolved`. */
function resolve({ world, channel, asker, option, resolved }: Resolving, value: Given): unknown {
  const chosen = asList(option.choices).find(({ name }) => name === value);
  if (chosen) return chosen.value;
  const type = Number(option.type);
  const note = (kind: string, id: string, what: Json) => {
    resolved[kind] = { ...resolved[kind], [id]: what };
    return id;
  };
  if (typeof value === 'object') {
    const file = keepFile(world, world.application.id, value, true);
    return note('attachments', file.id, publicFile(world, file));
  }
  const guild = world.guilds.get(channel.guild);
  if (type === 6 || (type === 9 && world.users.has(String(value)))) {
    const person = world.user(String(value));
    const member = guild?.members.get(person.id);
    if (member) {
      const { user: _, ...partial } = publicMember(world, member);
      note('members', person.id, partial);
    }
    return note('users', person.id, publicUser(person));
  }
  if (type === 7) {
    const target = world.channel(String(value));
    return note('channels', target.id, partialChannel(world, target, asker));
  }
  if (type === 8 || type === 9) {
    const role = [...(guild?.roles.values() ?? [])].find(({ id, name }) => id === value || name === value);
    if (!role) throw new Error(`no role ${value}`);
    return note('roles', role.id, publicRole(role));
  }
  return value;
}

/** What the client would not send off: a required option that is missing, a text that is too long or too short. */
export function clientRefusal(
  options: readonly Json[],
  given: Readonly<Record<string, Given>>,
): string | undefined {
  for (const { name, required, min_length, max_length } of options) {
    const value = given[String(name)];
    if (required === true && value === undefined) return `${name}: this option is required`;
    const length = typeof value === 'string' ? [...value].length : undefined;
    if (length === undefined) continue;
    if (length > Number(max_length ?? 6000) || length < Number(min_length ?? 0)) {
      return `${name}: not of the right length`;
    }
  }
  return undefined;
}
