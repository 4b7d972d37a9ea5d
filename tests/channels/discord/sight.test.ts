import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { bit } from '../../sims/discord/permissions.ts';
import { type DiscordWorld, startWorld } from './world.ts';

let world: DiscordWorld;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

const isIn = (room: string, name: string) => world.channel.isIn(room, world.sim.world.user(name).id);

describe('who is in a room', () => {
  test('whoever can see the channel: by their roles, by the channel’s exceptions, or as owner', async () => {
    const { sim } = world;
    const closed = sim.addChannel('closed', { private: true, members: ['tom'], bot: true }).id;
    expect(await isIn(closed, 'tom')).toBe(true);
    expect(await isIn(closed, 'eva')).toBe(false);
    expect(await isIn(closed, 'owner')).toBe(true);
    const staff = { id: sim.world.newId(), name: 'staff', permissions: 0n, mentionable: false };
    sim.guild.roles.set(staff.id, staff);
    sim.guild.members.get(sim.world.user('eva').id)?.roles.add(staff.id);
    sim.world.channel(closed).overwrites.set(staff.id, { type: 'role', allow: bit.VIEW_CHANNEL, deny: 0n });
    expect(await isIn(closed, 'eva')).toBe(true);
    sim.world.channel(closed).overwrites.delete(staff.id);
    staff.permissions = bit.ADMINISTRATOR;
    expect(await isIn(closed, 'eva')).toBe(true);
  });

  test('nobody of another server, nobody who does not exist, nobody in a channel that the bot cannot see', async () => {
    const { sim, room } = world;
    expect(await isIn(room, 'mia')).toBe(false);
    expect(await world.channel.isIn(room, '1')).toBe(false);
    expect(await world.channel.isIn('1', sim.world.user('tom').id)).toBe(false);
    expect(await isIn(sim.addChannel('hidden', { private: true, members: ['tom'] }).id, 'tom')).toBe(false);
    sim.world.kickBot(sim.guild);
    expect(await isIn(room, 'tom')).toBe(false);
  });

  test('in a thread whoever can see its channel; in a private one its people', async () => {
    const { sim } = world;
    const open = sim.as('eva').opensThread('general', 'Open').id;
    expect(await isIn(open, 'tom')).toBe(true);
    const closed = sim.as('eva').opensThread('general', 'Closed', { private: true });
    closed.thread?.members.add(sim.bot.id);
    expect([await isIn(closed.id, 'eva'), await isIn(closed.id, 'tom')]).toEqual([true, false]);
  });

  test('in a direct conversation the two of them', async () => {
    const { sim, channel } = world;
    const room = sim.direct('tom').id;
    expect([await isIn(room, 'tom'), await isIn(room, 'eva')]).toEqual([true, false]);
    expect(await channel.isIn(room, sim.bot.id)).toBe(true);
  });
});

test('the bot is in where it can show a card', async () => {
  const { sim, channel, room } = world;
  const thread = sim.as('eva').opensThread('general', 'Open').id;
  const both = async () => [await channel.isIn(room, sim.bot.id), await channel.isIn(thread, sim.bot.id)];
  expect(await both()).toEqual([true, true]);
  sim.deny('general', bit.SEND_MESSAGES);
  expect(await both()).toEqual([false, true]);
  sim.deny('general', bit.EMBED_LINKS);
  expect(await both()).toEqual([false, false]);
});

test('an outage tells nobody that they are not in', async () => {
  world.sim.faults.add({ kind: 'status', status: 500 }, { path: /\/members\// });
  await expect(isIn(world.room, 'tom')).rejects.toMatchObject({ retry: { when: 'later' } });
});

test('a person is known who is on one of the servers, as far as the bot is there', async () => {
  const { sim, channel } = world;
  const idOf = (name: string) => sim.world.user(name).id;
  const other = sim.world.guild('other').id;
  expect(await channel.isKnown(idOf('tom'), [other, sim.guild.id])).toBe(true);
  expect(await channel.isKnown(idOf('mia'), [sim.guild.id])).toBe(false);
  expect(await channel.isKnown('1', [sim.guild.id, '2'])).toBe(false);
  expect(await channel.isKnown(idOf('tom'), [])).toBe(false);
  sim.world.kickBot(sim.guild);
  expect(await channel.isKnown(idOf('tom'), [sim.guild.id])).toBe(false);
});
