import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createMailboxes, type Mailboxes } from '../../lib/store/mailboxes.ts';
import { openTable } from './open-table.ts';

let opened: Awaited<ReturnType<typeof openTable>>;
let mailboxes: Mailboxes;
beforeAll(async () => {
  opened = await openTable();
  mailboxes = createMailboxes(opened.table, () => opened.clock.now);
});
afterAll(() => opened.stop());

const mailbox = { team: 'ops', connection: 'mail', generation: 1, board: 'kanban' };

test('a mailbox is whose it was opened for, until it is closed, and again when it is opened again', async () => {
  const address = 'ops@in.example.org';
  expect(await mailboxes.get(address)).toBeUndefined();
  await mailboxes.open(address, mailbox);
  expect(await mailboxes.get(address)).toEqual(mailbox);
  await mailboxes.close(address);
  expect(await mailboxes.get(address)).toBeUndefined();
  await mailboxes.open(address, { ...mailbox, generation: 2 });
  expect(await mailboxes.get(address)).toEqual({ ...mailbox, generation: 2 });
});
