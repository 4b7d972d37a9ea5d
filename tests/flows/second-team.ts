import { sealAddress } from '../../lib/domain/address.ts';
import { storeTeam } from '../../lib/teams/stored.ts';
import { addBoard } from '../sims/wekan/seed.ts';
import { type House, keysFor } from './house.ts';

/**
 * Adds a team `theirs` on the same servers: its board is called Theirs (In, Out), its member is other, its command `/theirs`, and its
 * connections have the same names as the first team's. Gives the address and id of its board's webhook.
 */
export async function addSecondTeam(
  house: House,
): Promise<{ readonly webhook: string; readonly board: string }> {
  const { wekan, mattermost, team, store, doorsUrl } = house;
  const board = addBoard(wekan.world, 'Theirs', {
    columns: ['In', 'Out'],
    members: { cardwire: 'normal', bob: 'admin' },
  });
  const lists = wekan.world.lists.filter(({ boardId }) => boardId === board._id);
  const room = mattermost.addChannel('their-team', { members: ['other'], bot: true });
  const [main] = Object.values(team.boards);
  if (!main) throw new Error('no board');
  const theirs = {
    ...team,
    id: 'theirs',
    members: { ...team.members, people: [{ name: 'other', mattermost: 'other', wekan: 'bob' }] },
    boards: { main: { ...main, board: board._id, intake: lists[0]?._id ?? '', done: lists[1]?._id ?? '' } },
    teamChannels: [{ conversation: `mattermost:chat:${room.id}:`, tell: team.teamChannels[0]?.tell ?? [] }],
  };
  await store.teams.put({ id: 'theirs', settings: storeTeam(theirs, keysFor('stored-secrets')) });
  const command = mattermost.addCommand('theirs', '');
  const address = { source: 'mattermost-command', team: 'theirs', connection: 'chat', generation: 1 };
  command.url = `${doorsUrl}${sealAddress(address, keysFor('mattermost-command'), command.token)}`;
  const hook = { source: 'wekan-webhook', team: 'theirs', connection: 'main', generation: 1 };
  const [ours] = wekan.world.integrations;
  if (!ours) throw new Error('no webhook');
  const webhook = `${doorsUrl}${sealAddress(hook, keysFor('wekan-webhook'))}`;
  wekan.world.integrations.push({ ...ours, _id: 'theirs', boardId: board._id, url: webhook, token: '' });
  return { webhook, board: board._id };
}
