import { describe, expect, test } from '@jest/globals';
import type { Circumstances } from '../../lib/commands/reading.ts';
import { readMail } from '../../lib/dispatch/mail/read-mail.ts';
import type { CommandEvent } from '../../schemas/event.ts';

const circumstances: Circumstances = {
  ...{
    word: 'card',
    timezone: 'Europe/Berlin',
    language: 'en' as const,
    now: new Date('2026-11-21T09:00:00Z'),
  },
  ...{ boards: ['main'], boardUrls: [] },
};
type Mail = Pick<CommandEvent, 'mail' | 'files'>;
const asks = (fields: Record<string, string>, mail: Mail = {}) =>
  readMail({ by: 'form', form: 'create', fields }, mail, circumstances);
const comments = (fields: Record<string, string>, mail: Mail = {}) =>
  readMail({ by: 'form', form: 'comment', card: 'c', fields }, mail, circumstances);

describe('a mail that opens a card', () => {
  test('has a title without white space around it, and all else is as much as it says', () => {
    expect(asks({ title: ' Pump \n', description: 'It drips.' })).toStrictEqual({
      ...{ verb: 'create', title: 'Pump', description: 'It drips.', assignees: [], labels: [], lenient: {} },
    });
    expect(asks({ title: 'Pump' })).toMatchObject({ description: '' });
  });

  test.each([{}, { title: '' }, { title: ' \n ' }])('%p: nothing can be opened without a title', (fields) => {
    expect(() => asks(fields)).toThrow('title-empty');
  });

  test('names people and labels, one after the other', () => {
    expect(
      asks({ title: 'Pump', assignee: 'ann, @bob', labels: ' bug, ,night shift,', column: 'Doing' }),
    ).toMatchObject({
      ...{ assignees: ['ann', 'bob'], labels: ['bug', 'night shift'], column: 'Doing' },
    });
  });

  test('names people and labels whose names hold commas, as they come in quotes', () => {
    expect(asks({ title: 'Pump', assignee: '"Berg, Anna", bob', labels: 'bug, "Milk, eggs"' })).toMatchObject(
      {
        ...{ assignees: ['Berg, Anna', 'bob'], labels: ['bug', 'Milk, eggs'] },
      },
    );
  });

  test.each([
    ['someday', undefined],
    ['2020-01-01', undefined],
    ['2031-03-01', '2031-03-01T22:59:00.000Z'],
    ['2026-11-21 10:00', '2026-11-21T09:00:00.000Z'],
  ])('due %s: %s; what is no date to come stays in the text', (due, date) => {
    const command = asks({ title: 'Pump', due, priority: 'high' });
    expect(command).toMatchObject({ lenient: { priority: 'high' } });
    expect(command).toMatchObject(date === undefined ? { lenient: { due } } : { due: date });
    expect(JSON.stringify(command).match(/"due"/g)).toHaveLength(1);
  });
});

describe('a mail that says something on a card', () => {
  test('is a comment without white space around it', () => {
    expect(comments({ text: ' Still drips. \n' })).toEqual({
      ...{ verb: 'comment', card: { by: 'id', id: 'c' }, text: 'Still drips.' },
    });
  });

  test.each([{}, { text: '' }, { text: ' \n' }])('%p: nothing is no comment', (fields) => {
    expect(() => comments(fields)).toThrow('comment-empty');
  });

  test('may pass on another mail, be encrypted, or bring nothing but files', () => {
    const empty = { verb: 'comment', card: { by: 'id', id: 'c' } };
    expect(comments({}, { mail: { original: 'm', encrypted: true } })).toEqual({ ...empty, text: '' });
    expect(comments({}, { mail: { original: 'm', forward: { from: 'Zoe', text: 'x' } } })).toEqual({
      ...empty,
      text: '',
    });
    expect(() => comments({}, { mail: { original: 'm' } })).toThrow('comment-empty');
    expect(comments({}, { files: [{ name: 'a.txt', mediaType: 'text/plain', size: 1, from: 'x' }] })).toEqual(
      empty,
    );
  });
});

test.each<{ form: string; card?: string }>([
  { form: 'dance' },
  { form: 'dance', card: 'c' },
  { form: 'comment' },
])('a form that there is not, or for no card, is none of ours: %p', (form) => {
  const input = { by: 'form', ...form, fields: { title: 'Pump', text: 'x' } } as const;
  expect(() => readMail(input, {}, circumstances)).toThrow('input-unknown');
});
