import { describe, expect, test } from '@jest/globals';
import {
  botPermissions,
  lacking,
  permissionNumber,
  permissionsIn,
  toPost,
  toPostInThread,
} from '../../../lib/channels/discord/permissions.ts';

const [view, send, embed] = [1n << 10n, 1n << 11n, 1n << 14n];
const guild = {
  id: '1',
  owner: '9',
  roles: [
    { id: '1', permissions: String(view) },
    { id: '2', permissions: String(send | embed) },
    { id: '3', permissions: String(1n << 3n) },
  ],
};
const bot = { person: '5', memberOf: ['2'], guild, overwrites: [] };
const overwrite = (id: string, change: { allow?: bigint; deny?: bigint }) => ({
  id,
  allow: String(change.allow ?? 0n),
  deny: String(change.deny ?? 0n),
});

describe('permissions in a channel', () => {
  test('are those of everyone and of the roles together', () => {
    expect(permissionsIn(bot)).toBe(view | send | embed);
    expect(permissionsIn({ ...bot, memberOf: [] })).toBe(view);
  });

  test('are bent by the channel: everyone, then roles, then the person', () => {
    const closed = overwrite('1', { deny: view | send });
    expect(permissionsIn({ ...bot, overwrites: [closed] })).toBe(embed);
    const forRole = overwrite('2', { allow: view });
    expect(permissionsIn({ ...bot, overwrites: [forRole, closed] })).toBe(view | embed);
    const forBot = overwrite('5', { deny: embed });
    expect(permissionsIn({ ...bot, overwrites: [forBot, forRole, closed] })).toBe(view);
    const forOthers = overwrite('7', { allow: send });
    expect(permissionsIn({ ...bot, overwrites: [forOthers, forBot, forRole, closed] })).toBe(view);
  });

  test('are all for the owner and for administrators, whatever the channel says', () => {
    const overwrites = [overwrite('1', { deny: view })];
    for (const more of [{ person: '9', memberOf: [] }, { memberOf: ['3'] }]) {
      expect(lacking(permissionsIn({ ...bot, ...more, overwrites }), botPermissions)).toEqual([]);
    }
  });
});

describe('what is lacking', () => {
  test('is named as Discord names it', () => {
    expect(lacking(String(view | embed), toPost)).toEqual(['Send Messages']);
    expect(lacking(view | send | embed, toPostInThread)).toEqual(['Send Messages in Threads']);
  });

  test('is everything where the channel cannot be seen', () => {
    expect(lacking(send | embed, toPost)).toEqual(toPost);
  });
});

test('the install link asks for the sum of the names', () => {
  // Contract A2.5, the row with threads.
  expect(permissionNumber(botPermissions)).toBe('309237730304');
});
