import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { verbWords } from '../../lib/commands/verbs.ts';
import { read, refusal } from './reading.ts';

const word = fc.oneof(
  fc.constantFrom(
    '@tom',
    '#urgent',
    '@',
    '#',
    '#42',
    '42',
    'due:friday',
    'due:blorp',
    'due:',
    'in:Doing',
    '"',
    '„',
    '“',
  ),
  fc.constantFrom(
    '\n',
    '\r\n',
    '\t',
    '\u00a0',
    '@"Anna',
    'Berg"',
    '<https://b/c>',
    'https://b/c',
    'tom@example.org',
    'C#',
  ),
  fc.constantFrom(...verbWords),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.lorem({ maxCount: 3 }),
);
const anyText = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));

test('every text is understood or refused with itself in the refusal', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom('en' as const, 'de' as const), (text, language) => {
      const result = refusal(text, { language });
      if ('key' in result) expect(result).toMatchObject({ text: text.trim(), word: 'card' });
      else expect(result.understood.verb).toEqual(expect.any(String));
    }),
    { numRuns: 2000 },
  );
});

test('a text is understood in the same way every time and whatever white space is around it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(refusal(`\n ${text}\u00a0 `)).toEqual(refusal(text));
    }),
  );
});

const plainWord = fc
  .oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), fc.lorem({ maxCount: 1 }))
  .filter((text) => !/[\s@#:"“„«»]/u.test(text));

test('no word of a title or a description is lost', () => {
  const marks = fc.constantFrom('@tom', '#urgent', 'due:"2030-01-01"', 'in:Doing');
  const line = fc.array(fc.oneof(plainWord, marks), { maxLength: 400 });
  fc.assert(
    fc.property(line, fc.array(plainWord, { maxLength: 20 }), (first, second) => {
      const command = read(`create First ${first.join(' ')}\n${second.join(' ')}`);
      if (command.verb !== 'create') throw new Error(command.verb);
      const words = `${command.title} ${command.description}`
        .split(/\s+/)
        .filter((w) => w !== '…' && w !== '');
      const typed = ['First', ...first.filter((w) => !/[@#:]/.test(w)), ...second].filter((w) => w !== '…');
      expect(words).toEqual(typed);
      expect(command.title.length).toBeLessThanOrEqual(1000);
    }),
  );
});

test('what is free text stays as it was typed', () => {
  const lines = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }).map((l) => l.join('\n').trim());
  fc.assert(
    fc.property(
      lines.filter((text) => text !== '' && text !== '-'),
      (text) => {
        expect(read(`comment #42\n${text}`)).toMatchObject({ verb: 'comment', text });
        expect(read(`describe #42\n${text}`)).toMatchObject({ verb: 'describe', description: text });
      },
    ),
  );
});

test.each([
  ['one word', 'x'.repeat(16_000)],
  ['quotes', '"a '.repeat(5000)],
  ['closed quotes', '"" '.repeat(5000)],
  ['marks', '@tom #urgent '.repeat(1200)],
  ['marks on lines of their own', '@tom\n'.repeat(50_000)],
  ['dates', 'due:friday '.repeat(300)],
  ['brackets', `show ${'['.repeat(16_000)}`],
  ['angles', `show <http://${'a|'.repeat(8000)}`],
  ['line breaks', `x${'\r\n \t'.repeat(4000)}`],
  ['line breaks before the end', `x${'\n \t'.repeat(4000)}y`],
  ['dots', `show https://${'.'.repeat(16_000)}`],
])('a long line of %s comes to an end', (_, text) => {
  expect(refusal(text)).toBeDefined();
});
