import { describe, expect, test } from '@jest/globals';
import { readBody } from '../../../../lib/channels/email/read/body.ts';
import { htmlToMarkdown } from '../../../../lib/channels/email/read/html/html-to-markdown.ts';

const markdownOf = (html: string) => htmlToMarkdown(html).markdown;

describe('lines and paragraphs', () => {
  test.each([
    [
      'each line a div',
      '<div>a</div><div>b</div><div><br></div><div>c<br></div><div>d</div>',
      'a\nb\n\nc\nd',
    ],
    ['divs in divs', '<div><div><div>a</div></div><div>b</div></div>', 'a\nb'],
    ['paragraphs', '<p>a</p>\n<p>b<br>c</p>', 'a\n\nb\nc'],
    ['paragraphs without margin', '<p style="margin: 0px;">a</p><p style="margin:0">b</p>', 'a\nb'],
    ['a line held open by a space', '<div>a</div><div>&nbsp;</div><div>b</div>', 'a\n\nb'],
    ['many empty lines', '<p>a</p><br><br><br><p><br></p><p>b</p>', 'a\n\nb'],
    ['spaces of all kinds', '<p>a&nbsp;&nbsp; b\u2003c\u200Bd\u00ADe</p>', 'a b cde'],
    ['a rule between', '<p>a</p><hr><p>b</p>', 'a\n\n***\n\nb'],
    ['rules at the edges', '<hr><p>a</p><hr>', 'a'],
    ['a heading', '<h2><b>News</b> of<br>today</h2><p>a</p>', '## News of today\n\na'],
    ['what nobody sees', '<div style="display:none;max-height:0">preview</div><title>t</title><p>a</p>', 'a'],
    ['a mail that a server set as code', '<pre>Hi,\n\nit leaks.\n</pre>', 'Hi,\n\nit leaks.'],
  ])('%s', (_, html, markdown) => {
    expect(markdownOf(html)).toBe(markdown);
  });
});

describe('marks', () => {
  test.each([
    [
      'bold and italic',
      '<b>a</b> <strong>b</strong> <i>c</i> <em>d</em> <s>e</s>',
      '**a** **b** _c_ _d_ ~~e~~',
    ],
    ['marks side by side', '<b>Dach</b><b>rinne</b>', '**Dachrinne**'],
    ['marks in marks', '<b>a <strong>b</strong> <i>c</i></b>', '**a b _c_**'],
    ['marks over lines', '<b>a<br>b<p>c</p></b>', '**a**\n**b**\n\n**c**'],
    ['marks around nothing', 'a<b> </b>b<i></i>', 'a b'],
    ['bold that is not', '<b style="font-weight:normal">a</b>', 'a'],
    ['code', 'run <code>npm  test</code>', 'run `npm test`'],
    [
      'a block of code',
      '<p>a</p><pre>if (x) {\n    y *= 2\n}</pre>',
      'a\n\n```\nif (x) {\n    y *= 2\n}\n```',
    ],
    ['a quote', '<p>a</p><blockquote><p>b</p><p>c</p></blockquote><p>d</p>', 'a\n\n> b\n>\n> c\n\nd'],
  ])('%s', (_, html, markdown) => {
    expect(markdownOf(html)).toBe(markdown);
  });
});

