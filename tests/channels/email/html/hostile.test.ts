import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readBody } from '../../../../lib/channels/email/read/body.ts';
import { htmlToMarkdown } from '../../../../lib/channels/email/read/html/html-to-markdown.ts';

const many = (part: string, count: number) => part.repeat(count);

// Converters by themselves take seconds to hours for these, or run out of stack.
describe('what no client writes ends as text', () => {
  test.each([
    ['20,000 boxes deep', `${many('<div>', 20_000)}words${many('</div>', 20_000)}`],
    ['boxes that never end', `${many('<div>', 50_000)}words`],
    ['the deepest that is still read', many('<div>', 900) + many('words ', 30_000)],
    ['ends of what never began', `${many('<b>', 900)}${many('</i>', 50_000)}words`],
    ['a table of 20,000 rows', `<table>${many('<tr><td>words</td><td>b</td></tr>', 20_000)}</table>`],
    ['a list of 7,000 items', `<ol>${many('<li>words</li>', 5000)}</ol>`],
    ['tables in tables', `${many('<table><tr><td>', 300)}words`],
    ['quotes in quotes', `${many('<blockquote>', 45)}${many('words<br>', 5000)}`],
    ['links in links', many('<a href="http://x">words', 5000)],
    ['marks that never end', many('<b><i><s><em><strong>words', 1500)],
    ['empty boxes', `${many(many('<div>', 40) + many('</div>', 40), 150)}words`],
    ['rules', `a${many('<hr>', 5000)}words`],
    ['100 kB of <', `${many('<', 100_000)} words`],
    ['100 kB of <a', `words ${many('<a ', 50_000)}`],
    ['100 kB of <!--', `words ${many('<!--', 50_000)}`],
    ['100 kB of &', `${many('&', 100_000)} words`],
    ['100 kB of backquotes', `words ${many('`a', 50_000)}`],
    ['100 kB of brackets', `words ${many('[](', 30_000)}${many('![', 30_000)}`],
    ['100 kB of stars', `words ${many('*_', 50_000)}`],
    ['100 kB of spaces', `<pre><b>words${many(' \u00A0', 50_000)}&nbsp;</b></pre>`],
    ['100 kB of code', `<code> ${many('words', 20_000)}</code>`],
    ['100 kB of lines', `<pre>words${many('\n', 100_000)}x</pre>`],
    ['50,000 attributes', `<p ${Array.from({ length: 50_000 }, (_, at) => `a${at}=1`).join(' ')}>words</p>`],
    ['a picture of 5 MB in the text', `<img src="data:image/png;base64,${many('A', 3_000_000)}">words`],
    ['a title that never ends', `<title>${many('words ', 20_000)}`],
    ['scripts', `${many('<script>alert(1)</script>', 5000)}words${many('<script>', 50_000)}`],
    ['half characters', `${many('\uD800', 50_000)}words`],
  ])('%s', (name, html) => {
    const { markdown } = htmlToMarkdown(html);
    if (!name.startsWith('a title')) expect(markdown).toContain('words');
    expect(markdown).not.toMatch(/<script/i);
    expect(readBody({ html }).said.length).toBeLessThan(400_000);
  });

  test('more than the converter is given is still read as lines', () => {
    const html = many('<div>some <b>words</b></div>', 9000);
    expect(htmlToMarkdown(html).markdown.split('\n')).toHaveLength(9000);
    const { markdown, quoted } = htmlToMarkdown(`<p>Yes</p><div class="gmail_quote">${html}</div>`);
    expect(markdown).toBe('Yes');
    expect(quoted).toContain('some words');
  });
});

describe('what is written to do harm', () => {
  test.each([
    ['<script>alert(1)</script>hi', 'hi'],
    ['<style>@import "x"</style><p onclick="x()" style="background:url(x)">hi</p>', 'hi'],
    ['<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>', '&lt;script>alert(1)&lt;/script>'],
    ['<code>&lt;script&gt;</code>', '&lt;script>'],
    ['<b>&lt;</b><i>script&gt;</i>', '&lt;_script>_'],
    ['&lt;<b></b>script&gt;', '&lt;script>'],
    ['[a]<b></b>(javascript:x())', '[a\\](javascript:x())'],
    ['[a]<a>(data:x)</a>', '[a\\](data:x)'],
    ['\\[a](javascript:x())', '\\\\[a\\](javascript:x())'],
    ['`[a](javascript:x())`', '\\`[a\\](javascript:x())\\`'],
    ['<a href="https://x.org/)](javascript:x())">a</a>', '[a](https://x.org/%29%5D%28javascript:x%28%29%29)'],
    ['<a href="https://x.org">a](javascript:x())</a>', '[a\\](javascript:x())](https://x.org)'],
    ['&lt;https://x](javascript:x())&gt;', '&lt;https://x\\](javascript:x())>'],
    ['<svg><a href="https://x">hi</a></svg>you', 'you'],
    ['<iframe src="https://x">hi</iframe>you', 'you'],
    ['<p>\u202Egnp.exe\u0000\u0007</p>', 'gnp.exe'],
    ['\uE002a](javascript:x())\uE003', 'a\\](javascript:x())'],
  ])('%s', (html, said) => {
    expect(readBody({ html }).said).toBe(said);
  });

  const part = fc.oneof(
    fc.constantFrom(
      ...[
        '<div>',
        '</div>',
        '<p>',
        '<b>',
        '</b>',
        '<blockquote type="cite">',
        '</blockquote>',
        '<pre>',
        '</pre>',
      ],
      ...[
        '<code>',
        '</code>',
        '<table>',
        '<tr>',
        '<td>',
        '</table>',
        '<ul>',
        '<li>',
        '</ul>',
        '<br>',
        '<hr>',
        '<h1>',
      ],
      ...[
        '<script>',
        '</script>',
        '&lt;script&gt;',
        '<a href="javascript:x()">',
        '<a href="https://x.org">',
        '</a>',
      ],
      ...[
        '<a href="data:,x">',
        '<img src="cid:%zz" alt="]">',
        '<img src="data:,">',
        '<div class="gmail_quote">',
      ],
      ...[
        '<div id="Signature">',
        '<div id="divRplyFwdMsg">',
        '<!-- originalMessage -->',
        '<p style="mso-list:l0">',
      ],
      ...[
        '[a]',
        '(javascript:x)',
        '](',
        '![',
        '`',
        '```',
        '\\',
        '*',
        '_',
        '<',
        '&',
        '\n',
        ' ',
        'x',
        '-- ',
        '![a](cid:%zz)',
      ],
      ...[
        'https://x.org/',
        '<',
        'script>',
        '\uE001',
        '\uE002',
        '\uE005',
        '\uE006',
        '&nbsp;',
        '1. ',
        '> ',
        '---',
      ],
    ),
    fc.string({ maxLength: 5 }),
  );

  test('whatever it is', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), fc.boolean(), (parts, reply) => {
        const { said, cut } = readBody({ html: parts.join('') }, { reply });
        for (const text of [said, cut]) {
          expect(text).not.toMatch(/<script/i);
          expect(text).not.toMatch(/(?<!\\)(?:\\\\)*\]\(\s*(?!https?:|mailto:)\w+:/i);
          expect(text).not.toMatch(/[\uE000-\uE00F\0]/);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (html) => {
        expect(readBody({ html }).said).not.toMatch(/<script/i);
        expect(readBody({ text: html, html }).said).not.toMatch(/<script/i);
      }),
      { numRuns: 2000 },
    );
  });
});
