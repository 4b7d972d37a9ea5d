import { describe, expect, test } from '@jest/globals';
import { deriveKey, type Keys } from '../../lib/domain/keys.ts';
import { isConnected, withJoined } from '../../lib/teams/joined.ts';
import { storeTeam } from '../../lib/teams/stored.ts';
import type { DiscordConnection, Team } from '../../lib/teams/team.ts';
import { createTeamSource } from '../../lib/teams/team-source.ts';
import { tellByDefault } from '../../schemas/team.ts';
import { exampleTeam } from './example-team.ts';

const talk: DiscordConnection = {
  ...{ product: 'discord', id: 'talk', generation: 1, url: 'https://discord.com/api/v10', private: false },
  ...{ token: 'x', command: 'card', self: '1', application: '2', publicKey: '3', server: '10' },
  development: false,
};
const team: Team = { ...exampleTeam, channels: { ...exampleTeam.channels, talk } };
const joined = { connection: 'talk', server: '20', conversation: 'discord:talk:21:' };

describe('a team that servers have joined', () => {
  test('hears them, and their rooms hear of every card, each once', () => {
    const rooms = withJoined(team, [joined]).teamChannels;
    expect(rooms).toEqual([
      ...team.teamChannels,
      { conversation: joined.conversation, tell: [...tellByDefault] },
    ]);
    const listed = { ...team, teamChannels: rooms };
    expect(withJoined(listed, [joined]).teamChannels).toEqual(rooms);
    expect(isConnected(withJoined(team, [joined]), 'talk', '20')).toBe(true);
  });

  test('knows its own server, and no other connection’s', () => {
    const all = withJoined(team, [joined]);
    expect(['10', '20', '30'].map((server) => isConnected(all, 'talk', server))).toEqual([true, true, false]);
    expect(isConnected(all, 'chat', '20')).toBe(false);
  });

  test('is what it was without the connection that they joined through', () => {
    expect(withJoined(exampleTeam, [joined])).toBe(exampleTeam);
  });
});

describe('the source of teams', () => {
  const keys: Keys = [deriveKey('a key', 'stored-secrets')];

  test('sees who has joined after a minute, or at once when asked, and keeps the connections', async () => {
    const clock = { now: 0 };
    const item: { settings: string; joined?: (typeof joined)[] } = { settings: storeTeam(team, keys) };
    const source = createTeamSource({ get: async () => item }, keys, () => clock.now);
    const before = await source('ops');
    item.joined = [joined];
    expect(await source('ops')).toBe(before);
    const fresh = await source('ops', { fresh: true });
    expect(fresh?.joined).toEqual([joined]);
    expect(fresh?.channels.talk).toBe(before?.channels.talk);
    expect(await source('ops')).toBe(fresh);
    delete item.joined;
    clock.now += 60_001;
    expect(await source('ops')).not.toHaveProperty('joined');
  });
});