describe('lists', () => {
  test.each([
    ['points', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>', '- a\n- b'],
    ['numbers', '<ol start="4"><li>a</li><li>b</li></ol>', '4. a\n5. b'],
    [
      'lists in lists',
      '<ul><li>a<ul><li>b<ol><li>c</li></ol></li></ul></li><li>d</li></ul>',
      '- a\n    - b\n        1. c\n- d',
    ],
    ['lists in lists, as Word has them', '<ul><li>a</li><ul><li>b</li></ul></ul>', '- a\n\n- b'],
    ['items of paragraphs', '<ul><li><p>a</p></li><li><p>b</p><p>c</p></li></ul>', '- a\n- b\n\n    c'],
    ['between text', '<div>x<ul><li>a</li></ul>y</div>', 'x\n\n- a\n\ny'],
    ['items that are never closed', '<ul><li>a<li>b</ul>', '- a\n- b'],
  ])('%s', (_, html, markdown) => {
    expect(markdownOf(html)).toBe(markdown);
  });
});

describe('links', () => {
  test.each([
    ['a text', '<a href="https://x.org/a_b?c=1&amp;d=2">here</a>', '[here](https://x.org/a_b?c=1&d=2)'],
    ['its own target', '<a href="https://x.org/">https://x.org</a>', 'https://x.org'],
    ['an address', 'to <a href="mailto:Tom@x.org">tom@x.org</a>', 'to tom@x.org'],
    ['brackets', '<a href="https://x.org/a(b) c">[a] (b</a>', '[\\[a\\] (b](https://x.org/a%28b%29%20c)'],
    ['after an exclamation mark', '!<a href="https://x.org/p.gif">a</a>', '\\![a](https://x.org/p.gif)'],
    ['no text', 'a <a href="https://x.org"><img src="https://x.org/i.png"></a>b', 'a b'],
    [
      'other schemes',
      '<a href="javascript:x()">a</a> <a href=" data:text/html,x">b</a> <a href="/c">c</a>',
      'a b c',
    ],
    ['schemes in disguise', '<a href="java&#10;script:x()">a</a> <a href="&#1;javascript:x()">b</a>', 'a b'],
  ])('%s', (_, html, markdown) => {
    expect(markdownOf(html)).toBe(markdown);
  });
});

describe('tables', () => {
  const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

  test('a table of data stays one', () => {
    const html = `<table><tbody><tr><th>What</th><th>How many</th></tr>${row('nails', '<b>40</b>')}${row('a|b', '<p>1</p>')}</tbody></table>`;
    expect(markdownOf(`<p>See:</p>${html}<p>Bye</p>`)).toBe(
      'See:\n\n| What | How many |\n| --- | --- |\n| nails | **40** |\n| a\\|b | 1 |\n\nBye',
    );
  });

  test('a head of its own, empty cells', () => {
    const html = `<table><thead>${row('a', 'b')}</thead><tbody>${row('', '1')}</tbody></table>`;
    expect(markdownOf(html)).toBe('| a | b |\n| --- | --- |\n|  | 1 |');
  });

  test('a table that arranges a mail is lines', () => {
    const html = `<table role="presentation">${row('<h1>News</h1>')}${row('<p>a</p><p>b</p>')}</table>`;
    expect(markdownOf(html)).toBe('# News\n\na\n\nb');
    expect(markdownOf(`<table>${row(`<table>${row('a', 'b')}${row('c', 'd')}</table>`)}</table>`)).toBe(
      'a\nb\nc\nd',
    );
  });
});

describe('pictures', () => {
  test('stand with their names where they were; those from elsewhere are gone', () => {
    const html =
      '<p>Look: <img src="cid:ii_1" alt="leak.png"> and <img src="cid:image002.png@01D9"></p><img src="https://x.org/track.gif" width="1"><img src="data:image/png;base64,AA" alt="x">';
    expect(readBody({ html })).toEqual({
      said: 'Look: \\[leak.png\\] and \\[image002.png\\]',
      cut: '',
      images: ['ii_1', 'image002.png@01D9'],
      signatureImages: [],
    });
  });

  test('of signatures and quotes are told apart', () => {
    const html =
      '<div>See <img src="cid:a(1)@x"></div><div class="gmail_signature"><img src="cid:logo@x"></div><div class="gmail_quote"><blockquote class="gmail_quote"><img src="cid:old@x"><img src="cid:a(1)@x"></blockquote></div>';
    const { images, signatureImages } = readBody({ html });
    expect(images).toEqual(['a(1)@x']);
    expect(signatureImages).toEqual(['logo@x', 'old@x']);
  });

  test('below a line of dashes are those of a signature', () => {
    const { images, signatureImages } = readBody({
      html: '<div>Hi</div><div>-- </div><div>Eva<img src="cid:logo@x"></div>',
    });
    expect(images).toEqual([]);
    expect(signatureImages).toEqual(['logo@x']);
  });

  test('alone are an answer', () => {
    const html =
      '<div><img src="cid:1@x" alt="leak.jpg"></div><div class="gmail_quote"><blockquote>old</blockquote></div>';
    expect(readBody({ html })).toMatchObject({ said: '\\[leak.jpg\\]', images: ['1@x'] });
  });

  test('of emoji are letters', () => {
    expect(
      markdownOf('Great <img data-emoji="👍" alt="👍🏽" src="https://fonts.gstatic.com/s/e/1.png">'),
    ).toBe('Great 👍🏽');
  });
});

test('what Word writes for emphasis and lists in lists keeps its words', () => {
  expect(markdownOf('<p class=MsoNormal><b><i>Wichtig:</i></b><o:p></o:p></p>')).toBe('**_Wichtig:_**');
});
