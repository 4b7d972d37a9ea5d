import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTeamStore, type TeamStore } from '../../lib/store/teams.ts';
import { openTable } from './open-table.ts';

let opened: Awaited<ReturnType<typeof openTable>>;
let teams: TeamStore;
beforeAll(async () => {
  opened = await openTable();
  teams = createTeamStore(opened.table);
});
afterAll(() => opened.stop());

const joined = (server: string, room = server) => ({
  ...{ connection: 'talk', server },
  conversation: `discord:talk:${room}:`,
});

describe('servers that joined', () => {
  test('at the same time, while the settings are stored, are all kept', async () => {
    await teams.put({ id: 'ops', settings: 'old' });
    await Promise.all([
      ...['1', '2', '3'].map((server) => teams.join('ops', joined(server))),
      teams.put({ id: 'ops', settings: 'new' }),
    ]);
    expect(await teams.get('ops')).toEqual({
      ...{ id: 'ops', settings: 'new' },
      joined: [joined('1'), joined('2'), joined('3')],
    });
  });

  test('twice are there once, and go when they leave', async () => {
    await teams.join('ops', joined('2', '22'));
    await teams.leave('ops', { connection: 'talk', server: '1' });
    await teams.leave('ops', { connection: 'talk', server: '9' });
    expect((await teams.get('ops'))?.joined).toEqual([joined('2', '22'), joined('3')]);
  });

  test('of a team that is gone make none', async () => {
    await teams.join('nobodys', joined('1'));
    await teams.leave('nobodys', joined('1'));
    expect(await teams.get('nobodys', { fresh: true })).toBeUndefined();
  });
});
