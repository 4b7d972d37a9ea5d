import { expect, test } from '@jest/globals';
import { deriveKey, type Keys } from '../../lib/domain/keys.ts';
import { storeTeam } from '../../lib/teams/stored.ts';
import { createTeamSource } from '../../lib/teams/team-source.ts';
import { exampleTeam } from './example-team.ts';

const keyOf = (deployment: string) => deriveKey(deployment, 'stored-secrets');
const [old, fresh] = [
  keyOf('the old deployment key of the tests'),
  keyOf('the new one, of the tests as well'),
];

function sourceWith(keys: Keys, now = () => 0) {
  const settings = storeTeam(exampleTeam, [fresh]);
  return createTeamSource({ get: async () => ({ settings }) }, keys, now);
}

test('what set-up stored under a newer key waits for the run that has it, in every such run', async () => {
  const source = sourceWith([old]);
  const waits = expect.objectContaining({ code: 'secret-unreadable', retry: { when: 'later' } });
  await expect(source('ops')).rejects.toEqual(waits);
  await expect(source('ops')).rejects.toEqual(waits);
});

test('both keys are good while one is rotated out, and the team stays the same object for a minute', async () => {
  let now = 0;
  const source = sourceWith([old, fresh], () => now);
  const team = await source('ops');
  expect(team).toEqual(exampleTeam);
  now = 59_999;
  expect(await source('ops')).toBe(team);
});
