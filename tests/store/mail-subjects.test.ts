import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createMailSubjects, type MailSubjects } from '../../lib/store/mail-subjects.ts';
import { openTable } from './open-table.ts';

let opened: Awaited<ReturnType<typeof openTable>>;
let subjects: MailSubjects;
beforeAll(async () => {
  opened = await openTable();
  subjects = createMailSubjects(opened.table, () => opened.clock.now);
});
afterAll(() => opened.stop());

const DAY = 86_400_000;
const conversation = 'email:mail:eva%40example.net:first%40example.net';

test('a conversation keeps its first subject, until it is long forgotten', async () => {
  await subjects.keep(conversation, 'The pump', 'quiet');
  await subjects.keep(conversation, 'Another one', 'copied');
  expect(await subjects.get(conversation)).toBe('The pump');
  expect(await subjects.beginning(conversation)).toBe('quiet');
  expect(await subjects.get('email:mail:x:y')).toBeUndefined();
  opened.clock.now += 400 * DAY;
  await subjects.keep(conversation, 'The door');
  expect(await subjects.get(conversation)).toBe('The door');
  expect(await subjects.beginning(conversation)).toBeUndefined();
});
