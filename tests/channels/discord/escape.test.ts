import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { breakMentions, escapeMarkdown } from '../../../lib/channels/discord/escape.ts';

const nothing = '\u200B';
const visible = (text: string) => text.replaceAll(nothing, '').replaceAll(/\\([^0-9A-Za-z\s])/g, '$1');

describe('what people write', () => {
  test.each([
    ['@everyone', `@${nothing}everyone`],
    ['(@here)', `(@${nothing}here)`],
    ['@Everyone', `@${nothing}Everyone`],
    ['tom@example.org', 'tom@example.org'],
    ['tom@everyone.org', `tom@${nothing}everyone.org`],
    [
      '<@123> <@!1> <@&2> <#3>',
      `<${nothing}@${nothing}123> <${nothing}@${nothing}!1> <${nothing}@${nothing}&2> <${nothing}#3>`,
    ],
    ['<t:0:R> <:a:1> </card:1>', `<${nothing}t:0:R> <${nothing}:a:1> <${nothing}/card:1>`],
    ['a < b, 3 <4', `a < b, 3 <${nothing}4`],
    ['**bold** `code` [a](b)', '\\*\\*bold\\*\\* \\`code\\` \\[a\\](b)'],
    ['||secret|| ~~gone~~', '\\|\\|secret\\|\\| \\~\\~gone\\~\\~'],
    ['```js\nx\n```', '\\`\\`\\`js\nx\n\\`\\`\\`'],
    ['# heading\n### small\n-# print', '\\# heading\n\\### small\n\\-# print'],
    ['#42 #43', '#42 #43'],
    ['1. first', '1\\. first'],
    ['- item\n> quote\n>>> all', '\\- item\n\\> quote\n\\>>> all'],
    ['5 - 3 = 2', '5 - 3 = 2'],
    ['see https://x.org/a_b*c', 'see https://x.org/a_b%2Ac'],
    ['(https://x.org/@here?~a)', '(https://x.org/%40here?%7Ea)'],
    ['xhttps://x.org/_a_', 'xhttps://x.org/\\_a\\_'],
    ['C:\\temp', 'C:\\\\temp'],
    ['a\u202Eb', 'ab'],
    ['R&D', 'R&D'],
  ])('%s is shown as it is', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });

  // Were the time for it to grow with the square of the lines, a person would hold up a room.
  test.each(['\n', '\r', '\u2028', ' ', '@', '<', '('])(
    'takes no longer for a million of %j than they are long',
    (sign) => {
      const text = sign.repeat(1_000_000);
      expect(visible(escapeMarkdown(`a${text}b`))).toBe(`a${text}b`);
    },
  );

  test('loses nothing that can be seen', () => {
    const words = fc.constantFrom(
      ...[
        '@here',
        '<@1>',
        '*a*',
        '_',
        '`',
        '[l](u)',
        '\n',
        ' ',
        '# ',
        '> ',
        '1. ',
        '- ',
        'ä😀',
        '\\',
        '||',
        '@',
      ],
    );
    fc.assert(
      fc.property(fc.array(words), (parts) => {
        const text = parts.join('');
        expect(visible(escapeMarkdown(text))).toBe(text);
      }),
    );
  });

  test('mentions nobody, whatever stands around it or is hidden inside', () => {
    const hidden = fc.constantFrom('', nothing, '\u2060', '\uFEFF', '\u202E', '\u00AD');
    const mention = fc.constantFrom(
      ...(['everyone', 'here', 'Here'] as const).map((word) => ['@', word] as const),
      ...(['@1>', '@!1>', '@&1>', '#1>', ':a:1>', '/card:1>', 't:1:R>'] as const).map(
        (rest) => ['<', rest] as const,
      ),
    );
    fc.assert(
      fc.property(fc.string(), hidden, mention, fc.string(), (before, inside, [sign, rest], after) => {
        // What stands in an address is written otherwise there.
        const lead = before.replaceAll('http', '');
        for (const text of [escapeMarkdown, breakMentions].map((make) =>
          make(lead + sign + inside + rest + after),
        )) {
          expect(text).not.toMatch(/@(everyone|here)/i);
          expect(text).not.toMatch(/<(@[!&]?|#|a?:\w+:|\/\w+:|t:)\d+/);
        }
      }),
    );
  });

  test('opens no format: every sign that could has a backslash before it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'*_`|~[]\\ab \n') }), (text) => {
        expect(escapeMarkdown(text).replaceAll(/\\[*_`|~[\]\\]/g, '')).not.toMatch(/[*_`|~[\]\\]/);
      }),
    );
  });

  test('stays inside its backquotes', () => {
    expect(escapeMarkdown('a `b` *c*', 'code')).not.toContain('`');
  });
});
