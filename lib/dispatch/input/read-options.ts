import type { CommandInput } from '../../../schemas/asked.ts';
import { boardNamed } from '../../commands/board-mark.ts';
import { readCardCommand } from '../../commands/card-commands.ts';
import { fitTitle, LONGEST_TITLE } from '../../commands/create.ts';
import { readHelp } from '../../commands/plain-commands.ts';
import { type Circumstances, misread } from '../../commands/reading.ts';
import type { CardVerb } from '../../commands/verbs.ts';
import type { Command, OnBoard } from '../../domain/command.ts';
import { CardwireError, never, refuse } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import * as value from './option-values.ts';
import { spellOptions } from './spell-options.ts';

type Options = Extract<CommandInput, { readonly by: 'options' }>;
type Given = value.Given;

/** Every verb by its word, and what is read of its options. Words that only a text needs (`new`) are here for whoever writes lines by hand. */
const readers: Readonly<Record<string, (given: Given) => Command>> = {
  create: readCreate,
  new: readCreate,
  show: (given) => ({ verb: value.isSet(given, 'trace') ? 'trace' : 'show', card: value.card(given) }),
  trace: (given) => ({ verb: 'trace', card: value.card(given) }),
  comment: (given) => {
    const text = value.text(given, 'text');
    return { verb: 'comment', card: value.card(given), ...(text === undefined ? {} : { text }) };
  },
  move: (given) => ({
    verb: 'move',
    card: value.card(given),
    column: value.needed(given, 'column', 'needs-column'),
  }),
  done: (given) => ({ verb: 'done', card: value.card(given) }),
  assign: (given) => ({ verb: 'assign', card: value.card(given), people: value.people(given) }),
  unassign: (given) => ({ verb: 'unassign', card: value.card(given), people: value.people(given) }),
  due: (given) => {
    const at = value.due(given);
    return { verb: 'due', card: value.card(given), ...(at === undefined ? {} : { at }) };
  },
  label: (given) => ({ verb: 'label', card: value.card(given), labels: value.labels(given) }),
  unlabel: (given) => ({ verb: 'unlabel', card: value.card(given), labels: value.labels(given) }),
  rename: readRename,
  describe: (given) => {
    const description = value.text(given, 'description') ?? value.text(given, 'text');
    if (description === undefined) throw refuse(say('needs-description'));
    return { verb: 'describe', card: value.card(given), description: description === '-' ? '' : description };
  },
  check: (given) => readStep('check', given),
  uncheck: (given) => readStep('uncheck', given),
  archive: (given) => ({ verb: 'archive', card: value.card(given) }),
  restore: (given) => ({ verb: 'restore', card: value.card(given) }),
  follow: (given) => ({
    verb: 'follow',
    card: value.card(given),
    here: value.isSet(given, 'here'),
    ...value.notify(given),
  }),
  unfollow: (given) => ({ verb: 'unfollow', card: value.card(given), here: value.isSet(given, 'here') }),
  list: (given) => {
    const column = value.line(given, 'column');
    const [mine, overdue] = [value.isSet(given, 'mine'), value.isSet(given, 'overdue')];
    return { verb: 'list', mine, overdue, ...(column === undefined ? {} : { column }) };
  },
  search: ({ options, reading }) => {
    const text = value.line({ options, reading }, 'query');
    if (text === undefined) throw misread(reading, 'search-for-what');
    return { verb: 'search', text };
  },
  boards: () => ({ verb: 'boards' }),
  board: (given) => {
    const board = value.line(given, 'board');
    return board === undefined
      ? { verb: 'boards' }
      : { verb: 'board', board: boardNamed(board, given.reading) };
  },
  connect: (given) => ({ verb: 'connect', code: value.line(given, 'code') ?? '' }),
  link: (given) => {
    const code = value.line(given, 'code');
    return code === undefined ? { verb: 'link' } : { verb: 'link', code };
  },
  help: (given) => readHelp(value.line(given, 'about') ?? '', given.reading),
};

/**
 * A command that came with its parts by name, as a chat's own typed options are. Values are plain: a title with `@tom` in it is a title.
 * @throws CardwireError a refusal for what is missing or says nothing, `input-unknown` for a verb of another deployment.
 */
export function readOptions(input: Options, circumstances: Circumstances): OnBoard {
  const read = Object.hasOwn(readers, input.verb) ? readers[input.verb] : undefined;
  if (!read) throw new CardwireError('input-unknown', never);
  const given = { options: input.options, reading: { ...circumstances, text: spellOptions(input) } };
  const board = input.verb === 'board' ? undefined : value.line(given, 'board');
  const command = read(given);
  return board === undefined ? { command } : { command, board: boardNamed(board, given.reading) };
}

function readCreate(given: Given): Command {
  const [column, due] = [value.line(given, 'column'), value.due(given)];
  return {
    verb: 'create',
    ...fitTitle(value.needed(given, 'title', 'title-empty'), value.text(given, 'description') ?? ''),
    assignees: value.names(given, 'person'),
    labels: value.names(given, 'label'),
    ...(column === undefined ? {} : { column }),
    ...(due === undefined ? {} : { due }),
    ...value.notify(given),
  };
}

function readRename(given: Given): Command {
  const title = value.needed(given, 'title', 'title-empty');
  if (title.length > LONGEST_TITLE) {
    throw misread(given.reading, 'title-too-long', { length: title.length, longest: LONGEST_TITLE });
  }
  return { verb: 'rename', card: value.card(given), title };
}

/** As it is typed: `add` before the words makes a new step. */
function readStep(verb: Extract<CardVerb, 'check' | 'uncheck'>, given: Given): Command {
  return readCardCommand(verb, value.card(given), value.needed(given, 'item', 'needs-item'), given.reading);
}
