import { expect, test } from '@jest/globals';
import { storeTeam } from '../../lib/teams/stored.ts';
import { keysOf } from '../histories/release.ts';
import { put } from './mail-scene.ts';
import { openScene } from './scene.ts';

test('what a board has not got is refused before anything is done', async () => {
  const scene = await openScene();
  const { house } = scene;
  const [, , gym] = house.worlds;
  const { archive: _, ...without } = gym.board.connection;
  const settings = storeTeam(
    { ...gym.team, boards: { main: without } },
    keysOf(house.release, 'stored-secrets'),
  );
  await house.store.teams.put({ id: 'gym', settings });
  const [story] = gym.board.cards();
  const before = JSON.stringify(gym.board.everything());
  put(scene, {
    ...{ v: 1, kind: 'command', id: 'archives', at: house.clock.now, team: 'gym', connection: 'chat' },
    ...{ generation: 1, conversation: 'mattermost:chat:idofsquare:', place: 'square', direct: false },
    ...{ person: { id: 'idoftom', name: 'tom' }, reply: {} },
    input: { by: 'text', text: `archive #${story?.number}`, mentions: {} },
  });
  await scene.settle();
  const { id } = gym.chat.direct('idoftom', 'idofbot');
  expect(gym.chat.postsIn(id).map(({ message }) => message)).toEqual([
    expect.stringMatching(/`archive`[\s\S]*You wrote:\n```\n\/card archive #/),
  ]);
  expect(JSON.stringify(gym.board.everything())).toBe(before);
});
