import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newCode, readCode } from '../../lib/domain/code.ts';
import type { Grant } from '../../lib/store/codes.ts';
import { bit } from '../sims/discord/permissions.ts';
import { type DiscordHouse, openDiscordHouse } from './discord-house.ts';
import { types } from './discord-sight.ts';
import { types as typesInMattermost } from './sight.ts';

/** Servers that join by a code, and accounts that are linked by one. */
let all: DiscordHouse;
beforeAll(async () => {
  all = await openDiscordHouse();
  const { discord } = all;
  for (const guild of ['friends', 'others']) discord.addGuild(guild);
  discord.addChannel('yard', { guild: 'friends' });
  discord.addChannel('hall', { guild: 'friends' });
  discord.addChannel('attic', { guild: 'others' });
  for (const name of ['fay', 'gus']) discord.addUser(name, { guild: 'friends' });
  discord.addUser('oto', { guild: 'others' });
  discord.addUser('tim');
});
afterAll(() => all.stop());

async function invite(grant: Grant = { kind: 'connect', connection: 'talk' }): Promise<string> {
  const code = newCode();
  await all.house.store.codes.give('ops', readCode(code) ?? '', grant);
  return code;
}

const takeOff = (guild: string) =>
  all.house.store.teams.leave('ops', { connection: 'talk', server: all.discord.world.guild(guild).id });
const titles = () => all.house.wekan.world.cards.map(({ title }) => title);
const inYard = () => all.discord.messages('yard').map(({ text }) => text);

describe('a server that is not connected', () => {
  test('is told how to connect it, privately, and nothing else is done', async () => {
    for (const [line, options] of [
      ['/card create', { title: 'From nowhere' }],
      ['/card list', {}],
      ['/card board', { board: 'wrong' }],
      ['/card help', {}],
    ] as const) {
      const told = await types(all, 'fay', 'yard', line, options);
      expect(told).toEqual([expect.stringMatching(/not connected to a team yet[\s\S]*\/card connect/)]);
      // No name of the team's own.
      expect(told.join()).not.toMatch(/\bops\b|\bmain\b/);
    }
    expect(titles()).toEqual([]);
  });

  test('gives the text back, so that nobody types it twice', async () => {
    const told = await types(all, 'fay', 'yard', '/card create', { title: 'Mend the fence' });
    expect(told.join()).toContain('Mend the fence');
  });

  test('is offered no suggestions', async () => {
    const hand = all.discord.as('fay');
    const typed = { card: '' };
    expect((await hand.autocompletes('yard', '/card show', typed, 'card')).choices).toEqual([]);
    await all.house.settle();
    expect((await hand.autocompletes('yard', '/card show', typed, 'card')).choices).toEqual([]);
  });
});

