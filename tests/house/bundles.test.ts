import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Bundle, bundleAll } from './bundles.ts';

const KiB = 1024;

/** What a door has no use for, and what takes long to start. */
const heavy =
  /node_modules\/(axios|@aws-sdk\/client-(?!sqs)[^/]+|@aws-sdk\/util-dynamodb|zod\/v4\/classic|zod\/v3|yaml|commander|chrono-node)\//;

let bundles: readonly Bundle[];
beforeAll(async () => {
  bundles = await bundleAll();
});

describe('what is deployed', () => {
  test('is six doors, a dispatcher, what looks on the boards and after dead letters, and what SES calls', () => {
    expect(bundles.map(({ name, isDoor }) => [name, isDoor])).toEqual([
      ['wekan-webhook', true],
      ['taiga-webhook', true],
      ['mattermost-command', true],
      ['mattermost-action', true],
      ['discord-interaction', true],
      ['dispatcher', false],
      ['dead-letters', false],
      ['reconcile', false],
      ['inbound-mail', false],
      ['mail-link', true],
      ['mail-feedback', false],
    ]);
  });

  test('a door reads at most 350 KiB at its start', () => {
    for (const { name, bytes } of doors())
      expect([name, bytes <= 350 * KiB, bytes]).toEqual([name, true, bytes]);
  });

  test('a door holds nothing heavy', () => {
    for (const { name, inputs } of doors()) {
      expect([name, [...inputs].filter(([file, bytes]) => bytes > 0 && heavy.test(file))]).toEqual([
        name,
        [],
      ]);
    }
  });

  test('what Discord’s door reads the table with is loaded on demand', () => {
    const door = named('discord-interaction');
    expect([...(door?.files.keys() ?? [])].filter((file) => file.includes('look-up-choices'))).toHaveLength(
      1,
    );
    expect([...(door?.inputs.keys() ?? [])].filter((file) => file.includes('/store/'))).toEqual([]);
  });

  test('the mail’s door is at most 2 MiB, and what hears of mail that came back as small as any door', () => {
    expect(named('inbound-mail')?.bytes).toBeLessThanOrEqual(2 * KiB * KiB);
    expect(named('mail-feedback')?.bytes).toBeLessThanOrEqual(350 * KiB);
  });

  test('what the door of links signs addresses with is loaded on demand', () => {
    const files = [...(named('mail-link')?.files.keys() ?? [])];
    expect(files.filter((file) => file.includes('look-up-original'))).toHaveLength(1);
  });

  test('the dispatcher is at most 1.2 MiB and knows zod as zod/mini only', () => {
    const dispatcher = named('dispatcher');
    expect(dispatcher?.bytes).toBeLessThanOrEqual(1.2 * KiB * KiB);
    expect([...(dispatcher?.inputs.keys() ?? [])].filter((file) => file.includes('zod/v4/classic'))).toEqual(
      [],
    );
  });
});

function doors(): readonly Bundle[] {
  return bundles.filter(({ isDoor }) => isDoor);
}

function named(name: string): Bundle | undefined {
  return bundles.find((bundle) => bundle.name === name);
}
