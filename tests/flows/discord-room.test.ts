import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bit } from '../sims/discord/permissions.ts';
import { type DiscordHouse, openDiscordHouse } from './discord-house.ts';
import { types } from './discord-sight.ts';
import { said } from './sight.ts';

/** What comes with a command, and rooms in which the bot may not write. */
let all: DiscordHouse;
beforeAll(async () => {
  all = await openDiscordHouse();
  for (const room of ['quiet', 'hall']) all.discord.addChannel(room);
  all.discord.deny('quiet', bit.SEND_MESSAGES);
});
afterAll(async () => {
  await all.stop();
  expect(all.discord.world.problems).toEqual([]);
  expect(all.house.logged).toEqual([]);
});

const rest = () => all.house.lapse(60_000);
const files = () =>
  all.house.wekan.world.files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]);
const cardTitled = (title: string) => {
  const card = all.house.wekan.world.cards.find((each) => each.title === title);
  if (!card) throw new Error(`no card ${title}`);
  return card;
};
const ref = (title: string) => `#${cardTitled(title).cardNumber}`;
const posts = (channel: string, title: string) =>
  all.discord.messages(channel).filter(({ text, buttons }) => buttons.length > 0 && text.includes(title));
const thread = (channel: string, title: string) =>
  all.discord
    .messages(posts(channel, title)[0]?.thread || 'none')
    .map(({ text }) => text)
    .join('\n');

describe('files', () => {
  const file = { name: 'leak.png', type: 'image/png', bytes: 'a picture' };

  test('of a command come to the new card, and who hears of it is told', async () => {
    expect(await types(all, 'tom', 'general', '/card create', { title: 'It leaks', file })).toEqual([]);
    await rest();
    expect(files()).toEqual([['leak.png', 'a picture']]);
    expect(thread('team', 'It leaks')).toContain('tom attached **leak.png**');
  });

  test('of a message come to the card that is made of it', async () => {
    const tom = all.discord.as('tom');
    const { id } = tom.post('general', 'The valve drips', { files: [{ name: 'valve.txt', bytes: 'drip' }] });
    await tom.messageCommand(id, 'Create card');
    await tom.submits({});
    await rest();
    expect(files()).toContainEqual(['valve.txt', 'drip']);
    expect(cardTitled('The valve drips').description).toContain(
      `From a message by tom: https://discord.com/`,
    );
    expect(all.discord.ephemerals('tom')).toEqual([]);
  });
});

describe('a channel in which the bot may not write', () => {
  test('opens cards that go on in a direct message, and the answer says why at once', async () => {
    const told = await types(all, 'tom', 'quiet', '/card create', { title: 'Quiet pump' });
    expect(told).toEqual([expect.stringMatching(/may not write in this channel[\s\S]*direct message/)]);
    await all.house.wekan.asUser('ann').moveCard(cardTitled('Quiet pump')._id, 'Doing');
    await rest();
    expect(posts('quiet', 'Quiet pump')).toEqual([]);
    expect(posts(all.discord.direct('tom').id, 'Quiet pump')[0]?.text).toContain('Doing');
  });
});

describe('a thread of such a channel, in which it may', () => {
  test('can follow a card', async () => {
    const talk = all.discord.as('ann').opensThread('quiet', 'Talk').id;
    const told = await types(all, 'ann', talk, '/card follow', { card: ref('It leaks'), here: true });
    expect(told).toEqual([expect.stringMatching(/This conversation follows/)]);
    expect(posts(talk, 'It leaks')).toHaveLength(1);
  });
});

describe('a channel that the bot is shut out of', () => {
  const toldTeam = () => said(all.house, 'team').filter((text) => text.includes('any more'));

  test('is paused; the team hears of it once, on another channel', async () => {
    expect(
      (await types(all, 'ann', 'hall', '/card follow', { card: ref('It leaks'), here: true })).join(),
    ).toMatch(/This conversation follows/);
    await rest();
    const before = posts('hall', 'It leaks')[0]?.text;
    all.discord.deny('hall', bit.VIEW_CHANNEL);
    for (const to of ['Doing', 'Review']) {
      await all.house.wekan.asUser('ann').moveCard(cardTitled('It leaks')._id, to);
      await rest();
    }
    expect(posts('hall', 'It leaks')[0]?.text).toBe(before);
    expect(posts('general', 'It leaks')[0]?.text).toContain('Review');
    expect(toldTeam()).toEqual([expect.stringMatching(/“hall” \(talk\)/)]);
    expect(await all.house.store.graveyard.list('ops')).toEqual([]);
  });
});

describe('a person who takes no direct messages', () => {
  const closed = (name: string, dms: boolean) => {
    all.discord.as(name).user.dms = dms;
  };
  const toldTeam = () => said(all.house, 'team').filter((text) => text.includes('direct messages to'));

  test('is told in the private answer all the same, and the team hears once that they cannot be reached', async () => {
    closed('tom', false);
    for (const title of ['Unheard pump', 'Unheard valve']) {
      const told = await types(all, 'tom', 'quiet', '/card create', { title });
      expect(told.join()).toMatch(/may not write in this channel/);
      await rest();
    }
    expect(toldTeam()).toEqual([expect.stringMatching(/to tom any more[\s\S]*resume ops/)]);
    expect(posts('team', 'Unheard pump')[0]?.text).toContain('Unheard pump');
    expect(await all.house.store.graveyard.list('ops')).toEqual([]);
  });

  test('hears again once they do, from the next thing that happens', async () => {
    closed('tom', true);
    await all.house.store.paused.resume('ops');
    await all.house.wekan.asUser('ann').moveCard(cardTitled('Unheard valve')._id, 'Review');
    await rest();
    expect(posts(all.discord.direct('tom').id, 'Unheard valve')[0]?.text).toContain('Review');
  });
});
