import type { Routes } from './call.ts';
import { textOf } from './callback.ts';
import { forbidden, missing } from './failure.ts';
import type { SimChannel, SimUser } from './model.ts';

const publicUser = ({ id, username, bot, admin }: SimUser) => ({
  id,
  username,
  is_bot: bot,
  roles: admin ? 'system_admin system_user' : 'system_user',
  locale: 'en',
  delete_at: 0,
});

const publicChannel = ({ members: _, archived, ...channel }: SimChannel) => ({
  ...channel,
  delete_at: archived ? 1 : 0,
});

/** Users, teams, channels and who is in them. `*` in a route is one part of the path. */
export const peopleRoutes: Routes = {
  'GET /users/me': (call) => ({ json: publicUser(call.user) }),

  'GET /users/username/*': (call, name) => {
    const found = call.user && [...call.world.users.values()].find(({ username }) => username === name);
    if (!found) throw missing('app.user.missing_account.const');
    return { json: publicUser(found) };
  },

  'GET /users/*': (call, id = '') => {
    const found = call.user && call.world.users.get(id);
    if (!found) throw missing('app.user.missing_account.const');
    return { json: publicUser(found) };
  },

  'GET /teams/name/*': (call, name) => {
    const team = [...call.world.teams.values()].find((candidate) => candidate.name === name);
    if (!team) throw missing('app.team.get_by_name.missing.app_error');
    if (!team.members.has(call.user.id) && !call.user.admin) throw forbidden();
    return { json: { id: team.id, name: team.name, display_name: team.name } };
  },

  'GET /teams/*': (call, id = '') => {
    const team = call.world.teams.get(id);
    if (!team) throw missing('app.team.get.find.app_error');
    if (!team.members.has(call.user.id) && !call.user.admin) throw forbidden();
    return { json: { id: team.id, name: team.name, display_name: team.name } };
  },

  'POST /teams/*/members': (call, id = '') => {
    call.adminOnly();
    const user = call.world.user(textOf(call.record.user_id));
    call.world.teams.get(id)?.members.add(user.id);
    return { status: 201, json: { team_id: id, user_id: user.id } };
  },

  // A private channel that the caller is not in looks like none at all.
  'GET /teams/*/channels/name/*': (call, team, name) => {
    const channel = [...call.world.channels.values()].find((at) => at.team_id === team && at.name === name);
    const visible = channel && (channel.type === 'O' || channel.members.has(call.user.id) || call.user.admin);
    if (!visible || !channel) throw missing('app.channel.get_by_name.missing.app_error');
    return { json: publicChannel(channel) };
  },

  'GET /channels/*': (call, id = '') => ({ json: publicChannel(call.channel(id)) }),

  // Contract 2.2: the same channel each time.
  'POST /channels/direct': (call) => {
    const [a, b] = call.list.map((id) => call.world.users.get(textOf(id)));
    if (!a || !b) throw missing('app.user.missing_account.const');
    if (call.user.id !== a.id && call.user.id !== b.id) throw forbidden();
    return { status: 201, json: publicChannel(call.world.direct(a.id, b.id)) };
  },

  'GET /channels/*/members/*': (call, id = '', user = '') => {
    const channel = call.channel(id);
    if (!channel.members.has(user)) throw missing('app.channel.get_member.missing.app_error');
    return { json: { channel_id: id, user_id: user } };
  },

  // Anyone of the team may join a public channel; into a private one only somebody who is in it brings you.
  'POST /channels/*/members': (call, id = '') => {
    const channel = call.world.channels.get(id);
    const user = textOf(call.record.user_id);
    const team = channel && call.world.teams.get(channel.team_id);
    const joins = channel?.type === 'O' && user === call.user.id && team?.members.has(user);
    if (!channel || !(joins || call.user.admin || channel.members.has(call.user.id))) throw forbidden();
    if (!team?.members.has(user)) throw forbidden();
    channel.members.add(user);
    return { status: 201, json: { channel_id: id, user_id: user } };
  },

  'POST /bots': (call) => {
    call.adminOnly();
    const bot = call.world.addUser(textOf(call.record.username), { bot: true });
    return { status: 201, json: { user_id: bot.id, username: bot.username } };
  },

  // Contract 2.2: shown once.
  'POST /users/*/tokens': (call, id = '') => {
    call.adminOnly();
    const token = call.world.addToken(call.world.user(id));
    return { json: { id: token.slice(0, 26), token, user_id: id, is_active: true } };
  },
};
