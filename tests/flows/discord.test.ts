import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openAddress, sealAddress } from '../../lib/domain/address.ts';
import { storeTeam } from '../../lib/teams/stored.ts';
import { type DiscordHouse, openDiscordHouse } from './discord-house.ts';
import { keysFor } from './house.ts';

let all: DiscordHouse;
beforeAll(async () => {
  all = await openDiscordHouse();
});
afterAll(async () => {
  await all.stop();
  expect(all.discord.world.problems).toEqual([]);
});

const cardPost = (title: string) =>
  all.discord.messages('general').find(({ text, buttons }) => buttons.length > 0 && text.includes(title));
const cardTitled = (title: string) => all.house.wekan.world.cards.find((card) => card.title === title);

describe('the main job, on Discord', () => {
  test('a command becomes a card, and nothing is left thinking', async () => {
    await all.discord.as('tom').types('general', '/card create', { title: 'Fix the pump' });
    await all.house.settle();
    expect(cardTitled('Fix the pump')?.description).toContain('tom');
    expect(cardPost('Fix the pump')?.text).toContain('To Do');
    expect(all.discord.ephemerals('tom')).toEqual([]);
  });

  test('whoever calls themselves like somebody else is told apart', async () => {
    all.discord.addUser('mallory', { displayName: 'tom' });
    await all.discord.as('mallory').types('general', '/card create', { title: 'Pay this bill' });
    await all.house.settle();
    expect(cardTitled('Pay this bill')?.description).toContain('tom (mallory)');
    expect(cardPost('Pay this bill')?.text).toContain('tom (mallory) opened this card');
  });

  test('the select and the comment form do what they say, and what happens on the board is told in the thread', async () => {
    const { discord, house } = all;
    const tom = discord.as('tom');
    const { id = '', thread } = cardPost('Fix the pump') ?? {};
    expect(thread).toBe('');
    expect((await tom.chooses(id, '', 'Doing')).error).toBeUndefined();
    await house.lapse(60_000);
    expect(cardPost('Fix the pump')?.text).toContain('Doing');
    const { modal } = await tom.clicks(id, 'Comment');
    expect(modal?.title).toContain('Fix the pump');
    expect((await tom.submits({ text: 'On my way' })).error).toBeUndefined();
    await house.lapse(60_000);
    expect(house.wekan.world.comments.map(({ text }) => text).join()).toContain('On my way');
    await house.wekan.asUser('ann').moveCard(cardTitled('Fix the pump')?._id ?? '', 'Done');
    await house.lapse(60_000);
    const told = discord.messages(cardPost('Fix the pump')?.thread ?? '');
    expect(told.map(({ text }) => text).join('\n')).toMatch(/Doing[\s\S]*Done/);
    expect(discord.ephemerals('tom')).toEqual([]);
  });

  test('a message becomes a card that links back to it', async () => {
    const { discord, house } = all;
    const tom = discord.as('tom');
    const { id } = tom.post('general', 'The valve drips\nSince Monday');
    expect((await tom.messageCommand(id, 'Create card')).modal).toBeDefined();
    expect((await tom.submits({})).error).toBeUndefined();
    await house.settle();
    const description = cardTitled('The valve drips')?.description;
    expect(description).toContain('Since Monday');
    expect(description).toContain(
      `https://discord.com/channels/${discord.guild.id}/${discord.general.id}/${id}`,
    );
    expect(discord.ephemerals('tom')).toEqual([]);
  });

  test('a thread is called as its card is, in the direction in which that is read', async () => {
    const { discord, house } = all;
    await discord.as('tom').types('general', '/card create', { title: 'Pay \u202Exslx.exe' });
    await house.lapse(60_000);
    await house.wekan.asUser('ann').moveCard(house.wekan.world.cards.at(-1)?._id ?? '', 'Doing');
    await house.lapse(60_000);
    const names = [...discord.world.channels.values()].map(({ name }) => name);
    expect(names).toContainEqual(expect.stringMatching(/^#\d+ Pay xslx\.exe$/));
  });

  test('an address that was made anew a moment ago is good at once', async () => {
    const { discord, house } = all;
    const { talk } = house.team.channels;
    if (!talk) throw new Error('no connection');
    // The dispatcher remembers the settings as they were.
    await discord.as('tom').types('general', '/card create', { title: 'Before' });
    await house.settle();
    const anew = { ...talk, generation: 2 };
    const team = { ...house.team, channels: { ...house.team.channels, talk: anew } };
    await house.store.teams.put({ id: 'ops', settings: storeTeam(team, keysFor('stored-secrets')) });
    const keys = keysFor('discord-interaction');
    const known = openAddress(discord.application.endpoint.slice(house.doorsUrl.length), keys);
    if (!known) throw new Error('no address');
    await discord.setEndpoint(`${house.doorsUrl}${sealAddress({ ...known, generation: 2 }, keys)}`);
    await discord.as('tom').types('general', '/card create', { title: 'Anew' });
    await house.settle();
    expect(cardPost('Anew')).toBeDefined();
  });

  test('a form that was sent off twice is one card', async () => {
    const tom = all.discord.as('tom');
    const { modal } = await tom.types('general', '/card create');
    if (!modal) throw new Error('no form');
    for (const _ of [1, 2]) await tom.submits({ title: 'Once only' }, { modal, forged: true });
    await all.house.settle();
    expect(all.discord.ephemerals('tom').filter(({ loading }) => loading)).toEqual([]);
    expect(all.house.wekan.world.cards.filter(({ title }) => title === 'Once only')).toHaveLength(1);
  });

  test('suggestions come once they have been gathered', async () => {
    const tom = all.discord.as('tom');
    const types = () => tom.autocompletes('general', '/card move', { card: '', column: 'do' }, 'column');
    expect((await types()).choices).toEqual([]);
    await all.house.settle();
    expect((await types()).choices?.map(({ name }) => name)).toEqual(['Doing', 'Done', 'To Do']);
  });

  test('a stale button says that the card is gone', async () => {
    const { discord, house } = all;
    const { id = '' } = cardPost('The valve drips') ?? {};
    const { cards } = house.wekan.world;
    const at = cards.findIndex(({ title }) => title === 'The valve drips');
    cards.splice(at, 1);
    await discord.as('tom').clicks(id, 'Done');
    await house.settle();
    const told = discord.ephemerals('tom').filter(({ loading }) => !loading);
    expect(told.map(({ text }) => text).join()).toContain('This card is gone');
  });
});
