import { expect, test } from '@jest/globals';
import { escapeHtml } from '../../lib/domain/html.ts';

test('a text ends no element, no attribute and begins no entity', () => {
  expect(escapeHtml(`<a href="x" title='y'>&amp;</a>`)).toBe(
    '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;',
  );
});
