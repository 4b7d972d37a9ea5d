import type { Team } from '../../lib/teams/team.ts';
import { tellByDefault, verbs } from '../../schemas/team.ts';
import type { MattermostSim } from '../sims/mattermost/sim.ts';
import type { WekanSim } from '../sims/wekan/sim.ts';

/** The team of the flows: tom and ann are members, everyone else is a guest; the room `team` hears of every card. */
export function teamOf({ world, board, url }: WekanSim, mattermost: MattermostSim, teamRoom: string): Team {
  const columns = world.lists.filter(({ boardId }) => boardId === board._id);
  const self = world.users.find(({ username }) => username === 'cardwire');
  return {
    id: 'ops',
    language: 'en',
    timezone: 'Europe/Berlin',
    members: {
      people: ['tom', 'ann'].map((name) => ({ name, mattermost: name, wekan: name })),
      may: [...verbs],
    },
    guests: { may: ['create', 'show', 'comment', 'follow', 'unfollow', 'list', 'search', 'link', 'help'] },
    boards: {
      main: {
        ...{ product: 'wekan', id: 'main', generation: 1, url, private: true },
        ...{ user: 'cardwire', password: self?.password ?? '', self: self?._id ?? '', board: board._id },
        ...{ intake: columns[0]?._id ?? '', done: columns.at(-1)?._id ?? '' },
      },
    },
    channels: {
      chat: {
        ...{ product: 'mattermost', id: 'chat', generation: 1, url: mattermost.url, private: true },
        ...{ token: mattermost.tokens.bot, command: 'card', self: mattermost.bot.id },
        workspace: mattermost.team.id,
      },
    },
    teamChannels: [{ conversation: `mattermost:chat:${teamRoom}:`, tell: [...tellByDefault] }],
  };
}
