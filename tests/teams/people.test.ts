import { describe, expect, test } from '@jest/globals';
import { CardwireError, later, never } from '../../lib/domain/errors.ts';
import type { Person } from '../../lib/domain/person.ts';
import { displayNameOf, linkable, linkedName, listedPerson, roleOf } from '../../lib/teams/people.ts';
import type { Team } from '../../lib/teams/team.ts';
import { exampleTeam } from './example-team.ts';

const nobody = async () => false;
const inRoomOne = async (room: string, person: string) => room === 'room1' && person === 'u9';

/** As the dispatcher asks: whom the settings list first. */
function roleIn(team: Team, connection: string, person: Person, isIn: typeof inRoomOne) {
  return roleOf(team, connection, person, listedPerson(team, 'mattermost', person), isIn);
}

describe('who is a member', () => {
  test.each([
    ['a listed name', { id: 'u1', name: 'ann' }],
    ['a listed name, however it is written', { id: 'u1', name: '@Ann' }],
    ['a listed name that differs from the board', { id: 'u2', name: 'tom' }],
    ['somebody in the room of members', { id: 'u9', name: 'zed' }],
    ['somebody in the room whose name the channel did not send', { id: 'u9', name: '' }],
  ])('%s', async (_what, person) => {
    expect(await roleIn(exampleTeam, 'chat', person, inRoomOne)).toBe('member');
  });

  test.each([
    ['a stranger', { id: 'u5', name: 'eve' }],
    ["somebody with a member's name on the board", { id: 'u5', name: 'TMiller' }],
    ['somebody with the display name of a member', { id: 'u5', name: 'Tom Miller' }],
    ['somebody whom the settings know on the board only', { id: 'u5', name: 'zoe' }],
    ['nobody', { id: '', name: '' }],
  ])('not %s', async (_what, person) => {
    expect(await roleIn(exampleTeam, 'chat', person, inRoomOne)).toBe('guest');
  });

  test('not one of another connection, whatever their id', async () => {
    const chat = exampleTeam.channels.chat;
    if (!chat) throw new Error('the example has a chat');
    const team = { ...exampleTeam, channels: { chat, other: { ...chat, id: 'other' } } };
    expect(await roleIn(team, 'other', { id: 'u9', name: 'zed' }, inRoomOne)).toBe('guest');
  });

  test('listed people are members without a call', async () => {
    const fails = () => Promise.reject(new Error('asked'));
    expect(await roleIn(exampleTeam, 'chat', { id: 'u1', name: 'ann' }, fails)).toBe('member');
  });

  test('a room that refuses for good makes guests, one that is away makes nobody anything', async () => {
    const person = { id: 'u9', name: 'zed' };
    const refuses = () => Promise.reject(new CardwireError('mattermost-403', never));
    const away = () => Promise.reject(new CardwireError('mattermost-503', later));
    expect(await roleIn(exampleTeam, 'chat', person, refuses)).toBe('guest');
    await expect(roleIn(exampleTeam, 'chat', person, away)).rejects.toThrow('mattermost-503');
  });

  test('without a room, only the listed', async () => {
    const { room: _, ...members } = exampleTeam.members;
    expect(await roleIn({ ...exampleTeam, members }, 'chat', { id: 'u9', name: 'zed' }, nobody)).toBe(
      'guest',
    );
  });
});

test('a code is typed where people are known by ids and have a command to type it with', () => {
  const products = ['mattermost', 'discord', 'email'] as const;
  expect(products.filter(linkable)).toEqual(['discord']);
});

describe('where names can be chosen freely', () => {
  const eva = { name: 'Eva', discord: '123456789012345678', email: 'eva@example.org', wekan: 'eva' };
  const team = { ...exampleTeam, members: { ...exampleTeam.members, people: [eva] } };

  test('people are known by their id, or by the account that was linked to them', () => {
    expect(listedPerson(team, 'discord', { id: '123456789012345678', name: 'x' })).toBe(eva);
    expect(listedPerson(team, 'email', { id: 'Eva@example.org', name: 'x' })).toBe(eva);
    expect(listedPerson(team, 'discord', { id: '999999999999999999', name: 'x' }, 'Eva')).toBe(eva);
  });

  test('a name says nothing', () => {
    expect(listedPerson(team, 'discord', { id: '999999999999999999', name: 'Eva' })).toBeUndefined();
    expect(listedPerson(team, 'email', { id: 'eve@example.org', name: 'eva@example.org' })).toBeUndefined();
    expect(listedPerson(team, 'discord', { id: '999999999999999999', name: 'x' }, 'Eve')).toBeUndefined();
  });
});

describe('names on both sides', () => {
  test('lead from one to the other for people whom the settings link', () => {
    expect(linkedName(exampleTeam, 'mattermost', 'tom', 'wekan')).toBe('TMiller');
    expect(linkedName(exampleTeam, 'mattermost', '@TOM', 'wekan')).toBe('TMiller');
    expect(linkedName(exampleTeam, 'wekan', 'tmiller', 'mattermost')).toBe('tom');
    expect(linkedName(exampleTeam, 'mattermost', 'zoe', 'wekan')).toBeUndefined();
    expect(linkedName(exampleTeam, 'wekan', 'zoe', 'mattermost')).toBeUndefined();
    expect(linkedName(exampleTeam, 'mattermost', '', 'wekan')).toBeUndefined();
  });

  test('become the name the team uses, or stay as they are', () => {
    expect(displayNameOf(exampleTeam, 'mattermost', 'tom')).toBe('Tom Miller');
    expect(displayNameOf(exampleTeam, 'wekan', 'tmiller')).toBe('Tom Miller');
    expect(displayNameOf(exampleTeam, 'mattermost', 'TMiller')).toBe('TMiller');
    expect(displayNameOf(exampleTeam, 'wekan', 'Eve Adams')).toBe('Eve Adams');
    expect(displayNameOf(exampleTeam, 'wekan', 'eve', 'Eve Adams')).toBe('Eve Adams');
    expect(displayNameOf(exampleTeam, 'wekan', 'ann', 'Ann Lee')).toBe('ann');
  });
});
