import type { Team } from '../../lib/teams/team.ts';

/** A team as the dispatcher gets it, to be changed where a test needs it otherwise. */
export const exampleTeam: Team = {
  id: 'ops',
  language: 'en',
  timezone: 'Europe/Berlin',
  members: {
    people: [
      { name: 'ann', mattermost: 'ann', wekan: 'ann' },
      { name: 'Tom Miller', mattermost: 'tom', wekan: 'TMiller' },
      { name: 'Board only', wekan: 'zoe' },
    ],
    room: { connection: 'chat', room: 'room1' },
    may: ['create', 'move'],
  },
  guests: { may: ['create'] },
  boards: {
    kanban: {
      product: 'wekan',
      id: 'kanban',
      generation: 1,
      url: 'https://board.example.org',
      private: false,
      user: 'cardwire',
      password: 'pass word é',
      self: 'usr1',
      board: 'brd1',
      intake: 'lst1',
      done: 'lst3',
    },
  },
  channels: {
    chat: {
      product: 'mattermost',
      id: 'chat',
      generation: 2,
      url: 'https://chat.example.org',
      private: false,
      token: 'bot token',
      command: 'card',
      self: 'bot1',
      workspace: 'team1',
    },
  },
  teamChannels: [{ conversation: 'mattermost:chat:room2:', tell: ['create', 'move'] }],
};
