import { describe, expect, test } from '@jest/globals';
import { isHeard, teamFor } from '../../lib/dispatch/server-gate.ts';
import type { Team } from '../../lib/teams/team.ts';
import { exampleTeam } from '../teams/example-team.ts';

/** The team hears the server `home`, by the second address of its connection. */
const team: Team = {
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
const latest: Team = { ...team, joined: [joined('yard')] };

/** Where settings come from: what is remembered of them, and what stands in the table. */
function settings(remembered: Team | undefined, fresh: Team | undefined = remembered) {
  const asked: string[] = [];
  const source = async (id: string, options?: { readonly fresh?: boolean }) => {
    asked.push(options?.fresh ? `${id}, fresh` : id);
    return options?.fresh ? fresh : remembered;
  };
  return { parts: { team: source }, asked };
}

describe('the settings for what comes in', () => {
  const origin = { team: 'ops', connection: 'talk', generation: 2, server: 'home' };
  const { server: _, ...alone } = origin;

  test.each([
    ['from a server that they know', origin],
    ['by an address that was good once', { ...origin, generation: 1 }],
    ['from somebody alone with the bot', alone],
  ])('are the remembered ones: %s', async (_what, from) => {
    const { parts, asked } = settings(team, latest);
    expect(await teamFor(parts, from)).toBe(team);
    expect(asked).toEqual(['ops']);
  });

  test.each([
    ['from a server that may have joined a moment ago', { ...origin, server: 'yard' }],
    ['by an address that may have been made a moment ago', { ...origin, generation: 3 }],
    ['through a connection that may have been made a moment ago', { ...alone, connection: 'new' }],
  ])('are read anew for what comes %s', async (_what, from) => {
    const { parts, asked } = settings(team, latest);
    expect(await teamFor(parts, from)).toBe(latest);
    expect(asked).toEqual(['ops', 'ops, fresh']);
  });

  test('are none where there is no such team', async () => {
    const { parts, asked } = settings(undefined);
    expect(await teamFor(parts, origin)).toBeUndefined();
    expect(asked).toEqual(['ops']);
  });
});

describe('whoever asks for something', () => {
  /** Whether they are heard, and on which servers they were looked for. */
  async function heard(
    role: 'member' | 'guest',
    on: string,
    fresh: Team | undefined = team,
    server?: string,
  ) {
    const { parts, asked } = settings(team, fresh);
    const looked: (readonly string[])[] = [];
    const isKnown = async (_person: string, servers: readonly string[]) => {
      looked.push(servers);
      return servers.includes(on);
    };
    const person = { id: 'u1', name: 'fay' };
    const event = { team: 'ops', connection: 'talk', person, ...(server !== undefined && { server }) };
    const isIn = await isHeard(parts, { team, event, role, channel: { isKnown } });
    return [isIn, looked, asked];
  }

  test('is heard alone with the bot as a member, wherever they are', async () => {
    expect(await heard('member', 'nowhere')).toEqual([true, [], []]);
  });

  test('is heard there as a guest where they are on a server of the team’s', async () => {
    expect(await heard('guest', 'home')).toEqual([true, [['home']], []]);
  });

  test('is looked for once more on those that have joined a moment ago, and on no others', async () => {
    const twice = [['home'], ['yard']];
    expect(await heard('guest', 'yard', latest)).toEqual([true, twice, ['ops, fresh']]);
    expect(await heard('guest', 'nowhere', latest)).toEqual([false, twice, ['ops, fresh']]);
  });

  test('is not heard from anywhere else', async () => {
    expect(await heard('guest', 'yard')).toEqual([false, [['home']], ['ops, fresh']]);
    const gone = { team: async () => undefined };
    const event = { team: 'ops', connection: 'talk', person: { id: 'u1', name: 'fay' } };
    const channel = { isKnown: async () => false };
    expect(await isHeard(gone, { team, event, role: 'guest', channel })).toBe(false);
  });

  test('is heard by the server that they ask on, whatever else they are on', async () => {
    expect(await heard('member', 'home', team, 'yard')).toEqual([false, [], []]);
    expect(await heard('guest', 'nowhere', team, 'home')).toEqual([true, [], []]);
  });
});
