import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeTableCommand,
  DynamoDBClient,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { localCredentials, localRegion } from '../../lib/local/credentials.ts';
import { demoKey } from '../../lib/local/demo-key.ts';
import { keyFingerprints } from '../../lib/local/deployment-key.ts';
import { announceStack } from '../../lib/local/stack-file.ts';
import { type FarWorld, deploymentKey as ours, startFarWorld } from '../setup/far-world.ts';
import { runCli } from './run-cli.ts';

const [other, third] = [
  'another key of thirty-two characters or more',
  'a third key of thirty-two characters',
];

const TAG = 'cardwire:key-fingerprints';

let world: FarWorld;
let folder: string;
let file: string;
beforeAll(async () => {
  world = await startFarWorld();
  folder = await mkdtemp(join(tmpdir(), 'cardwire-'));
  file = join(folder, 'team.yml');
  await writeFile(file, world.yaml);
});
afterAll(() => Promise.all([world.stop(), rm(folder, { recursive: true })]));

const keys = (CARDWIRE_KEY: string, CARDWIRE_KEY_PREVIOUS = '') => ({ CARDWIRE_KEY, CARDWIRE_KEY_PREVIOUS });

/** How a deployment with these keys tells of them, and what the command line finds it by. */
const deployments = {
  'in the cloud': async (env: Parameters<typeof keyFingerprints>[0]) => {
    const Tags = [{ Key: TAG, Value: keyFingerprints(env).join(' ') }];
    await inTable((client, ResourceArn) => client.send(new TagResourceCommand({ ResourceArn, Tags })));
    return world.env;
  },
  'on this machine': async (env: Parameters<typeof keyFingerprints>[0]) => {
    const { TABLE_NAME: tableName = '', AWS_ENDPOINT_URL_DYNAMODB: dynamodb = '', ...rest } = world.env;
    const url = 'http://127.0.0.1:4100';
    const endpoints = {
      url,
      dynamodb,
      tableName,
      sqs: url,
      s3: url,
      ses: url,
      smtpPort: 4125,
      queueUrls: {},
    };
    const fingerprints = keyFingerprints(env);
    announceStack(folder, { ...endpoints, region: localRegion, fingerprints }, env.CARDWIRE_KEY === '');
    return { ...rest, CARDWIRE_DATA: folder };
  },
};

describe.each(Object.entries(deployments))('a deployment %s', (_, deployed) => {
  test('with another key is told apart by set-up, and nothing is done', async () => {
    const env = { ...(await deployed(keys(other))), ...keys(ours) };
    const { code, err } = await runCli(['setup', file], env);
    expect([code, err.trim().split('\n')]).toEqual([
      1,
      [expect.stringContaining('(401): set the one it has')],
    ]);
    const [here] = keyFingerprints(keys(ours));
    const [there] = keyFingerprints(keys(other));
    expect(err).toContain(`(fingerprint ${here} here, ${there} there)`);
    expect(await world.teams.list()).toEqual([]);
    expect(world.mattermost.world.commands.size).toBe(0);
  });

  test('that knows only the key to be rotated out is to be deployed or started first', async () => {
    const env = { ...(await deployed(keys(other))), ...keys(ours, other) };
    expect(await runCli(['setup', file], env)).toMatchObject({
      code: 1,
      err: expect.stringContaining('only has the CARDWIRE_KEY_PREVIOUS: deploy or start it with both'),
    });
  });
});

test.each(Object.entries(deployments))(
  'while two keys are good %s, the new one will do',
  async (_, deployed) => {
    expect(
      (await runCli(['setup', file], { ...(await deployed(keys(ours, other))), ...keys(ours) })).code,
    ).toBe(0);
    const env = { ...(await deployed(keys(ours, other))), ...keys(ours, other) };
    expect((await runCli(['check'], env)).code).toBe(0);
    const { code, err } = await runCli(['check'], { ...env, ...keys(third) });
    expect([code, err]).toEqual([1, expect.stringContaining('there), which would refuse everything')]);
  },
);

