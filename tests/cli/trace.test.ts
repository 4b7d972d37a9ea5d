import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CardId } from '../../lib/domain/card.ts';
import { createThreads } from '../../lib/store/threads.ts';
import type { CardFace } from '../../schemas/delivery.ts';
import { type FarWorld, startFarWorld } from '../setup/far-world.ts';
import { runCli } from './run-cli.ts';

let world: FarWorld;
let folder: string;
beforeAll(async () => {
  world = await startFarWorld();
  folder = await mkdtemp(join(tmpdir(), 'cardwire-'));
  await writeFile(join(folder, 'team.yml'), world.yaml);
  await runCli(['setup', join(folder, 'team.yml')], world.env);
});
afterAll(() => Promise.all([world.stop(), rm(folder, { recursive: true })]));

test('rooms that nobody has named are told apart by their ids, and no address is shown', async () => {
  const threads = createThreads(world.table, Date.now);
  const card = 'crd1' as CardId;
  const face: CardFace = {
    ...{ id: card, title: 'Pump', column: 'To Do', people: [], labels: [], state: 'open' },
    ...{ url: 'https://board.example.org/c', revision: 1, answered: 2 },
  };
  const happening = { id: 'ev1', kind: 'edit', at: Date.now() } as const;
  for (const conversation of [
    'mattermost:chat:kitchen:',
    'mattermost:chat:garage:p1',
    'email:post:eva%40x.net:',
  ])
    await threads.gather(
      { team: 'ops', board: 'kanban', card, conversation },
      { happening, loudness: 'edit' },
      face,
      Date.now(),
    );
  const { out } = await runCli(['trace', 'ops', card], world.env);
  for (const room of ['room kitchen (chat)', 'room garage (chat)', 'mail (post)'])
    expect(out).toContain(`  ${room}  `);
  expect(out).not.toContain('eva');
});
