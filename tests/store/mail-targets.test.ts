import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CardId } from '../../lib/domain/card.ts';
import { createMailTargets, type MailTargets } from '../../lib/store/mail-targets.ts';
import { openTable } from './open-table.ts';

let opened: Awaited<ReturnType<typeof openTable>>;
let targets: MailTargets;
beforeAll(async () => {
  opened = await openTable();
  targets = createMailTargets(opened.table, () => opened.clock.now);
});
afterAll(() => opened.stop());

const DAY = 86_400_000;

const target = {
  ...{ team: 'ops', connection: 'mail', board: 'kanban', card: 'c1' as CardId },
  conversation: 'email:mail:eva%40example.net:first%40example.net',
};

test('what a mail was about is known for a year and more, not for ever', async () => {
  await targets.remember('id1', target);
  opened.clock.now += 365 * DAY;
  expect(await targets.get('id1')).toEqual(target);
  expect(await targets.get('never-seen')).toBeUndefined();
  opened.clock.now += 35 * DAY;
  expect(await targets.get('id1')).toBeUndefined();
});
