import { expect, test } from '@jest/globals';
import { askerOf } from '../../lib/dispatch/asker.ts';
import type { DiscordConnection, Team } from '../../lib/teams/team.ts';
import type { CommandEvent } from '../../schemas/event.ts';
import { exampleTeam } from '../teams/example-team.ts';
import { openPausedRoom } from './paused-room.ts';

const { chat } = exampleTeam.channels;
if (chat?.product !== 'mattermost') throw new Error('the example has no Mattermost');
const talk: DiscordConnection = {
  ...{ product: 'discord', id: 'talk', generation: 1, url: '', private: false, token: '', command: 'card' },
  ...{ self: '1', application: '2', publicKey: '', server: '3', development: false },
};
const team: Team = {
  ...exampleTeam,
  members: {
    ...exampleTeam.members,
    people: [
      { name: 'Ann', mattermost: 'ann', discord: '71' },
      { name: 'Tom', mattermost: 'tom', discord: '72' },
    ],
  },
  channels: { chat, talk },
};

/** Who it is that asks, with the rooms that were looked into. `accounts`: which account was linked to whom. */
async function asks(
  by: typeof chat | DiscordConnection | undefined,
  person: CommandEvent['person'],
  more: { readonly unproven?: true; readonly linked?: string } = {},
) {
  if (!by) throw new Error('no connection');
  const { parts, store } = openPausedRoom();
  if (more.linked) await store.accounts.link(team.id, by.id, person.id, more.linked);
  const looked: string[][] = [];
  const isIn = async (room: string, id: string) => {
    looked.push([room, id]);
    return id === 'u7';
  };
  const event = { connection: by.id, person, ...(more.unproven && { unproven: true as const }) };
  const { self, role } = await askerOf(parts, event, team, by, { isIn });
  return { name: self?.name, role, looked };
}

test('whom the settings list is a member, whatever room they are in', async () => {
  expect(await asks(chat, { id: 'u1', name: 'ann' })).toEqual({ name: 'Ann', role: 'member', looked: [] });
  expect(await asks(talk, { id: '72', name: 'x' })).toEqual({ name: 'Tom', role: 'member', looked: [] });
});

test('who is in the members’ room is one too, under no name of the team’s', async () => {
  const inRoom = { name: undefined, role: 'member', looked: [['room1', 'u7']] };
  expect(await asks(chat, { id: 'u7', name: 'zed' })).toEqual(inRoom);
  expect(await asks(chat, { id: 'u8', name: 'zoe' })).toMatchObject({
    role: 'guest',
    looked: [['room1', 'u8']],
  });
  // What the room’s chat calls u7 is nobody on another one.
  expect(await asks(talk, { id: 'u7', name: 'zed' })).toMatchObject({ role: 'guest', looked: [] });
});

test('an account that was linked by a code is its person’s, where there are such codes', async () => {
  const zed = { id: '99', name: 'zed' };
  expect(await asks(talk, zed)).toMatchObject({ name: undefined, role: 'guest' });
  expect(await asks(talk, zed, { linked: 'Ann' })).toMatchObject({ name: 'Ann', role: 'member' });
  expect(await asks(chat, zed, { linked: 'Ann' })).toMatchObject({ name: undefined, role: 'guest' });
});

test('whom the settings list stays who they are, whomever their account was linked to', async () => {
  expect(await asks(talk, { id: '72', name: 'x' }, { linked: 'Ann' })).toMatchObject({ name: 'Tom' });
});

test('where nothing proves who it is, it is nobody the team knows', async () => {
  expect(await asks(chat, { id: 'u1', name: 'ann' }, { unproven: true })).toMatchObject({
    ...{ name: undefined, role: 'guest' },
  });
});
