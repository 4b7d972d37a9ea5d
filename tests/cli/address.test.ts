import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setUp } from '../../lib/setup/set-up.ts';
import { readTeamFile } from '../../lib/teams/read-file.ts';
import { type FarWorld, partsOf, startFarWorld } from '../setup/far-world.ts';
import { runCli } from './run-cli.ts';

let world: FarWorld;
beforeAll(async () => {
  world = await startFarWorld();
  const mail = 'channels:\n  mail: { product: email, domain: in.example.org, addresses: { ops: kanban } }';
  const { file } = readTeamFile(world.yaml.replace('channels:', mail), world.env);
  if (!file) throw new Error('the file of this test is wrong');
  await setUp(file, partsOf(world).parts);
});
afterAll(() => world.stop());

test('says so where nobody calls: mail comes in by another way', async () => {
  const { code, out, err } = await runCli(['address', 'ops', 'mail'], world.env);
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain('mail is email, which calls no address');
});
