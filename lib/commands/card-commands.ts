import type { CardRef, Command } from '../domain/command.ts';
import { LONGEST_TITLE } from './create.ts';
import { meansNoDate } from './date-words.ts';
import { readDate } from './dates.ts';
import { readLabels, readPeople } from './names.ts';
import { readNotify } from './notify.ts';
import { misread, type Reading } from './reading.ts';
import { splitFirstWord, unquote } from './split.ts';
import { type CardVerb, cardVerbs } from './verbs.ts';

/** Reads what follows the card. `rest` is verbatim, without white space around it. */
type Reader = (card: CardRef, rest: string, reading: Reading) => Command;

const readers: Readonly<Record<CardVerb, Reader>> = {
  show: (card, rest, reading) => alone('show', rest, reading, { verb: 'show', card }),
  comment: (card, rest) => (rest === '' ? { verb: 'comment', card } : { verb: 'comment', card, text: rest }),
  move: (card, rest, reading) => ({ verb: 'move', card, column: oneLine('move', columnOf(rest), reading) }),
  done: (card, rest, reading) => alone('done', rest, reading, { verb: 'done', card }),
  assign: (card, rest, reading) => ({
    verb: 'assign',
    card,
    people: some('assign', readPeople(rest), reading),
  }),
  unassign: (card, rest, reading) => ({
    verb: 'unassign',
    card,
    people: some('unassign', readPeople(rest), reading),
  }),
  due: readDue,
  label: (card, rest, reading) => ({ verb: 'label', card, labels: some('label', readLabels(rest), reading) }),
  unlabel: (card, rest, reading) => ({
    verb: 'unlabel',
    card,
    labels: some('unlabel', readLabels(rest), reading),
  }),
  rename: readRename,
  describe: (card, rest, reading) => ({
    verb: 'describe',
    card,
    description: rest === '-' ? '' : (some('describe', [rest], reading)[0] ?? ''),
  }),
  check: (card, rest, reading) => {
    const added = /^(?:add|neu|dazu):?\s+(\S[\s\S]*)$/i.exec(rest)?.[1];
    if (added !== undefined) return readStep(card, added, reading);
    const undo = /^(?:undo|uncheck|zurück)\s+(\S[\s\S]*)$/i.exec(rest);
    return readCheck(card, undo?.[1] ?? rest, reading, undo === null);
  },
  uncheck: (card, rest, reading) => readCheck(card, rest, reading, false),
  archive: (card, rest, reading) => alone('archive', rest, reading, { verb: 'archive', card }),
  restore: (card, rest, reading) => alone('restore', rest, reading, { verb: 'restore', card }),
  follow: (card, rest, reading) => readFollow('follow', card, rest, reading),
  unfollow: (card, rest, reading) => readFollow('unfollow', card, rest, reading),
  trace: (card, rest, reading) => alone('trace', rest, reading, { verb: 'trace', card }),
};

/**
 * A command about one card.
 * @throws CardwireError a refusal, when what the verb needs is missing or says nothing.
 */
export function readCardCommand(verb: CardVerb, card: CardRef, rest: string, reading: Reading): Command {
  return readers[verb](card, rest, reading);
}

function readDue(card: CardRef, rest: string, reading: Reading): Command {
  const value = unquote(oneLine('due', rest.replace(/^(?:due|fällig|faellig):\s*/i, ''), reading));
  if (meansNoDate(value)) return { verb: 'due', card };
  const date = readDate(value, reading) ?? readDate(value.replace(/[.!?]+$/, ''), reading);
  if (!date) throw misread(reading, 'due-unclear', { due: value });
  if (date < reading.now) throw misread(reading, 'due-past', { at: date });
  return { verb: 'due', card, at: date.toISOString() };
}

function readRename(card: CardRef, rest: string, reading: Reading): Command {
  return { verb: 'rename', card, title: titleIn('rename', rest, reading) };
}

function titleIn(verb: CardVerb, rest: string, reading: Reading): string {
  const title = oneLine(verb, rest, reading);
  if (title.length > LONGEST_TITLE) {
    throw misread(reading, 'title-too-long', { length: title.length, longest: LONGEST_TITLE });
  }
  return title;
}

function readCheck(card: CardRef, rest: string, reading: Reading, done: boolean): Command {
  return { verb: 'check', card, item: oneLine(done ? 'check' : 'uncheck', unquote(rest), reading), done };
}

function readStep(card: CardRef, rest: string, reading: Reading): Command {
  return { verb: 'add-step', card, item: titleIn('check', unquote(rest), reading) };
}

function readFollow(verb: 'follow' | 'unfollow', card: CardRef, rest: string, reading: Reading): Command {
  const { word, rest: more } = splitFirstWord(rest);
  const notify = verb === 'follow' && more === '' ? readNotify(word, reading) : undefined;
  if (notify !== undefined) return { verb, card, here: false, notify };
  const here = /^(here|hier)[.!]?$/i.test(word);
  return alone(verb, here ? more : rest, reading, { verb, card, here });
}

/** `in:`, an arrow and quotes are left out; "to" is not, because columns are called "To do". */
function columnOf(rest: string): string {
  return unquote(
    rest.replace(/^(?:->|=>|→|in:|column:|spalte:)\s*/i, '').replace(/^(?:to|nach|in)\s+(?=["“„»«])/i, ''),
  );
}

function oneLine(verb: CardVerb, rest: string, reading: Reading): string {
  return some(verb, [rest.replace(/\s+/g, ' ')], reading)[0] ?? '';
}

/** Refuses a verb after whose card nothing stands. */
function some(verb: CardVerb, values: readonly string[], reading: Reading): readonly string[] {
  if (values.every((value) => value === '')) {
    throw misread(reading, 'verb-needs-more', { verb, usage: cardVerbs[verb].usage });
  }
  return values;
}

/** Refuses a verb after whose card something stands that it has no use for. */
function alone(verb: CardVerb, rest: string, reading: Reading, command: Command): Command {
  if (/^[.!?]*$/.test(rest)) return command;
  throw misread(reading, 'verb-takes-no-more', { verb, usage: cardVerbs[verb].usage });
}
