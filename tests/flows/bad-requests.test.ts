import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sealAddress } from '../../lib/domain/address.ts';
import { attachmentsOf } from '../sims/mattermost/world.ts';
import { type House, keysFor, openHouse } from './house.ts';
import { cardPost, cardTitled, clicks, columnOf, opens, submits, types } from './sight.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await opens(house, 'tom', 'Still here');
});
afterAll(() => house.stop());

let before = '';
const state = () =>
  JSON.stringify([house.wekan.world.cards, house.wekan.world.comments, house.mattermost.world.posts.size]);
beforeEach(async () => {
  await house.settle();
  before = state();
});

const command = () => [...house.mattermost.world.commands.values()][0];
const user = (name: string) => house.mattermost.world.user(name);

/** A slash command's form as Mattermost sends it, bent. */
function form(change: Record<string, string | undefined> = {}): string {
  const fields: Record<string, string | undefined> = {
    token: command()?.token,
    ...{ team_id: 'x', channel_id: house.mattermost.townSquare.id, channel_name: 'town-square' },
    ...{ user_id: user('tom').id, user_name: 'tom', command: '/card', text: 'From nowhere' },
    ...{ trigger_id: `trigger-${Math.random()}`, response_url: `${house.mattermost.url}/hooks/commands/abc` },
    ...change,
  };
  return new URLSearchParams(
    Object.entries(fields).filter((each): each is [string, string] => each[1] !== undefined),
  ).toString();
}

async function post(url: string, body: string | Buffer, headers: Record<string, string> = {}) {
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  const response = await fetch(url, { method: 'POST', headers: { ...type, ...headers }, body });
  await house.settle();
  return { status: response.status, text: await response.text() };
}

const address = (source: 'mattermost-command' | 'mattermost-action' | 'wekan-webhook', change = {}) =>
  house.doorsUrl +
  sealAddress(
    {
      source,
      team: 'ops',
      connection: source === 'wekan-webhook' ? 'main' : 'chat',
      generation: 1,
      ...change,
    },
    keysFor(source),
    ...(source === 'mattermost-command' ? [command()?.token ?? ''] : []),
  );
const json = { 'content-type': 'application/json' };
const hook = (change = {}) =>
  JSON.stringify({
    text: 'x',
    cardId: cardTitled(house, 'Still here')._id,
    description: 'act-moveCard',
    ...change,
  });

describe('what is not verified gets in nowhere and changes nothing', () => {
  const big = 'x'.repeat(256 * 1024);
  const commandUrl = () => address('mattermost-command');
  test.each<[string, number, () => Promise<{ status: number; text: string }>]>([
    ['a wrong token', 401, () => post(commandUrl(), form({ token: 'w'.repeat(26) }))],
    ['no token', 401, () => post(commandUrl(), form({ token: undefined }))],
    ['two tokens that differ', 401, () => post(commandUrl(), form(), { authorization: 'Token other' })],
    ['no body', 401, () => post(commandUrl(), '')],
    ['another team in the address', 401, () => post(commandUrl().replace('/ops/', '/other/'), form())],
    [
      'another generation in the address',
      401,
      () => post(commandUrl().replace('/chat.1/', '/chat.2/'), form()),
    ],
    ['no seal', 401, () => post(commandUrl().replace(/[^/]+$/, ''), form())],
    ["another door's address", 401, () => post(address('mattermost-action'), form())],
    ['a body over 256 KB', 413, () => post(commandUrl(), form({ text: big }))],
    ['a webhook over 256 KB', 413, () => post(house.webhook.url, hook({ comment: big }), json)],
    ['a broken encoding', 401, () => post(commandUrl(), Buffer.from('token=%ZZ%ff&text=\xff\xfe', 'latin1'))],
    ['a command of nobody', 400, () => post(commandUrl(), form({ user_id: undefined }))],
    ['a command with a room that is none', 400, () => post(commandUrl(), form({ channel_id: 'a:b' }))],
    [
      'a webhook with a wrong token',
      401,
      () => post(house.webhook.url, hook(), { ...json, 'x-wekan-token': 'no' }),
    ],
    ['a webhook that is no JSON', 400, () => post(house.webhook.url, '{"text":', json)],
    ['a webhook that is a list', 400, () => post(house.webhook.url, '[]', json)],
    ['a webhook in broken UTF-8', 400, () => post(house.webhook.url, Buffer.from([0xff, 0xfe, 0x7b]), json)],
    [
      'a webhook of a kind that nobody knows',
      200,
      () => post(house.webhook.url, hook({ description: 'act-flyAway' }), json),
    ],
    ['a webhook without a card', 200, () => post(house.webhook.url, hook({ cardId: undefined }), json)],
    [
      'a webhook about a card that there is not',
      200,
      () => post(house.webhook.url, hook({ cardId: 'nosuchcard' }), json),
    ],
    ['a click that is no JSON', 401, () => post(address('mattermost-action'), '{', json)],
    [
      'a click without our context',
      401,
      () =>
        post(
          address('mattermost-action'),
          JSON.stringify({ user_id: user('tom').id, channel_id: 'c', context: {} }),
          json,
        ),
    ],
    ['a team that there is not', 200, () => post(address('mattermost-command', { team: 'nobody' }), form())],
    ['a revoked generation', 200, () => post(address('mattermost-command', { generation: 0 }), form())],
    [
      'a webhook of a revoked generation',
      200,
      () => post(address('wekan-webhook', { generation: 0 }), hook(), json),
    ],
    [
      'a connection that there is not',
      200,
      () => post(address('mattermost-command', { connection: 'gone' }), form()),
    ],
  ])('%s: %i', async (_what, status, send) => {
    const { status: got, text } = await send();
    expect({ got, text }).toEqual({ got: status, text: '' });
    await house.lapse(60_000);
    expect(state()).toBe(before);
    expect(house.logged).toEqual([]);
  });

  test('fields that nobody knows, and a webhook without its token, do no harm', async () => {
    expect(
      await post(address('mattermost-command'), form({ text: 'With more', new_field: '1', root_id: '' })),
    ).toMatchObject({ status: 200 });
    expect(cardTitled(house, 'With more').archived).toBe(false);
    cardTitled(house, 'With more').title = 'With much more';
    const { _id } = cardTitled(house, 'With much more');
    expect(
      await post(house.webhook.url, hook({ cardId: _id, description: 'act-moveCard', extra: [1] }), json),
    ).toMatchObject({ status: 200 });
    await house.lapse(60_000);
    expect(cardPost(house, 'town-square', 'With much more')).toBeDefined();
    expect(house.lines.join('')).toContain('webhook-without-token');
  });

  test('the same command twice is one card', async () => {
    const body = form({ text: 'Only once' });
    await post(address('mattermost-command'), body);
    await post(address('mattermost-command'), body);
    house.pass(10 * 60_000);
    await post(address('mattermost-command'), body);
    expect(cardTitled(house, 'Only once')).toBeDefined();
    expect(cardPost(house, 'town-square', 'Only once')).toBeDefined();
  });
});

