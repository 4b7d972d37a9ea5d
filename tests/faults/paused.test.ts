import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type DiscordHouse, openDiscordHouse } from '../flows/discord-house.ts';
import type { House } from '../flows/house.ts';
import { cardPost, look, opens, said, types } from '../flows/sight.ts';
import { toldOn } from './scan.ts';

let all: DiscordHouse;
let house: House;
beforeAll(async () => {
  all = await openDiscordHouse();
  house = all.house;
  house.mattermost.addChannel('garage', { private: true, members: ['ann'], bot: true });
});
afterAll(() => all.stop());
const rest = async () => {
  for (let times = 0; times < 4; times += 1) await house.lapse(60_000);
};
/** What the team was told of a pause, in Mattermost and on Discord. */
const toldTeam = () =>
  [...said(house, 'team'), ...all.discord.messages('team').map(({ text }) => text)].filter((text) =>
    /any more/.test(text),
  );
const where = async () =>
  (await house.store.paused.list('ops')).map(({ where: place, reason }) => [reason, place]);

test('09 403, the bot thrown out of a room: no retry, paused, the team told once on another channel', async () => {
  const { card, ref } = await opens(house, 'tom', '§Thrown out');
  await types(house, 'ann', `/card follow ${ref} here`, { room: 'garage' });
  await rest();
  const { id } = house.mattermost.world.channel('garage');
  house.mattermost.world.channel('garage').members.delete(house.mattermost.bot.id);
  const refused = () => house.mattermost.requests.filter(({ status }) => status === 403).length;
  const before = refused();
  for (const column of ['Doing', 'Review', 'Done']) {
    await house.wekan.asUser('ann').moveCard(card._id, column);
    await rest();
  }
  expect(refused() - before).toBe(1);
  expect(await where()).toEqual([['mattermost-forbidden', `mattermost:chat:${id}:`]]);
  expect(toldTeam()).toEqual([expect.stringContaining('garage')]);
  for (const room of ['town-square', 'team'])
    expect(look(cardPost(house, room, '§Thrown')).fields.Column).toBe('Done');
});

test('09 404, a channel deleted: no retry, paused, the team told once on another channel', async () => {
  const { card } = await opens(house, 'tom', '§Deleted');
  await rest();
  const before = toldTeam().length;
  const room = all.discord.world.channel('team');
  room.deleted = true;
  const tries = () =>
    all.discord.requests.filter(({ status, path }) => status === 404 && path.includes(room.id)).length;
  const from = tries();
  const seen = [];
  for (const column of ['Doing', 'Review', 'Done']) {
    await house.wekan.asUser('ann').moveCard(card._id, column);
    await rest();
    seen.push(tries() - from);
  }
  expect(seen[0]).toBeGreaterThan(0);
  // What the first one met, nobody meets again.
  expect(seen.slice(1)).toEqual([seen[0], seen[0]]);
  expect(await where()).toContainEqual(['discord-not-found', `discord:talk:${room.id}:`]);
  expect(toldTeam()).toHaveLength(before + 1);
  expect(look(cardPost(house, 'town-square', '§Deleted')).fields.Column).toBe('Done');
  room.deleted = false;
  await house.store.paused.resume('ops');
});

test('09 401, a token revoked: not tried with every message, the team told once on another channel, all kept till it is put right', async () => {
  const { card, post } = await opens(house, 'tom', '§Locked out');
  await rest();
  const before = toldTeam().length;
  const { tokens } = house.mattermost.world;
  tokens.delete(house.mattermost.tokens.bot);
  const tries = () => house.mattermost.requests.filter(({ status }) => status === 401).length;
  for (const column of ['Doing', 'Review', 'Done']) {
    await house.wekan.asUser('ann').moveCard(card._id, column);
    await house.lapse(15_000);
  }
  // Two rooms, one of them a thread; each may have been at it when the first one found out.
  expect(tries()).toBeLessThanOrEqual(4);
  expect(toldTeam()).toHaveLength(before + 1);
  tokens.set(house.mattermost.tokens.bot, house.mattermost.bot.id);
  await rest();
  expect(look(post).fields.Column).toBe('Done');
  expect(toldTeam()).toHaveLength(before + 1);
});

test('27 log scan during the rows above', async () => {
  expect(toldOn(house, { 'the Discord bot’s token': all.discord.application.token })).toEqual([]);
  expect(house.logged).toEqual([]);
  expect(await house.store.graveyard.list('ops')).toEqual([]);
});
