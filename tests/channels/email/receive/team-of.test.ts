import { expect, test } from '@jest/globals';
import { teamOf } from '../../../../lib/channels/email/receive/team-of.ts';
import { replyToken, targetId } from '../../../../lib/channels/email/reply-token.ts';
import type { CardId } from '../../../../lib/domain/card.ts';
import type { MailTarget } from '../../../../lib/domain/mail.ts';

const keys = ['0'.repeat(64)] as const;
const target: MailTarget = {
  ...{ team: 'ops', connection: 'post', board: 'main', card: 'c' as CardId, conversation: 'email:post:x:' },
};
const id = targetId(target);
const lookUps = {
  mailbox: async (address: string) =>
    address === 'cards@in.lab.test'
      ? { team: 'lab', connection: 'post', generation: 1, board: 'main' }
      : undefined,
  target: async (asked: string) => (asked === id ? target : undefined),
};
const token = replyToken(id, keys);

test.each([
  ['Cards@In.Lab.test', 'lab'],
  ['cards+more@in.lab.test', 'lab'],
  [`reply+${token}@in.ops.test`, 'ops'],
  [`unsubscribe+${token}@in.ops.test`, 'ops'],
  [`reply+${replyToken(id, ['1'.repeat(64)])}@in.ops.test`, undefined],
  [`reply+${replyToken('0'.repeat(13), keys)}@in.ops.test`, undefined],
  ['who@in.ops.test', undefined],
  ['nobody', undefined],
])('a mail to %s is for %s', async (recipient, team) => {
  expect(await teamOf(recipient, lookUps, keys)).toBe(team);
});
