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
    const todosWith = async (...keys: [key: string, previous?: string]) =>
      (await setUp(file, { ...parts, keys: createKeyring(...keys) })).todos;

    expect(await todosWith(deploymentKey)).toEqual([]);
    const other = 'another key of at least thirty-two characters';
    expect(await todosWith(other)).toMatchObject([
      { title: expect.stringContaining('with another CARDWIRE_KEY') },
    ]);
    expect(await todosWith(other)).toEqual([]);
    expect(await todosWith(deploymentKey, other)).toEqual([]);
  } finally {
    await world.stop();
  }
});
