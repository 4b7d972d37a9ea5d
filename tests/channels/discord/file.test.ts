import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { keepFile, publicFile } from '../../sims/discord/files.ts';
import { type DiscordWorld, startWorld } from './world.ts';

let world: DiscordWorld;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

function linkTo(bytes: Uint8Array): string {
  const file = keepFile(world.sim.world, world.room, { name: 'pump.png', type: 'image/png', bytes });
  return String(publicFile(world.sim.world, file).url);
}

test('a file comes as it is, byte by byte', async () => {
  const bytes = Uint8Array.from({ length: 1_000 }, (_, at) => at % 256);
  const fetched = await world.channel.file(linkTo(bytes), 1_000);
  expect(fetched && Buffer.from(fetched).equals(bytes)).toBe(true);
});

test('a file that is larger, gone or expired is none', async () => {
  const link = linkTo(new Uint8Array(1_001));
  expect(await world.channel.file(link, 1_000)).toBeUndefined();
  expect(await world.channel.file(link.replace('pump', 'dump'), 9_000)).toBeUndefined();
  world.sim.world.passTime(7 * 24 * 3_600_000);
  expect(await world.channel.file(link, 9_000)).toBeUndefined();
});

test.each([
  'http://cdn.discordapp.com/attachments/1/2/a.png',
  'https://cdn.discordapp.com.evil.example.org/a.png',
  'https://cdn.discordapp.com@evil.example.org/a.png',
  'https://cdn.discordapp.com:8443/a.png',
  'file:///etc/passwd',
  'nonsense',
])('nothing is fetched from %s', async (from) => {
  const calls = world.sim.requests.length;
  expect(await world.channel.file(from, 1_000)).toBeUndefined();
  expect(world.sim.requests).toHaveLength(calls);
});
