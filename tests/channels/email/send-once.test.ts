import { expect, test } from '@jest/globals';
import { sendOnce } from '../../../lib/channels/email/send-once.ts';
import { captureLog } from '../../flows/capture-log.ts';
import { createMailMemory } from './mail-memory.ts';

test('a mail that is out though the table could not keep that is repeated once at most, and that is counted', async () => {
  const { log, lines } = captureLog();
  let sent = 0;
  const send = async () => `${++sent}@amazonses.com`;
  const sentUnkept = async () => {
    throw new Error('the table is busy');
  };
  const sendings = { ...createMailMemory().mailSendings, sent: sentUnkept };
  const parts = { sendings, send, log, team: 'ops', connection: 'mail' };
  const mail = { from: 'ops@in.example.org', to: 'eva@example.net', raw: Buffer.from(''), tags: {} };
  for (const _ of [1, 2]) await expect(sendOnce(parts, 'one', mail)).rejects.toThrow('the table is busy');
  expect(await sendOnce(parts, 'one', mail)).toBe('');
  expect(sent).toBe(2);
  expect(lines.filter((line) => line.includes('mail-may-repeat'))).toHaveLength(1);
});
