import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readBody } from '../../../../lib/channels/email/read/body.ts';
import { htmlToMarkdown } from '../../../../lib/channels/email/read/html/html-to-markdown.ts';

const tags = fc.constantFrom(
  ...[
    '<div>',
    '</div>',
    '<p>',
    '</p>',
    '<p class=MsoNormal>',
    '<br>',
    '<hr>',
    '<b>',
    '</b>',
    '<i>',
    '</i>',
    '<h2>',
    '</h2>',
  ],
  ...[
    '<ul>',
    '<ol start=3>',
    '<li>',
    '</li>',
    '</ul>',
    '</ol>',
    '<table>',
    '<tr>',
    '<td>',
    '</td>',
    '</tr>',
    '</table>',
  ],
  ...[
    '<pre>',
    '</pre>',
    '<code>',
    '</code>',
    '<blockquote>',
    '</blockquote>',
    '<a href="https://x.org">',
    '</a>',
    '<span>',
  ],
  ...[
    '<blockquote type="cite">',
    '<div class="gmail_quote">',
    '<div class="gmail_attr">',
    '<div class="gmail_signature">',
  ],
  ...[
    '<div id="Signature">',
    '<hr id="stopSpelling">',
    '<!-- originalMessage -->',
    '<div name="quote">',
    '<o:p>',
    '</o:p>',
  ],
  ...[
    '<p style="mso-list:l0 level1"><span style="mso-list:Ignore">1.</span>',
    '<thead>',
    '<th>',
    '<font>',
    '<center>',
  ],
  ...[
    'On Monday Tom wrote:',
    '-- ',
    '_____',
    '> ',
    '# ',
    '`',
    '*',
    '[',
    '](',
    '&lt;',
    '&',
    '\\',
    '1. ',
    '|',
    '&nbsp;',
  ],
);

/** A mail of tags and of words that can be told apart. */
const mail = fc
  .array(fc.oneof(tags, fc.constant('word')), { minLength: 1, maxLength: 60 })
  .map((parts) => parts.map((part, at) => (part === 'word' ? ` word${at}; ` : part)));

const wordsOf = (text: string) => new Set(text.match(/word\d+/g) ?? []);

test('every word that can be seen is either said or cut', () => {
  fc.assert(
    fc.property(mail, fc.boolean(), (parts, reply) => {
      const html = parts.join('');
      const { said, cut, forward } = readBody({ html }, { reply });
      expect(wordsOf(`${said}\n${cut}\n${forward?.original.text ?? ''}`)).toEqual(wordsOf(html));
    }),
    { numRuns: 1500 },
  );
});

test('where there are words, some are said', () => {
  fc.assert(
    fc.property(mail, (parts) => {
      const html = parts.join('');
      if (wordsOf(html).size > 0) expect(readBody({ html }).said).not.toBe('');
    }),
    { numRuns: 1000 },
  );
});

/** What stands in a table and in no cell of it is shown above the table, in a browser, too (HTML's foster parenting): here all of it is in cells. */
const inCells = (part: string) => (/^<(table|thead|tr|\/td|\/tr)>$/.test(part) ? `${part}<td>` : part);

test('without marks of clients no word is cut, and their order stays', () => {
  const marks = /gmail|Signature|cite|stopSpelling|originalMessage|name=/;
  fc.assert(
    fc.property(mail, (parts) => {
      const html = parts
        .filter((part) => !marks.test(part))
        .map(inCells)
        .join('');
      expect(htmlToMarkdown(html).markdown.match(/word\d+/g)).toEqual(html.match(/word\d+/g));
    }),
    { numRuns: 1500 },
  );
});
