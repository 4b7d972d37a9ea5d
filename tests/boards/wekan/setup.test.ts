import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openBoardSetup } from '../../../lib/boards/registry.ts';
import { wanted } from '../../../lib/boards/wekan/activities.ts';
import { addBoard, addMember } from '../../sims/wekan/seed.ts';
import { startWekanSim, type WekanSim } from '../../sims/wekan/sim.ts';
import { boardDeps, failureOf } from '../open.ts';

const url = 'https://cardwire.example.org/wekan-webhook/ops/board.1/seal-one';

let sim: WekanSim;
beforeEach(async () => {
  sim = await startWekanSim();
});
afterEach(() => sim.stop());

function setup(board = 'Ops', password = 'cardwire-password') {
  return openBoardSetup(
    { product: 'wekan', url: `${sim.url}/`, user: 'cardwire', password, board, private: true },
    boardDeps(),
  );
}

describe('connecting', () => {
  test('finds the board by title or id, and what is stored of it', async () => {
    const bridge = sim.world.users.find(({ username }) => username === 'cardwire');
    for (const wantedBoard of [' ops', sim.board._id]) {
      const found = await (await setup(wantedBoard)).connect();
      expect(found).toMatchObject({ self: bridge?._id, board: sim.board._id, title: 'Ops' });
      expect(found.columns.map(({ name }) => name)).toEqual(['To Do', 'Doing', 'Review', 'Done']);
    }
  });

  test('says what is wrong: password, board, two of a name, no board at all', async () => {
    const key = async (board: string, password?: string) =>
      (await failureOf((await setup(board, password)).connect())).say?.key;
    expect(await key('Ops', 'wrong')).toBe('board-sign-in-refused');
    expect(await key('Sales')).toBe('board-unknown');
    addBoard(sim.world, 'OPS', { columns: ['A'], members: { cardwire: 'normal' } });
    expect(await key('Ops')).toBe('board-title-twice');
    sim.world.boards = [];
    expect(await key('Ops')).toBe('board-account-has-none');
  });

  test('says that the API is off, though the sign-in goes through', async () => {
    await sim.stop();
    sim = await startWekanSim({ api: false });
    expect((await failureOf((await setup()).connect())).code).toBe('wekan-api-off');
  });

  test('says that the server is too old to read a card by its id', async () => {
    sim.faults.add({ kind: 'html' }, { path: /^\/api\/cards\// });
    expect((await failureOf((await setup()).connect())).say?.key).toBe('board-too-old');
  });
});

describe('the webhook', () => {
  const hook = async (address = url, token = 'token-1') => (await setup()).webhook(address, token);

  test('is made once, in two steps, with the kinds we read', async () => {
    expect(await hook()).toBe('made');
    expect(await hook()).toBe('kept');
    expect(sim.world.integrations).toMatchObject([
      { boardId: sim.board._id, url, title: 'Cardwire', token: 'token-1', activities: wanted, enabled: true },
    ]);
    expect(wanted).toEqual(expect.arrayContaining(['act-createCard', 'act-moveCard', 'act-addComment']));
    expect(wanted).not.toContain('act-createList');
  });

  test('that was cut short, switched off or narrowed is mended', async () => {
    sim.faults.add({ kind: 'hang-up' }, { method: 'PUT', path: /integrations/ });
    expect((await failureOf(hook())).retry.when).toBe('later');
    expect(await hook()).toBe('mended');
    const [integration] = sim.world.integrations;
    if (integration) integration.enabled = false;
    expect(await hook()).toBe('mended');
    if (integration) integration.activities = ['act-moveCard'];
    expect(await hook()).toBe('mended');
    expect(sim.world.integrations).toMatchObject([{ enabled: true, activities: wanted }]);
  });

  test('whose token the form has wiped gets it back, though nothing tells that it was gone', async () => {
    await hook();
    const [integration] = sim.world.integrations;
    if (integration) integration.token = '';
    expect(await hook()).toBe('kept');
    expect(integration?.token).toBe('token-1');
  });

  test('of another generation gets its new address; of another connection is left alone', async () => {
    await hook();
    await hook('https://cardwire.example.org/wekan-webhook/other/board.1/seal');
    expect(await hook(url.replace('board.1/seal-one', 'board.2/seal-two'), 'token-2')).toBe('mended');
    expect(sim.world.integrations.map(({ url: each }) => each)).toEqual([
      'https://cardwire.example.org/wekan-webhook/ops/board.2/seal-two',
      'https://cardwire.example.org/wekan-webhook/other/board.1/seal',
    ]);
  });

  test('has to be pasted where our account is no administrator', async () => {
    addMember(sim.world, sim.board, 'cardwire', 'normal');
    expect(await hook()).toBe('paste');
    expect(sim.world.integrations).toEqual([]);
  });

  test('to a private address is refused by the board, and that is said', async () => {
    await sim.stop();
    sim = await startWekanSim({ privateTargets: false });
    const error = await failureOf(hook('http://192.168.1.5/wekan-webhook/ops/board.1/seal'));
    expect(error).toMatchObject({ code: 'wekan-webhook-url-refused', say: { key: 'board-webhook-private' } });
    expect(await hook()).toBe('made');
  });
});
