import { describe, expect, test } from '@jest/globals';
import { isHeard } from '../../lib/dispatch/server-gate.ts';
import type { Team } from '../../lib/teams/team.ts';
import { latest, settings, team } from './remembered.ts';

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
