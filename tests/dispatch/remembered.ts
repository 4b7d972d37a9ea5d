import type { Team } from '../../lib/teams/team.ts';
import { exampleTeam } from '../teams/example-team.ts';

/** The team hears the server `home`, by the second address of its connection. */
export const team: Team = {
  ...exampleTeam,
  channels: {
    talk: {
      ...{ product: 'discord', id: 'talk', generation: 2, url: '', private: false, token: '', self: '1' },
      ...{ command: 'card', application: '2', publicKey: '', server: 'home', development: false },
    },
  },
};

const joined = (server: string) => ({ connection: 'talk', server, conversation: `discord:talk:${server}:` });

/** The same, after another server has joined, and the connection was made anew. */
export const latest: Team = { ...team, joined: [joined('yard')] };

/** Where settings come from: what is remembered of them, and what stands in the table. `asked` says for what it was asked. */
export function settings(remembered: Team | undefined, fresh: Team | undefined = remembered) {
  const asked: string[] = [];
  const source = async (id: string, options?: { readonly fresh?: boolean }) => {
    asked.push(options?.fresh ? `${id}, fresh` : id);
    return options?.fresh ? fresh : remembered;
  };
  return { parts: { team: source }, asked };
}