test.each(Object.entries(deployments))(
  'nothing is set with the key that is rotated out %s',
  async (_, deployed) => {
    const stored = (await world.teams.get('ops'))?.settings;
    const env = { ...(await deployed(keys(other, ours))), ...keys(ours) };
    for (const command of [['setup', file], ['check']]) {
      const { code, err } = await runCli(command, env);
      expect([code, err]).toEqual([1, expect.stringContaining('Set its CARDWIRE_KEY here')]);
    }
    // Deployed the wrong way round: the key that comes would go.
    const { code, err } = await runCli(['rotate'], { ...env, ...keys(ours, other) });
    expect([code, err]).toEqual([1, expect.stringContaining('deploy or start it with this one as that')]);
    expect((await world.teams.get('ops'))?.settings).toEqual(stored);
  },
);

test.each(Object.entries(deployments))(
  'where it is known that the key was changed %s, nobody is told to look which one is right',
  async (_, deployed) => {
    await runCli(['setup', file], { ...(await deployed(keys(ours))), ...keys(ours) });
    const env = { ...(await deployed(keys(third))), ...keys(third) };
    const failed = await runCli(['check'], env);
    expect([failed.code, failed.err]).toEqual([
      1,
      expect.stringMatching(/stored with another CARDWIRE_KEY than .* has now: set the team up again/),
    ]);
    expect(failed.err).not.toContain('secret-unreadable');
    const { code, out } = await runCli(['setup', file], env);
    expect([code, out]).toEqual([
      0,
      expect.stringContaining('The CARDWIRE_KEY of this command is the right one'),
    ]);
    expect(out).not.toContain('refuses everything');
    expect((await runCli(['check'], env)).code).toBe(0);
    await runCli(['setup', file], { ...(await deployed(keys(ours))), ...keys(ours) });
  },
);

test('an address is not told with a key that is known to be another one', async () => {
  const env = { ...(await deployments['on this machine'](keys(ours))), ...keys(third) };
  const { code, err } = await runCli(['address', 'ops', 'kanban'], env);
  expect([code, err]).toEqual([1, expect.stringContaining('which would refuse everything (401)')]);
});

test('a deployment that tells nothing of its keys is taken as it is', async () => {
  await inTable((client, ResourceArn) =>
    client.send(new UntagResourceCommand({ ResourceArn, TagKeys: [TAG] })),
  );
  expect((await runCli(['check'], { ...world.env, ...keys(ours) })).code).toBe(0);
});

test('a stack that has the key that everyone knows is to be started with a real one before that can be rotated in', async () => {
  const env = { ...(await deployments['on this machine'](keys(''))), ...keys(ours, other) };
  const { code, err } = await runCli(['rotate'], env);
  expect([code, err]).toEqual([1, expect.stringContaining(`CARDWIRE_KEY_PREVIOUS=${demoKey}`)]);
});

test('a stack that has the key that everyone knows seals no secret for somebody who has a key', async () => {
  const local = await deployments['on this machine'](keys(''));
  const before = await world.teams.list();
  const { code, err } = await runCli(['setup', file], { ...local, ...keys(ours) });
  expect([code, err]).toEqual([1, expect.stringContaining('start it with this one too, or unset it here')]);
  expect(await world.teams.list()).toEqual(before);
  expect((await runCli(['check'], { ...local, ...keys(demoKey) })).err).not.toContain('unset it here');
});

/** What CloudFormation does with the template's tags. */
async function inTable(work: (client: DynamoDBClient, arn: string | undefined) => Promise<unknown>) {
  const client = new DynamoDBClient({
    endpoint: world.env.AWS_ENDPOINT_URL_DYNAMODB ?? '',
    region: localRegion,
    credentials: localCredentials,
  });
  const TableName = world.env.TABLE_NAME;
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  await work(client, Table?.TableArn);
  client.destroy();
}
