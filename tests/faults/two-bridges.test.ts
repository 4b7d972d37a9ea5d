import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sealAddress, webhookSecret } from '../../lib/domain/address.ts';
import { storeTeam } from '../../lib/teams/stored.ts';
import { tellByDefault } from '../../schemas/team.ts';
import { keysFor } from '../flows/house.ts';
import { sweeperFor } from '../flows/reconcile-sweeper.ts';
import { cardPost, replies } from '../flows/sight.ts';
import { openTaigaHouse, type TaigaHouse } from '../flows/taiga-house.ts';
import { addMember, addUser } from '../sims/taiga/seed.ts';
import { toldOn } from './scan.ts';

/** Two bridges of one board, which know nothing of each other: each its own account there, its own people and rooms. */
let all: TaigaHouse;
beforeAll(async () => {
  all = await openTaigaHouse();
  const { house, taiga } = all;
  const { ops } = house.team.boards;
  if (ops?.product !== 'taiga' || !('password' in ops)) throw new Error('no board');
  const account = addUser(taiga.world, 'otherbridge', { fullName: 'Another bridge' });
  addMember(taiga.world, taiga.project, 'otherbridge');
  const room = house.mattermost.addChannel('their-team', { members: ['other'], bot: true });
  const theirs = {
    ...house.team,
    id: 'theirs',
    members: { ...house.team.members, people: [{ name: 'other', mattermost: 'other', taiga: 'bob' }] },
    boards: { ops: { ...ops, user: 'otherbridge', password: account.password, self: String(account.id) } },
    teamChannels: [{ conversation: `mattermost:chat:${room.id}:`, tell: [...tellByDefault] }],
  };
  await house.store.teams.put({ id: 'theirs', settings: storeTeam(theirs, keysFor('stored-secrets')) });
  const command = house.mattermost.addCommand('theirs', '');
  const typed = { source: 'mattermost-command', team: 'theirs', connection: 'chat', generation: 1 };
  command.url = `${house.doorsUrl}${sealAddress(typed, keysFor('mattermost-command'), command.token)}`;
  const told = { source: 'taiga-webhook', team: 'theirs', connection: 'ops', generation: 1 };
  const keys = keysFor('taiga-webhook');
  const url = `${house.doorsUrl}${sealAddress(told, keys)}`;
  const key = webhookSecret(told, keys[0]);
  taiga.world.webhooks.push({ id: 9999, project: taiga.project.id, name: 'theirs', url, key });
});
afterAll(() => all.stop());

const writes = () =>
  all.taiga.requests.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/auth')).length;
const posts = () => all.house.mattermost.world.posts.size;

test('two deployments that bridge one board tell each other’s words once, and cannot start a conversation with each other', async () => {
  const { house } = all;
  await house.mattermost.as('tom').command('town-square', '/card §Shared');
  await all.rest();
  await all.rest();
  const ref = `#${all.taiga.world.stories.at(-1)?.ref}`;
  await house.mattermost.as('tom').command('town-square', `/card comment ${ref} §from ours`);
  await all.rest();
  await house.mattermost.as('other').command('their-team', `/theirs comment ${ref} §from theirs`);
  await all.rest();
  await house.mattermost.as('other').command('their-team', `/theirs move ${ref} ready`);
  for (let times = 0; times < 3; times += 1) await all.rest();

  const told = (room: string, text: string) =>
    replies(house, cardPost(house, room, '§Shared'))
      .join('\n')
      .split(`> ${text}`).length - 1;
  expect([told('team', '§from ours'), told('their-team', '§from ours')]).toEqual([1, 1]);
  expect([told('team', '§from theirs'), told('town-square', '§from theirs')]).toEqual([1, 1]);
  expect(all.taiga.world.stories).toHaveLength(1);

  // From here on nobody does anything: neither bridge says or writes one thing more, however long they look.
  const before = [writes(), posts()];
  const sweeper = sweeperFor(house);
  for (let times = 0; times < 3; times += 1) {
    await sweeper.sweep();
    await all.rest();
  }
  expect([writes(), posts()]).toEqual(before);
  expect(house.logged).toEqual([]);
});

test('what happens on the board makes no bridge write to it, whoever did it', async () => {
  const before = writes();
  const id = all.taiga.world.stories.at(-1)?.id ?? 0;
  await all.taiga.asUser('ann').comment(id, '§/card comment #1 again');
  await all.taiga.asUser('ann').moveCard(id, 'Done');
  for (let times = 0; times < 3; times += 1) await all.rest();
  expect(writes()).toBe(before);
});

test('27 log scan during the rows above', () => {
  expect(toldOn(all.house)).toEqual([]);
});
