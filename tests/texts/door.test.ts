import { expect, test } from '@jest/globals';
import { de } from '../../lib/texts/de.ts';
import { doorWords } from '../../lib/texts/door.ts';
import { en } from '../../lib/texts/en.ts';

test.each([
  ['en', en],
  ['de', de],
] as const)('a door calls things in %s as everyone else does', (language, texts) => {
  const words = doorWords[language];
  expect(words).toMatchObject({
    create: texts['form-create'],
    title: texts['form-title'],
    description: texts['form-description'],
    column: texts['field-column'],
    assignee: texts['form-assignee'],
    due: texts['field-due'],
    dueExample: texts['form-due-example'],
    comment: texts['form-text'],
    commentOn: texts['form-comment'],
  });
  // What a form takes of a label (contract A1.7).
  for (const label of [words.create, words.title, words.description, words.column, words.assignee, words.due])
    expect(label.length).toBeLessThanOrEqual(45);
});
