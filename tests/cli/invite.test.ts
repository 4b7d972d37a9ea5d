import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readCode } from '../../lib/domain/code.ts';
import { createCodes } from '../../lib/store/codes.ts';
import { type DiscordWorld, startDiscordWorld } from '../setup/discord-world.ts';
import { runCli } from './run-cli.ts';

let world: DiscordWorld;
beforeAll(async () => {
  world = await startDiscordWorld();
  await world.run({ people: ['Tom Miller', 'Ann'] });
});
afterAll(() => world.stop());

/** Without the deployment's key: no secret is read for this. */
const cardwire = (...args: readonly string[]) =>
  runCli(args, { ...world.far.env, CARDWIRE_KEY: undefined, CARDWIRE_URL: undefined });

async function use(out: string, kind: 'connect' | 'link', connection = 'talk') {
  const code = readCode(out.split('\n')[0] ?? '') ?? '';
  return createCodes(world.far.table, Date.now).use({ team: 'ops', connection, kind, code, event: 'one' });
}

describe('cardwire invite', () => {
  test('prints a code for a server, and what to type there', async () => {
    const { code, out } = await cardwire('invite', 'ops', 'talk');
    expect(code).toBe(0);
    expect(out).toMatch(/^[\dA-Z]{4}-[\dA-Z]{4}-[\dA-Z]{4}\n.*\/card connect [\dA-Z-]{14}\n/);
    expect(await use(out, 'link')).toBe('unknown');
    expect(await use(out, 'connect')).toEqual({ kind: 'connect', connection: 'talk' });
  });

  test('prints a code for an account of somebody the team lists', async () => {
    const { code, out } = await cardwire('invite', 'ops', 'talk', '--person', 'tom');
    expect(code).toBe(0);
    expect(out).toMatch(/\nTom Miller types .*\/card link [\dA-Z-]{14}\n/);
    expect(await use(out, 'link')).toMatchObject({ kind: 'link', name: 'Tom Miller' });
  });

  test.each([
    [['nobodys', 'talk'], 'there is no team nobodys'],
    [['ops', 'kanban'], 'team ops has no channel kanban: it has talk'],
    [['ops', 'constructor'], 'team ops has no channel constructor'],
    [
      ['ops', 'talk', '--person', 'Anm'],
      'lists nobody called Anm. Did you mean Ann? It lists Tom Miller, Ann',
    ],
  ])('%j is refused', async (args, message) => {
    const { code, out, err } = await cardwire('invite', ...args);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(message);
  });
});

describe('cardwire disconnect', () => {
  const server = '111111111111111111';

  test('takes a server off that joined by a code, and lists those there are', async () => {
    await world.far.teams.join('ops', { connection: 'talk', server, conversation: 'discord:talk:2:' });
    const wrong = await cardwire('disconnect', 'ops', 'talk', '333');
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining(`there are: ${server}`)]);
    expect((await cardwire('disconnect', 'ops', 'talk', server)).code).toBe(0);
    expect((await world.far.teams.get('ops'))?.joined).toBeUndefined();
    const again = await cardwire('disconnect', 'ops', 'talk', server);
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('none has joined by a code')]);
  });
});

describe('cardwire address', () => {
  test('prints what Discord calls', async () => {
    const ran = await runCli(['address', 'ops', 'talk'], world.far.env);
    expect(ran.code).toBe(0);
    const { pathname } = new URL(world.sim.application.endpoint);
    expect(ran.out.trim()).toBe(`https://cards.example.org${pathname}`);
  });
});
