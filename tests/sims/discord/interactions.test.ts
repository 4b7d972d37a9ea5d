import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { callerOf } from './caller.ts';
import { type Endpoint, openEndpoint } from './endpoint.ts';
import { type DiscordSim, openDiscord } from './sim.ts';

let sim: DiscordSim;
let endpoint: Endpoint;
let call: ReturnType<typeof callerOf>;

const text = (name: string, more = {}) => ({ type: 3, name, description: name, ...more });
const commands = [
  {
    name: 'card',
    name_localizations: { de: 'karte' },
    description: 'Cards',
    options: [
      {
        type: 1,
        name: 'create',
        description: 'Open one',
        options: [text('title', { required: true, max_length: 10 })],
      },
      {
        type: 1,
        name: 'move',
        description: 'Move one',
        options: [text('column', { autocomplete: true, required: false })],
      },
    ],
  },
  { type: 3, name: 'Create card' },
];

beforeEach(async () => {
  sim = await openDiscord();
  sim.addUser('eva', { locale: 'de' });
  call = callerOf(sim);
  endpoint = await openEndpoint(sim.application.verifyKey);
  await sim.setEndpoint(endpoint.url);
  await call('PUT', `/applications/${sim.application.id}/commands`, commands);
});
afterEach(async () => {
  await endpoint.stop();
  await sim.stop();
});

const lastToken = () => String(endpoint.got.at(-1)?.token);
const original = (token = lastToken()) => `/webhooks/${sim.application.id}/${token}/messages/@original`;
const open = { authorization: '' };
const create = () => sim.as('eva').types('general', '/card create', { title: 'Pump' });

