import { expect, test } from '@jest/globals';
import { createKeyring } from '../../lib/setup/keyring.ts';
import { setUp } from '../../lib/setup/set-up.ts';
import { readTeamFile } from '../../lib/teams/read-file.ts';
import { deploymentKey, partsOf, startFarWorld } from './far-world.ts';

test('settings that another deployment key made are stored anew, and the person is told to look', async () => {
  const world = await startFarWorld();
  try {
    const { file } = readTeamFile(world.yaml, world.env);
    if (!file) throw new Error('the file of this test is wrong');
    const { parts } = partsOf(world, world.env);
    let isKeyProven = false;
    const todosWith = async (...keys: [key: string, previous?: string]) =>
      (await setUp(file, { ...parts, keys: createKeyring(...keys), isKeyProven })).todos;

    expect(await todosWith(deploymentKey)).toEqual([]);
    const other = 'another key of at least thirty-two characters';
    expect(await todosWith(other)).toMatchObject([
      { title: expect.stringMatching(/with another CARDWIRE_KEY; look which one is right$/) },
    ]);
    expect(await todosWith(other)).toEqual([]);
    expect(await todosWith(deploymentKey, other)).toEqual([]);
    isKeyProven = true;
    const [told, ...more] = await todosWith(other);
    expect(more).toEqual([]);
    expect(told?.title).toMatch(/with another CARDWIRE_KEY than the deployment has now$/);
    expect(told?.lines.join()).not.toMatch(/401|If not, it refuses/);
    expect(await todosWith(other)).toEqual([]);
  } finally {
    await world.stop();
  }
});
