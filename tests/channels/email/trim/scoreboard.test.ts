import { describe, expect, test } from '@jest/globals';
import { trimReply } from '../../../../lib/channels/email/read/trim/trim-reply.ts';
import { apple } from './replies/apple.ts';
import { gmail } from './replies/gmail.ts';
import { mobile } from './replies/mobile.ts';
import { outlook } from './replies/outlook.ts';
import { plainTalk } from './replies/plain-talk.ts';
import { positions } from './replies/positions.ts';
import { signatures } from './replies/signatures.ts';
import { thunderbird } from './replies/thunderbird.ts';
import { webmail } from './replies/webmail.ts';
import type { ReplyCase } from './reply-case.ts';

const cases: readonly ReplyCase[] = [
  ...[gmail, outlook, apple, thunderbird, webmail].flat(),
  ...[mobile, signatures, positions, plainTalk].flat(),
];

const scored = cases.map((one) => {
  const { kept } = trimReply(one.text, one.options);
  const lines = new Set(linesOf(kept));
  return { one, kept, exact: kept === one.kept, whole: linesOf(one.kept).every((line) => lines.has(line)) };
});

describe('what people wrote is found', () => {
  test('in at least 120 replies of at least 12 languages', () => {
    expect(cases.length).toBeGreaterThanOrEqual(120);
    expect(new Set(cases.map(({ language }) => language)).size).toBeGreaterThanOrEqual(12);
  });

  test('and nothing of it is lost in any of them', () => {
    expect(scored.filter(({ whole }) => !whole).map(told)).toEqual([]);
  });

  test('and 95 in 100 are trimmed exactly', () => {
    const missed = scored.filter(({ exact }) => !exact);
    const share = 1 - missed.length / scored.length;
    console.info(
      `${scored.length} replies: ${(share * 100).toFixed(1)} % trimmed exactly`,
      ...missed.map(({ one }) => `\n  not exactly: ${one.client}, ${one.language}`),
    );
    expect(share).toBeGreaterThanOrEqual(0.95);
  });

  test('and what was kept has nothing more to trim', () => {
    const twice = scored.filter(({ one, kept }) => {
      const again = trimReply(kept, { ...one.options, reply: false }).kept;
      return again !== kept;
    });
    expect(twice.map(told)).toEqual([]);
  });
});

function linesOf(text: string): readonly string[] {
  return text.split('\n').map((line) => line.trim());
}

function told({ one, kept }: { one: ReplyCase; kept: string }) {
  return { client: one.client, language: one.language, wanted: one.kept, kept };
}
