import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { escapeMarkdown } from '../../../../lib/channels/email/read/html/escape.ts';

describe('plain text', () => {
  test.each([
    ['Hi Tom,\n\nit leaks - badly (see below).\n\nEva & Tom'],
    ['> quoted\n> > twice\nanswer'],
    ['- nails\n- ladder\n    - long\n* rope'],
    ['1. first\n2. second\n3) third'],
    ['see https://x.org/a_b*c(d)?e=_f_ and <https://x.org/_a_> or <tom_t@x.org>'],
    ['run `npm_test *` in snake_case_dir'],
    ['```\n# no heading\n**bold**\n```'],
    ['5 * 3 = 15, a_b, <3, a < b, R&D, AT&T; C:\\temp'],
    ['-- \nEva\n________________\n***'],
  ])('%j stays as it is', (text) => {
    expect(escapeMarkdown(text).replace(/^\\--/, '--')).toBe(text.replace(/^-- /, '-- '));
  });

  test.each([
    ['# heading', '\\# heading'],
    ['#42 leaks', '\\#42 leaks'],
    ['> # x', '> \\# x'],
    ['15. March is fine', '15\\. March is fine'],
    ['+ 3 more', '\\+ 3 more'],
    ['Title\n=====', 'Title\n\\====='],
    ['Title\n---', 'Title\n\\---'],
    ['*bold* __bold__ 2*3*4', '\\*bold\\* \\_\\_bold\\_\\_ 2\\*3\\*4'],
    ['~~gone~~', '\\~\\~gone\\~\\~'],
    ['[a](b) [a][b]', '[a\\](b) [a\\][b]'],
    ['[a]: https://x.org', '[a\\]: https://x.org'],
    ['<b>x</b> <script>', '&lt;b>x&lt;/b> &lt;script>'],
    ['&lt; &#64;', '&amp;lt; &amp;#64;'],
    ['a \\* b \\_', 'a \\\\\\* b \\\\\\_'],
    ['    indented', '\u00A0\u00A0\u00A0\u00A0indented'],
    ['a ` b', 'a \\` b'],
    ['```\nnever ends *x*', '\\`\\`\\`\nnever ends \\*x\\*'],
    ['https://x.org/[a](javascript:b)', 'https://x.org/[a\\](javascript:b)'],
  ])('%j is no markup', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  test('has as many lines as before, and no tag', () => {
    const part = fc.constantFrom(
      '<script>',
      '<b',
      '`',
      '```',
      '\n',
      '[a](',
      'javascript:',
      '\\',
      '*',
      '_',
      '# ',
      ' ',
      'x',
      '<x@',
      '>',
      'https://y.z/',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const escaped = escapeMarkdown(text);
        expect(escaped.split('\n')).toHaveLength(text.split('\n').length);
        expect(escaped).not.toMatch(/<\/?script/i);
        const outsideCode = escaped.replaceAll(/^ {0,3}```[^`<]*$[\s\S]*?^ {0,3}```[ \t]*$/gm, '');
        expect(outsideCode.replaceAll(/`[^`\n]*`/g, '')).not.toMatch(/(?<!\\)(?:\\\\)*\]\(javascript/);
      }),
      { numRuns: 2000 },
    );
  });
});