describe('/card connect', () => {
  test('with no code there is says so', async () => {
    const told = await types(all, 'fay', 'yard', '/card connect', { code: newCode() });
    expect(told).toEqual([expect.stringMatching(/do not know this code/)]);
    expect((await types(all, 'fay', 'yard', '/card connect', { code: 'hello' })).join()).toMatch(
      /do not know/,
    );
  });

  test('where the bot may not write keeps the code good', async () => {
    const code = await invite();
    all.discord.deny('hall', bit.SEND_MESSAGES);
    const told = await types(all, 'fay', 'hall', '/card connect', { code });
    expect(told.join()).toMatch(/may not write in this channel[\s\S]*still good/);
    const connected = await types(all, 'fay', 'yard', '/card connect', {
      code: code.toLowerCase().replaceAll('-', ' '),
    });
    expect(connected).toEqual([expect.stringMatching(/connected now/)]);
    expect((await types(all, 'oto', 'attic', '/card connect', { code })).join()).toMatch(/used already/);
  });

  test('in a thread says where, and keeps the code good: its channel may be a forum, where nobody can post', async () => {
    const code = await invite();
    all.discord.addChannel('forum', { guild: 'others', type: 15 });
    for (const channel of ['forum', 'attic']) {
      const thread = all.discord.as('oto').opensThread(channel, 'Talk').id;
      const told = await types(all, 'oto', thread, '/card connect', { code });
      expect(told).toEqual([expect.stringMatching(/in a channel itself[\s\S]*still good/)]);
    }
  });

  test('connects at once: cards are opened there, and the channel hears of every card', async () => {
    await types(all, 'gus', 'hall', '/card create', { title: 'From a friend' });
    await types(all, 'tim', 'general', '/card create', { title: 'From home' });
    await all.house.lapse(60_000);
    expect(titles()).toEqual(['From a friend', 'From home']);
    expect(inYard().join('\n')).toMatch(/From a friend[\s\S]*From home/);
  });

  test('on a server that is connected uses up no code', async () => {
    const code = await invite();
    for (const [name, channel] of Object.entries({ gus: 'yard', tim: 'general' })) {
      const told = await types(all, name, channel, '/card connect', { code });
      expect(told).toEqual([expect.stringMatching(/connected already/)]);
    }
    expect((await types(all, 'oto', 'attic', '/card connect', { code })).join()).toMatch(/connected now/);
  });

  test('alone with the bot says where', async () => {
    const direct = all.discord.direct('tim').id;
    const told = await types(all, 'tim', direct, '/card connect', { code: newCode() });
    expect(told.join()).toMatch(/in one of its channels/);
  });

  test('does nothing any more on a server that was taken off, after a minute at most', async () => {
    await takeOff('others');
    await all.house.lapse(61_000);
    expect((await types(all, 'oto', 'attic', '/card list')).join()).toMatch(/not connected/);
  });

  test('tells a server that was taken off nothing more of the cards that were opened there', async () => {
    await types(all, 'oto', 'attic', '/card connect', { code: await invite() });
    await types(all, 'oto', 'attic', '/card create', { title: 'Left behind' });
    await all.house.lapse(60_000);
    const shown = () => all.discord.messages('attic').map(({ text, thread }) => text + thread);
    const before = shown();
    await takeOff('others');
    await all.house.lapse(61_000);
    const card = all.house.wekan.world.cards.find(({ title }) => title === 'Left behind');
    await all.house.wekan.asUser('ann').comment(card?._id ?? '', 'Not for them');
    await all.house.lapse(60_000);
    expect(before.join()).toContain('Left behind');
    expect(shown()).toEqual(before);
    expect(
      all.discord
        .messages('team')
        .map(({ text }) => text)
        .join(),
    ).toContain('Not for them');
  });

  test('leaves nothing to be suggested on a server that was taken off', async () => {
    await types(all, 'oto', 'attic', '/card connect', { code: await invite() });
    const hand = all.discord.as('oto');
    const suggested = async () => {
      const { choices = [] } = await hand.autocompletes(
        'attic',
        '/card move',
        { card: '#1', column: '' },
        'column',
      );
      await all.house.settle();
      return choices.map(({ name }) => name);
    };
    await suggested();
    expect(await suggested()).toContain('Doing');
    await takeOff('others');
    await all.house.lapse(11 * 60_000);
    await suggested();
    expect(await suggested()).toEqual([]);
  });

  test('of a run that died with the code in its hand ends well', async () => {
    const code = await invite();
    const killed = failOnce(({ UpdateExpression = '' }) => /#joined/.test(UpdateExpression));
    const told = await types(all, 'oto', 'attic', '/card connect', { code });
    expect(killed()).toBe(true);
    expect(told.join()).not.toMatch(/connected now/);
    await all.house.lapse(60_000);
    expect(all.discord.ephemerals('oto').at(-1)?.text).toMatch(/connected now/);
    expect((await types(all, 'oto', 'attic', '/card list')).join()).not.toMatch(/not connected/);
  });
});

describe('wrong codes', () => {
  test('are five in an hour', async () => {
    // Hours are the clock's: all of this happens in one.
    await all.house.lapse(3_600_000 - (all.house.now() % 3_600_000));
    const wrong = () => types(all, 'gus', 'yard', '/card link', { code: newCode() });
    for (let tries = 0; tries < 5; tries++) expect((await wrong()).join()).toMatch(/do not know this code/);
    expect((await wrong()).join()).toMatch(/too many wrong codes/);
    const right = await invite({ kind: 'link', name: 'ann' });
    expect((await types(all, 'gus', 'yard', '/card link', { code: right })).join()).toMatch(/too many/);
    await all.house.lapse(3_600_000);
    expect((await types(all, 'gus', 'yard', '/card link', { code: right })).join()).toMatch(
      /linked to ann now/,
    );
  });
});

/** Lets the first call to the table that fits fail, as a run does that dies there. Tells whether one did. */
function failOnce(fits: (input: { readonly UpdateExpression?: string }) => boolean): () => boolean {
  let failed = false;
  all.house.clients.dynamodb.middlewareStack.add(
    (next) => (args) => {
      if (failed || !fits(args.input as { UpdateExpression?: string })) return next(args);
      failed = true;
      throw new Error('killed');
    },
    { step: 'initialize' },
  );
  return () => failed;
}

describe('/card link', () => {
  test('with a code makes a guest the member whom the code is for', async () => {
    const move = () => types(all, 'fay', 'yard', '/card move', { card: '#2', column: 'Doing' });
    expect((await move()).join()).toMatch(/may not `move`/);
    const code = await invite({ kind: 'link', name: 'ann', connection: 'talk' });
    expect((await types(all, 'fay', 'yard', '/card link', { code })).join()).toMatch(/linked to ann now/);
    expect((await move()).join()).toMatch(/is in \*\*Doing\*\* now/);
    expect((await types(all, 'tim', 'general', '/card link', { code })).join()).toMatch(/used already/);
  });

  test('without one gives a member a code for another account, and a guest none', async () => {
    expect((await types(all, 'tim', 'general', '/card link')).join()).toMatch(/do not know who you are/);
    const [told = ''] = await typesInMattermost(all.house, 'tom', '/card link');
    const code = /\/card link ([\dA-Z-]{14})/.exec(told)?.[1] ?? '';
    expect(await typesInMattermost(all.house, 'ann', `/card link ${code}`)).toEqual([
      expect.stringMatching(/no need to link/),
    ]);
    expect((await types(all, 'tim', 'general', '/card link', { code })).join()).toMatch(/linked to tom now/);
    expect((await types(all, 'tim', 'general', '/card list', { mine: true })).join()).not.toMatch(/may not/);
  });

  test('of somebody who has left the team links nobody', async () => {
    const code = await invite({ kind: 'link', name: 'gone' });
    expect((await types(all, 'oto', 'attic', '/card link', { code })).join()).toMatch(
      /do not know this code/,
    );
  });
});

test('nothing lies with the dead', async () => {
  expect(await all.house.store.graveyard.list('ops')).toEqual([]);
  expect(all.discord.world.problems).toEqual([]);
});
