import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cut } from '../../../lib/channels/cut.ts';
import { breakMentions, escapeMarkdown } from '../../../lib/channels/mattermost/escape.ts';
import { safeLink } from '../../../lib/channels/safe-link.ts';

const visible = (text: string) => text.replaceAll('\u200B', '').replaceAll(/\\([\\`*_[\]|~#>+\-=.)])/g, '$1');

describe('what people write', () => {
  test.each([
    ['@channel', '@\u200Bchannel'],
    ['(@here)', '(@\u200Bhere)'],
    ['_@all_', '\\_@\u200Ball\\_'],
    ['~town-square', '~\u200Btown-square'],
    ['<!channel> <@U1> <#C1>', '<\u200B!channel> <\u200B@\u200BU1> <\u200B#C1>'],
    ['tom@example.org', 'tom@example.org'],
    ['**bold** `code` [a](b)', '\\*\\*bold\\*\\* \\`code\\` \\[a\\](b)'],
    ['# heading', '\\# heading'],
    ['#42', '\\#42'],
    ['1. first', '1\\. first'],
    ['- item\n> quote', '\\- item\n\\> quote'],
    ['5 - 3 = 2', '5 - 3 = 2'],
    ['~~gone~~', '\\~\\~\u200Bgone\\~\\~'],
    ['see https://x.org/a_b*c', 'see https://x.org/a_b\\*c'],
    ['https://x.org/@here?~a', 'https://x.org/%40here?%7Ea'],
    ['C:\\temp', 'C:\\\\temp'],
    ['&#64;all &commat;here &#x40;tom', '&\u200B#64;all &\u200Bcommat;here &\u200B#x40;tom'],
    ['xhttps://x.org/&#64;all', 'xhttps://x.org/&\u200B#64;all'],
    ['https://x.org/?a=1&b=2', 'https://x.org/?a=1&b=2'],
    ['ɐ@all', 'ɐ@\u200Ball'],
    ['R&D', 'R&D'],
    ['a\n\n    b', 'a\n\n\u00A0\u00A0\u00A0\u00A0b'],
    ['+\n-', '\\+\n\\-'],
  ])('%s is shown as it is', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });

  // Were the time for it to grow with the square of the lines, this would take half an hour, and a person would hold up a room.
  test.each(['\n', '\r', '\u2028', ' '])(
    'takes no longer for a million of %j than they are long',
    (empty) => {
      const lines = `${empty.repeat(1_000_000)}\n`;
      expect(escapeMarkdown(`a${lines}# b${lines}1. c`)).toBe(`a${lines}\\# b${lines}1\\. c`);
    },
  );

  test('loses nothing that can be seen', () => {
    const words = fc.constantFrom(
      '@here',
      '~x',
      '*a*',
      '_',
      '`',
      '[l](u)',
      '\n',
      ' ',
      '# ',
      '> ',
      '1. ',
      'ä😀',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(words), (parts) => {
        const text = parts.join('');
        expect(visible(escapeMarkdown(text))).toBe(text);
      }),
    );
  });

  test('never mentions, whatever stands around it', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('@channel', '@all', '~town', '<!here'),
        fc.string(),
        (a, at, b) => {
          const before = /[A-Za-z0-9]$/.test(a) ? `${a} ` : a;
          expect(escapeMarkdown(before + at + b)).not.toContain(at);
          expect(breakMentions(before + at + b)).not.toContain(at);
        },
      ),
    );
  });

  test('stays inside its backquotes', () => {
    expect(escapeMarkdown('a `b` *c*', 'code')).not.toContain('`');
  });
});

test('a link stays inside its brackets and is a web address', () => {
  expect(safeLink('https://x.org/a(b) "c"')).toBe('https://x.org/a%28b%29%20%22c%22');
  expect(safeLink('javascript:alert(1)')).toBe('');
});

test('cuts by runes, with a mark, and never through one', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.integer({ min: 1, max: 40 }),
      (text, limit) => {
        const short = cut(text, limit);
        expect([...short].length).toBeLessThanOrEqual(limit);
        if ([...text].length <= limit) expect(short).toBe(text);
        else expect(short.endsWith('…')).toBe(true);
      },
    ),
  );
});
