import { describe, expect, test } from '@jest/globals';
import { readInput } from '../../lib/dispatch/input/read-input.ts';
import { CardwireError } from '../../lib/domain/errors.ts';
import type { CommandInput } from '../../schemas/asked.ts';
import { type CommandEvent, EVENT_VERSION } from '../../schemas/event.ts';
import { exampleTeam } from '../teams/example-team.ts';

const event: Omit<CommandEvent, 'input'> = {
  ...{ v: EVENT_VERSION, kind: 'command', id: 'e1', at: Date.UTC(2026, 10, 20, 10) },
  ...{ team: exampleTeam.id, connection: 'chat', generation: 2, conversation: 'mattermost:chat:room:' },
  ...{ direct: false, person: { id: 'u1', name: 'tom' }, reply: {} },
};
const read = (input: CommandInput, more: Partial<CommandEvent> = {}) =>
  readInput({ event: { ...event, ...more, input }, team: exampleTeam, word: 'karte' });
const types = (text: string) => read({ by: 'text', text, mentions: {} });
const clicks = (action: string, value?: string) =>
  read({ by: 'button', action, card: 'c', ...(value === undefined ? {} : { value }) }).command;
const submits = (fields: Record<string, string>, form = 'create', card?: string) =>
  read({ by: 'form', form, fields, ...(card === undefined ? {} : { card }) }).command;
const card = { by: 'id', id: 'c' };
const refusal = (asks: () => unknown) => {
  try {
    return asks();
  } catch (error) {
    return error instanceof CardwireError ? error.say?.values : error;
  }
};

describe('what is typed', () => {
  test('is read as of the moment when it was typed, where the team lives', () => {
    expect(types('due #42 tomorrow 14:00').command).toMatchObject({ at: '2026-11-21T13:00:00.000Z' });
  });

  test('may name a board, and a card by its address there', () => {
    expect(types('list mine board:kanban')).toEqual({
      ...{ command: { verb: 'list', mine: true, overdue: false }, board: 'kanban' },
    });
    expect(types('list')).toStrictEqual({ command: { verb: 'list', mine: false, overdue: false } });
    expect(types(`${exampleTeam.boards.kanban?.url}/b/brd1/ops/c1`).command).toMatchObject({ verb: 'show' });
  });

  test('that is misread is given back with the team’s own word for commands', () => {
    expect(refusal(() => types(' help mvoe '))).toMatchObject({
      word: 'karte',
      text: 'help mvoe',
      meant: 'move',
    });
  });

  test('by options is read as they are named', () => {
    const options = { card: '#42', column: 'Doing', board: 'kanban' };
    expect(read({ by: 'options', verb: 'move', options })).toEqual({
      ...{ command: { verb: 'move', card: { by: 'number', number: 42 }, column: 'Doing' }, board: 'kanban' },
    });
  });
});

describe('a line of a mail that is misread', () => {
  const told = (action: string, value: string) => {
    try {
      return clicks(action, value);
    } catch (error) {
      return error instanceof CardwireError ? error.say : error;
    }
  };
  test('is told in the word that was written for it', () => {
    const input = { by: 'button', action: 'label', card: 'c', value: '#', wrote: 'Etikett' } as const;
    expect(refusal(() => read(input))).toEqual({ line: 'Etikett: #' });
  });

  test.each<[string, string, object]>([
    ['due', 'blorp', { key: 'due-line-unclear', values: { due: 'blorp' } }],
    ['due', '2026-11-19', { key: 'due-line-past', values: { at: expect.any(Date) } }],
    ['label', '""', { key: 'line-unclear', values: { line: 'label: ""' } }],
  ])('is told as a line, without a slash command: %s: %s', (action, value, say) => {
    expect(told(action, value)).toEqual(say);
  });
});

describe('a button', () => {
  test.each<[string, string | undefined, object]>([
    ['follow', undefined, { verb: 'follow', card, here: false }],
    ['comment', undefined, { verb: 'comment', card }],
    ['assign', undefined, { verb: 'assign', card, people: ['me'] }],
    ['assign', '', { verb: 'assign', card, people: ['me'] }],
    ['assign', '@ann', { verb: 'assign', card, people: ['ann'] }],
    ['done', undefined, { verb: 'done', card }],
    ['move', 'In: review', { verb: 'move', card, column: 'In: review' }],
    ['due', 'friday', { verb: 'due', card, at: expect.any(String) }],
    ['show', '', { verb: 'show', card }],
  ])('%s %p is about the card it stands on', (action, value, command) => {
    expect(clicks(action, value)).toEqual(command);
  });

  test.each([
    ['move', undefined],
    ['show', undefined],
    ['dance', undefined],
    ['dance', 'x'],
    ['list', ''],
  ])('%s %p is none of ours', (action, value) => {
    expect(() => clicks(action, value)).toThrow('input-unknown');
  });

  test.each([
    ['archive', 'it all', 'archive: it all'],
    ['label', '', 'label: '],
  ])('%s that says %p gives back what was written', (action, value, line) => {
    expect(refusal(() => clicks(action, value))).toEqual({ line });
  });
});

describe('a form', () => {
  test('for a comment is what it says, without white space around it', () => {
    expect(submits({ text: ' Nearly\nthere ' }, 'comment', 'c')).toEqual({
      verb: 'comment',
      card,
      text: 'Nearly\nthere',
    });
    for (const fields of [{}, { text: ' \n' }] as Record<string, string>[])
      expect(() => submits(fields, 'comment', 'c')).toThrow('comment-empty');
  });

  test('for a card is all that was filled in, and nothing else', () => {
    expect(submits({ title: ' Sweep ' })).toStrictEqual({
      ...{ verb: 'create', title: 'Sweep', description: '', assignees: [], labels: [] },
    });
    const filled = { title: 'Sweep', description: 'x', column: 'c1', assignee: 'ann', due: 'tomorrow' };
    expect(submits(filled)).toStrictEqual({
      ...{ verb: 'create', title: 'Sweep', description: 'x', assignees: ['ann'], labels: [], column: 'c1' },
      due: '2026-11-21T22:59:00.000Z',
    });
    expect(submits({ title: 'Sweep', due: 'none' })).not.toHaveProperty('due');
    for (const fields of [{}, { title: ' ' }] as Record<string, string>[])
      expect(() => submits(fields)).toThrow('title-empty');
  });

  test('that there is not, or is for no card, is none of ours', () => {
    expect(() => submits({ title: 'x', text: 'x' }, 'dance', 'c')).toThrow('input-unknown');
    expect(() => submits({ title: 'x', text: 'x' }, 'comment')).toThrow('input-unknown');
  });

  test('of a mail is read as a mail is, which nothing in it refuses', () => {
    const input = { by: 'form', form: 'create', fields: { title: 'Pump', due: 'someday' } } as const;
    expect(read(input, { mail: { original: 'm' } }).command).toMatchObject({ lenient: { due: 'someday' } });
    expect(() => read(input)).toThrow('form-date');
  });
});

test.each<CommandInput>([
  { by: 'draft', text: 'x', author: 'y', link: 'z' },
  { by: 'link', action: 'confirm', token: 't' },
])('$by asks for no command', (input) => {
  expect(() => read(input)).toThrow('input-unknown');
});
