import { describe, expect, test } from '@jest/globals';
import { toldAlone } from '../../lib/cli/told-alone.ts';
import { roomName } from '../../lib/teams/room-name.ts';

const team = {
  teamChannels: [{ conversation: 'mattermost:chat:ops:', name: 'ops-board', tell: [] }],
  members: {
    people: [{ name: 'Tom Miller', email: 'tom@example.org', discord: '613425648685547541' }],
    may: [],
  },
};

const square = { conversation: 'mattermost:chat:square:post', person: 'u1', name: 'ann', place: 'square' };
const direct = { conversation: 'mattermost:chat:dm:', person: 'u1' };
const mail = (address: string) => ({
  conversation: `email:mail:${encodeURIComponent(address)}:`,
  person: address,
});

/** With Ann's card, and who else hears of it. */
const named = (where: string, ...followers: NonNullable<Parameters<typeof roomName>[1]>['followers']) =>
  roomName(team, { owner: square, followers }, where, toldAlone);

describe('what people call a conversation', () => {
  test('is its room, as its followers, the team or its opener know it', () => {
    const dev = { conversation: 'mattermost:chat:dev:', place: 'dev' };
    expect(named(dev.conversation, dev)).toBe('dev (chat)');
    expect(named('mattermost:chat:ops:')).toBe('ops-board (chat)');
    expect(named(square.conversation)).toBe('square (chat)');
    expect(named('mattermost:chat:other:')).toBe('chat');
    expect(named('chat')).toBe('chat');
  });

  test('is a direct message to whom it is for, where their name is known', () => {
    expect(named(direct.conversation, direct)).toBe('direct message to ann (chat)');
    expect(named(direct.conversation, { ...direct, person: 'u2', name: 'Eva' })).toBe(
      'direct message to Eva (chat)',
    );
    expect(named(direct.conversation, { ...direct, person: 'u2' })).toBe('direct message (chat)');
    const discord = { conversation: 'discord:talk:1:', person: '613425648685547541' };
    expect(named(discord.conversation, discord)).toBe('direct message to Tom Miller (talk)');
    // The same id elsewhere is somebody else's.
    const elsewhere = { conversation: 'mattermost:other:dm:', person: 'u1' };
    expect(named(elsewhere.conversation, elsewhere)).toBe('direct message (other)');
  });

  test('is a mail, and never an address', () => {
    const [tom, eva] = [mail('tom@example.org'), mail('eva@example.net')];
    expect(named(tom.conversation, tom)).toBe('mail to Tom Miller (mail)');
    expect(named(eva.conversation, { ...eva, name: 'Eva (eva@example.net)' })).toBe('mail (mail)');
    expect(named(eva.conversation, { ...eva, name: 'Eva' })).toBe('mail to Eva (mail)');
    expect(named(eva.conversation)).toBe('mail (mail)');
  });
});