describe('interactions of the fake Discord', () => {
  test('an endpoint is taken when it answers the PING and refuses the bad signature', async () => {
    const patch = (url: string) => call('PATCH', '/applications/@me', { interactions_endpoint_url: url });
    expect((await patch(endpoint.url)).json.interactions_endpoint_url).toBe(endpoint.url);
    const lax = await openEndpoint(sim.application.verifyKey, { lax: true });
    const refused = await patch(lax.url);
    await lax.stop();
    expect(refused.json).toMatchObject({
      code: 50035,
      errors: {
        interactions_endpoint_url: {
          _errors: [{ code: 'APPLICATION_INTERACTIONS_ENDPOINT_URL_INVALID' }],
        },
      },
    });
    expect(await sim.checkEndpoint()).toBe(true);
    expect(sim.application.endpoint).toBe(endpoint.url);
  });

  test('a command is deferred privately, and the answer stays private', async () => {
    expect(await create()).toEqual({ shown: [] });
    expect(endpoint.got[0]).toMatchObject({
      type: 2,
      data: { name: 'card', options: [{ name: 'create', options: [{ name: 'title', value: 'Pump' }] }] },
      member: { user: { username: 'eva' } },
      locale: 'de',
      authorizing_integration_owners: { '0': sim.guild.id },
    });
    expect(sim.ephemerals('eva').map(({ loading }) => loading)).toEqual([true]);
    expect((await call('PATCH', original(), { content: 'Done' }, open)).status).toBe(200);
    expect(sim.ephemerals('eva').map((each) => [each.text, each.loading])).toEqual([['Done', false]]);
    expect(sim.messages('general')).toEqual([]);
    const { id } = sim.ephemerals('eva')[0] ?? { id: '' };
    expect((await call('PATCH', `/channels/${sim.general.id}/messages/${id}`, {})).json.code).toBe(10008);
  });

  test('an edit that is too quick finds no webhook, one after fifteen minutes a dead token', async () => {
    sim.world.race = 2000;
    await create();
    const edit = () => call('PATCH', original(), { content: 'Done' }, open);
    expect((await edit()).json.code).toBe(10015);
    sim.world.passTime(2000);
    expect((await edit()).status).toBe(200);
    sim.world.passTime(15 * 60_000);
    const late = await edit();
    expect([late.status, late.json.code]).toEqual([401, 50027]);
  });

  test('what is too slow, not JSON or over a limit is a failure for the person', async () => {
    const error = 'The application did not respond';
    sim.world.deadline = 50;
    endpoint.answer = 'never';
    expect(await create()).toEqual({ shown: [], error });
    expect((await call('PATCH', original(), { content: 'x' }, open)).json.code).toBe(10015);
    sim.world.deadline = 3000;
    endpoint.answer = { json: { type: 4, data: { content: 'x'.repeat(2001), flags: 64 } } };
    expect((await create()).error).toBe(error);
    expect((await call('PATCH', original(), { content: 'x' }, open)).json.code).toBe(10015);
    endpoint.answer = { json: { type: 4, data: { content: 'x' } }, type: 'text/plain' };
    expect((await create()).error).toBe(error);
    expect(sim.world.problems).toHaveLength(3);
    endpoint.answer = { json: { type: 4, data: { content: 'x', flags: 64 } } };
    expect(await create()).toEqual({ shown: ['x'] });
  });

  test('autocomplete offers, the client holds back what cannot be sent', async () => {
    endpoint.answer = { json: { type: 8, data: { choices: [{ name: 'Doing', value: 'doing' }] } } };
    const seen = await sim.as('eva').autocompletes('general', '/karte move', { column: 'do' }, 'column');
    expect(seen.choices).toEqual([{ name: 'Doing', value: 'doing' }]);
    expect(endpoint.got[0]).toMatchObject({
      type: 4,
      data: { options: [{ options: [{ focused: true, value: 'do' }] }] },
    });
    expect((await sim.as('eva').types('general', '/card create')).error).toContain('required');
    expect(endpoint.got).toHaveLength(1);
  });

  test('a message command brings the whole message and opens a form, which is sent off', async () => {
    const input = { type: 4, custom_id: 'title', style: 1, value: 'Pump', max_length: 100 };
    const modal = {
      title: 'New card',
      custom_id: 'create',
      components: [{ type: 18, label: 'Title', component: input }],
    };
    endpoint.answer = { json: { type: 9, data: modal } };
    const { id } = sim.as('eva').post('general', 'It leaks', { files: [{ name: 'a.txt', bytes: 'a' }] });
    expect((await sim.as('eva').messageCommand(id, 'Create card')).modal?.title).toBe('New card');
    expect(endpoint.got[0]).toMatchObject({
      data: { target_id: id, resolved: { messages: { [id]: { content: 'It leaks' } } } },
    });
    endpoint.answer = { json: { type: 5, data: { flags: 64 } } };
    expect(sim.as('eva').fields()).toMatchObject([{ customId: 'title', label: 'Title', value: 'Pump' }]);
    expect((await sim.as('eva').submits({ title: '' })).error).toContain('required');
    expect(await sim.as('eva').submits({})).toEqual({ shown: [] });
    expect(endpoint.got[1]).toMatchObject({
      type: 5,
      data: {
        custom_id: 'create',
        components: [{ type: 18, component: { custom_id: 'title', value: 'Pump' } }],
      },
    });
    expect(sim.as('eva').modal()).toBeUndefined();
  });

  test('buttons and selects come with their message; an update edits it', async () => {
    const button = { type: 2, style: 1, label: 'Done', custom_id: 'done' };
    const select = { type: 3, custom_id: 'move', options: [{ label: 'Doing', value: '2' }] };
    const components = [
      { type: 1, components: [button] },
      { type: 1, components: [select] },
    ];
    const { id } = (
      await call('POST', `/channels/${sim.general.id}/messages`, { content: 'card', components })
    ).json;
    endpoint.answer = { json: { type: 6 } };
    expect(await sim.as('eva').clicks(id, 'Done')).toEqual({ shown: [] });
    await call('PATCH', original(), { content: 'edited', components: [] }, open);
    expect(sim.messages('general')).toMatchObject([{ text: 'edited', buttons: [] }]);
    await call('PATCH', `/channels/${sim.general.id}/messages/${id}`, { components });
    expect(await sim.as('eva').chooses(id, 'move', 'Doing')).toEqual({ shown: [] });
    expect(endpoint.got[1]).toMatchObject({ type: 3, data: { values: ['2'] }, message: { id } });
  });

  test('unchanged commands keep their version; lists have other languages only when asked', async () => {
    const path = `/applications/${sim.application.id}/commands`;
    const [before] = (await call('GET', path)).json;
    expect(before.name_localizations).toBeUndefined();
    await call('PUT', path, commands);
    const [after] = (await call('GET', `${path}?with_localizations=true`)).json;
    expect([after.version, after.name_localizations]).toEqual([before.version, { de: 'karte' }]);
    expect((await call('PUT', path, [{ name: 'Card', description: 'x' }])).json.code).toBe(50035);
  });

  test('a callback answers once, and only what is still waiting', async () => {
    await create();
    const { id, token } = endpoint.got[0] ?? {};
    const again = await call('POST', `/interactions/${id}/${token}/callback`, { type: 5 }, open);
    expect(again.json.code).toBe(40060);
    const never = await call('POST', `/interactions/1/x/callback`, { type: 5 }, open);
    expect(never.json.code).toBe(10062);
  });
});
