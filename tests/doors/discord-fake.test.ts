import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { commandsFor } from '../../lib/channels/discord/commands.ts';
import { judgeInteraction } from '../../lib/channels/discord/interaction-request.ts';
import { type Address, sealAddress } from '../../lib/domain/address.ts';
import type { LookUp } from '../../lib/domain/door.ts';
import { createDoor } from '../../lib/doors/door.ts';
import { createDoorLog } from '../../lib/doors/log.ts';
import type { Event } from '../../schemas/event.ts';
import { callerOf } from '../sims/discord/caller.ts';
import { type DiscordSim, openDiscord } from '../sims/discord/sim.ts';
import { keys } from './discord-world.ts';
import { type ServedDoors, serveDoors } from './serve.ts';

let sim: DiscordSim;
let served: ServedDoors;
let queued: Event[];
let full: boolean;
let found: Awaited<ReturnType<LookUp>>;

const inputs = () => queued.map((event) => (event.kind === 'command' ? event.input : event.kind));

beforeEach(async () => {
  queued = [];
  full = false;
  found = undefined;
  sim = await openDiscord();
  sim.addUser('eva', { locale: 'de' });
  const door = createDoor({
    ...{ source: 'discord-interaction', keys: keys.join(','), judge: judgeInteraction },
    enqueue: async (events) => {
      if (full) throw new Error('no queue');
      queued.push(...events);
    },
    lookUp: async () => found,
    log: createDoorLog(() => {}),
  });
  served = await serveDoors({ 'discord-interaction': door });
  const { id, verifyKey } = sim.application;
  const address: Address = {
    ...{ source: 'discord-interaction', team: 'ops', connection: 'chat', generation: 1 },
    caller: `${id}.${verifyKey}`,
  };
  expect(await sim.setEndpoint(`${served.url}${sealAddress(address, keys)}`)).toBe(true);
  await callerOf(sim)('PUT', `/applications/${id}/commands`, commandsFor('card', 'global'));
});
afterEach(async () => {
  await served.stop();
  await sim.stop();
  expect(sim.world.problems).toEqual([]);
});

describe('with Discord itself', () => {
  test('the endpoint is taken, and stays taken when Discord checks it now and then', async () => {
    expect(await sim.checkEndpoint()).toBe(true);
  });

  test('every registered sub-command is known', async () => {
    const [tree] = commandsFor('card', 'global');
    const fillIn: Readonly<Record<string, string>> = { about: 'move' };
    for (const { name, options = [] } of tree?.options ?? []) {
      const wanted = options.filter(({ required, type }) => required && type === 3);
      const given = Object.fromEntries(wanted.map((option) => [option.name, fillIn[option.name] ?? 'x']));
      const more = name === 'create' ? { title: 'x' } : name === 'comment' ? { text: 'x' } : {};
      expect([name, await sim.as('eva').types('general', `/card ${name}`, { ...given, ...more })]).toEqual([
        name,
        { shown: [] },
      ]);
      expect(inputs().at(-1)).toEqual({ by: 'options', verb: name, options: { ...given, ...more } });
    }
    expect(queued).toHaveLength(tree?.options?.length ?? 0);
  });

  test('a comment is asked for in a form, which is sent off', async () => {
    const eva = sim.as('eva');
    const { modal } = await eva.types('general', '/card comment', { card: '#42' });
    expect(modal?.title).toBe('Kommentar zu #42');
    expect(queued).toEqual([]);
    expect(await eva.submits({ text: 'On my way' })).toEqual({ shown: [] });
    expect(inputs()).toEqual([
      { by: 'options', verb: 'comment', options: { card: '#42', text: 'On my way' } },
    ]);
  });

  test('a message becomes a draft with its files, then a form that names it', async () => {
    const eva = sim.as('eva');
    const { id } = eva.post('general', 'It leaks\nSince Monday', { files: [{ name: 'a.txt', bytes: 'a' }] });
    const { modal } = await eva.messageCommand(id, 'Create card');
    expect(modal?.title).toBe('Karte anlegen');
    await eva.submits({ column: 'Doing' });
    const [draft, form] = queued;
    expect(draft).toMatchObject({ files: [{ name: 'a.txt' }], input: { by: 'draft', author: 'eva' } });
    expect(form).toMatchObject({
      input: {
        ...{ by: 'form', form: 'create', draft: draft?.id },
        fields: { title: 'It leaks', description: 'Since Monday', column: 'Doing' },
      },
    });
  });

  test('a form whose answer was lost is sent off again and is still one', async () => {
    const eva = sim.as('eva');
    const { modal } = await eva.types('general', '/card create');
    if (!modal) throw new Error('no form');
    await eva.submits({ title: 'Pump' }, { modal, forged: true });
    await eva.submits({ title: 'Pump' }, { modal, forged: true });
    await eva.submits({ title: 'Pumps' }, { modal, forged: true });
    const [first, again, other] = queued.map(({ id }) => id);
    expect([queued.length, first === again, first === other]).toEqual([3, true, false]);
  });

  test('suggestions are shown, and gathered for the next time', async () => {
    found = { at: 0, columns: ['Doing'], people: [], labels: [], cards: [], boards: [] };
    const seen = await sim
      .as('eva')
      .autocompletes('general', '/card move', { card: '#42', column: 'do' }, 'column');
    expect(seen.choices).toEqual([{ name: 'Doing', value: 'Doing' }]);
    expect(inputs()).toEqual(['choices']);
  });

  test('without the queue everyone is told, and nobody’s text is lost', async () => {
    full = true;
    const eva = sim.as('eva');
    const { shown } = await eva.types('general', '/card create', { title: 'Fix the pump' });
    expect(shown.join()).toContain('noch einmal');
    expect(JSON.stringify(sim.ephemerals('eva'))).toContain('/card create title:Fix the pump');
    const { id } = eva.post('general', 'It leaks');
    expect((await eva.messageCommand(id, 'Create card')).shown.join()).toContain('noch einmal');
    await eva.types('general', '/card comment', { card: '#42' });
    await eva.submits({ text: 'On my way' });
    expect(JSON.stringify(sim.ephemerals('eva'))).toContain('On my way');
    expect(queued).toEqual([]);
  });
});
