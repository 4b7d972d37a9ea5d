import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openAddress } from '../../lib/domain/address.ts';
import { createKeyring } from '../../lib/setup/keyring.ts';
import { createStore } from '../../lib/store/store.ts';
import { openSecret, type SealedSecret, sealSecret } from '../../lib/teams/secrets.ts';
import { type FarWorld, deploymentKey as old, startFarWorld } from '../setup/far-world.ts';
import { runCli } from './run-cli.ts';

const next = 'the next key of at least thirty-two characters';
const [oldKeys, nextKeys] = [createKeyring(old), createKeyring(next)];

let world: FarWorld;
let folder: string;
beforeAll(async () => {
  world = await startFarWorld();
  folder = await mkdtemp(join(tmpdir(), 'cardwire-'));
  await writeFile(join(folder, 'team.yml'), world.yaml);
  await runCli(['setup', join(folder, 'team.yml')], world.env);
});
afterAll(() => Promise.all([world.stop(), rm(folder, { recursive: true })]));

const rotated = { CARDWIRE_KEY: next, CARDWIRE_KEY_PREVIOUS: old };

test('without two keys there is nothing to rotate', async () => {
  const { code, err } = await runCli(['rotate'], world.env);
  expect([code, err]).toEqual([1, expect.stringContaining('CARDWIRE_KEY_PREVIOUS')]);
});

test('after it the new key alone opens, and is called by, all there is', async () => {
  const store = createStore(world.table, Date.now);
  const sealing = oldKeys('stored-secrets');
  const body = sealSecret('{"a":"message"}', { team: 'ops', field: 'dead' }, sealing);
  await store.graveyard.bury({
    ...{ team: 'ops', id: 'dead', reason: 'r', queue: 'events', group: 'g', at: Date.now(), body },
  });
  const sealed = sealSecret('{"a":"mail"}', { team: 'ops', field: 'parked' }, sealing);
  await store.parked.park('ops', { id: 'parked', proven: true, at: Date.now(), sealed });
  const { code, out } = await runCli(['rotate'], { ...world.env, ...rotated });
  expect(code).toBe(0);
  expect(out).toContain('2 kept messages sealed anew.');

  const alone = nextKeys('stored-secrets');
  const [dead] = await store.graveyard.list('ops');
  expect(openSecret(dead?.body as SealedSecret, { team: 'ops', field: 'dead' }, alone)).toContain('message');
  const parked = await store.parked.get('ops', 'parked');
  expect(openSecret(parked?.sealed as SealedSecret, { team: 'ops', field: 'parked' }, alone)).toContain(
    'mail',
  );
  const hooks = world.wekan.world.integrations.map(({ url }) => new URL(url ?? '').pathname);
  expect(hooks.map((path) => openAddress(path, nextKeys('wekan-webhook')) !== undefined)).toContain(true);
  const [command] = world.mattermost.world.commands.values();
  const path = new URL(command?.url ?? '').pathname;
  expect(openAddress(path, nextKeys('mattermost-command'), command?.token)).toBeDefined();
  expect((await runCli(['check'], { ...world.env, CARDWIRE_KEY: next })).code).toBe(0);
});

test('may be run again', async () => {
  const { code, out } = await runCli(['rotate'], { ...world.env, ...rotated });
  expect([code, out]).toEqual([0, expect.stringContaining('2 kept messages sealed anew.')]);
});