describe('buttons and dialogs that are not ours', () => {
  const context = () =>
    attachmentsOf(cardPost(house, 'town-square', 'Still here'))[0]?.actions?.find(
      ({ name }) => name === 'Done',
    )?.integration;

  test.each<[string, () => Record<string, unknown>]>([
    ['another action', () => ({ action: 'assign' })],
    ['another card', () => ({ card: cardTitled(house, 'Only once')._id })],
    ['another board', () => ({ board: 'other' })],
    ['another thread', () => ({ thread: house.mattermost.world.postsIn('team')[0]?.id ?? '' })],
    ['another seal', () => ({ seal: 'x' })],
  ])('a button that somebody made, with %s, is refused', async (_what, bend) => {
    const integration = { ...context(), context: { ...context()?.context, ...bend() } };
    const attachments = [{ actions: [{ id: 'bad', name: 'Bad', type: 'button', integration }] }];
    const bad = house.mattermost.as('guest').post('town-square', 'Click me', { props: { attachments } });
    before = state();
    expect(await clicks(house, 'ann', bad, 'Bad')).toEqual(['Action integration error.']);
    expect(state()).toBe(before);
  });

  test('a real button copied into another room is dead there', async () => {
    house.mattermost.addChannel('elsewhere', { members: ['ann', 'guest'], bot: true });
    const attachments = [
      { actions: [{ id: 'copied', name: 'Copied', type: 'button', integration: context() }] },
    ];
    const copy = house.mattermost.as('guest').post('elsewhere', 'Click me', { props: { attachments } });
    expect(await clicks(house, 'ann', copy, 'Copied')).toEqual(['Action integration error.']);
    expect(columnOf(house, cardTitled(house, 'Still here'))).toBe('To Do');
  });

  const openComment = async () => {
    await clicks(house, 'tom', cardPost(house, 'town-square', 'Still here'), 'Comment');
    const open = house.mattermost.as('tom').dialog();
    before = state();
    return { url: open?.url ?? '', state: open?.state ?? '' };
  };

  test('a dialog with a bent state is refused', async () => {
    const open = await openComment();
    const [text = '', seal = ''] = open.state.split('.');
    const opened = JSON.parse(Buffer.from(text, 'base64url').toString());
    const bent = Buffer.from(
      JSON.stringify({ ...opened, card: cardTitled(house, 'Only once')._id }),
    ).toString('base64url');
    for (const forged of [`${bent}.${seal}`, text, '', `${open.state}.x`]) {
      expect(await submits(house, 'tom', { text: 'Forged' }, { state: forged })).toEqual([
        'Action integration error.',
      ]);
    }
    expect(state()).toBe(before);
  });

  test("another person's dialog is refused", async () => {
    const open = await openComment();
    expect(await submits(house, 'ann', { text: 'As tom' }, open)).toEqual(['Action integration error.']);
    expect(state()).toBe(before);
  });

  test('a dialog older than its day stays open and says so', async () => {
    await openComment();
    house.pass(25 * 3_600_000);
    expect(await submits(house, 'tom', { text: 'Late' })).toEqual([
      expect.stringMatching(/This form is too old/),
    ]);
    expect(state()).toBe(before);
    expect(house.mattermost.as('tom').dialog()).toBeDefined();
  });

  test('a dialog sent off twice is one comment', async () => {
    const open = await openComment();
    await submits(house, 'tom', { text: 'Twice?' });
    await submits(house, 'tom', { text: 'Twice?' }, open);
    expect(house.wekan.world.comments.filter(({ text }) => text.startsWith('Twice?'))).toHaveLength(1);
  });

  test('and commands still work', async () => {
    expect(await types(house, 'tom', '/card move #1 doing')).toHaveLength(1);
    expect(house.logged).toEqual([]);
  });
});
