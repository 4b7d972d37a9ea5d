import { limits } from '../../channels/discord/limits.ts';
import type { Routes } from './call.ts';
import { ApiError, unknown } from './failure.ts';
import { partialGuild, publicChannel, publicGuild, publicMember, publicRole, publicUser } from './views.ts';

/** The bot, its guilds, people and channels. */
export const placeRoutes: Routes = {
  'GET /users/@me': ({ world, bot }) => ({ json: publicUser(world.user(bot)) }),

  'GET /users/@me/guilds': ({ world, bot }) => {
    const guilds = [...world.guilds.values()].filter(({ members }) => members.has(bot));
    return { json: guilds.map((guild) => partialGuild(world, guild)) };
  },

  'GET /users/*': ({ world }, id = '') => {
    const user = world.users.get(id);
    if (!user) throw unknown.user();
    return { json: publicUser(user) };
  },

  // Contract A2.2: gives the existing one; whether a message gets through shows when it is sent.
  'POST /users/@me/channels': (call) => {
    const { recipient_id } = call.parse(limits.directOpen);
    const user = call.world.users.get(recipient_id);
    if (!user || user.bot) throw new ApiError(400, 50033, 'Invalid Recipient(s)');
    return { json: publicChannel(call.world, call.world.direct(user.id)) };
  },

  'GET /guilds/*': (call, id = '') => ({ json: publicGuild(call.guild(id)) }),

  'GET /guilds/*/roles': (call, id = '') => ({
    json: [...call.guild(id).roles.values()].map(publicRole),
  }),

  // Without threads; those that the bot cannot see are among them.
  'GET /guilds/*/channels': (call, id = '') => {
    const { id: guild } = call.guild(id);
    const all = [...call.world.channels.values()];
    const listed = all.filter((each) => each.guild === guild && !each.thread && !each.deleted);
    return { json: listed.map((each) => publicChannel(call.world, each)) };
  },

  'GET /guilds/*/members/*': (call, id = '', user = '') => {
    const guild = call.guild(id);
    if (!call.world.users.has(user)) throw unknown.user();
    const member = guild.members.get(user);
    if (!member) throw unknown.member();
    return { json: publicMember(call.world, member) };
  },

  'GET /channels/*': (call, id = '') => ({ json: publicChannel(call.world, call.channel(id)) }),
};
