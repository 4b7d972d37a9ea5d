import type { CommandInput } from '../../../schemas/asked.ts';
import { takeBoardMark } from '../../commands/board-mark.ts';
import { readCardCommand } from '../../commands/card-commands.ts';
import { fitTitle } from '../../commands/create.ts';
import { readCommand } from '../../commands/read-command.ts';
import type { Circumstances } from '../../commands/reading.ts';
import { type CardVerb, isCardVerb } from '../../commands/verbs.ts';
import type { CardId } from '../../domain/card.ts';
import type { CardRef, Command, OnBoard } from '../../domain/command.ts';
import { CardwireError, isRefusal, never, refuse } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import type { Asking } from '../asking.ts';
import { readMail } from '../mail/read-mail.ts';
import { dueIn, peopleIn } from './option-values.ts';
import { readOptions } from './read-options.ts';

/**
 * What a person asks for, whichever way they ask: a text, a button, a form.
 * @throws CardwireError a refusal for what cannot be understood; `input-unknown` for a button or form of another deployment.
 */
export function readInput({ event, team, word }: Readable): OnBoard {
  const { input } = event;
  const { timezone, language } = team;
  // “Tomorrow” is the day after it was typed, however long the board was away.
  const now = new Date(event.at);
  const circumstances = {
    ...{ word, timezone, language, now, boards: Object.keys(team.boards) },
    boardUrls: Object.values(team.boards).map(({ url }) => url),
  };
  switch (input.by) {
    case 'text':
      return readText(input.text, circumstances);
    case 'button':
      return { command: readButton(input, circumstances) };
    case 'form':
      return { command: event.mail ? readMail(input, event, circumstances) : readForm(input, circumstances) };
    case 'options':
      return readOptions(input, circumstances);
    case 'draft':
    case 'link':
      throw new CardwireError('input-unknown', never);
  }
}

/** What it takes to read it. */
type Readable = Pick<Asking, 'event' | 'team' | 'word'>;

function readText(typed: string, circumstances: Circumstances): OnBoard {
  const { board, text } = takeBoardMark({ ...circumstances, text: typed });
  return { command: readCommand(text, circumstances), ...(board === undefined ? {} : { board }) };
}

type Button = Extract<CommandInput, { readonly by: 'button' }>;
type FormInput = Extract<CommandInput, { readonly by: 'form' }>;

/** A button; or a line of a mail, where the card is the one that the mail answers. */
function readButton({ action, card: id, value, wrote }: Button, circumstances: Circumstances): Command {
  const card = refTo(id);
  switch (action) {
    case 'follow':
      return { verb: 'follow', card, here: false };
    case 'comment':
      return { verb: 'comment', card };
    case 'assign':
      if (!value) return { verb: 'assign', card, people: ['me'] };
      break;
    case 'done':
      return { verb: 'done', card };
    case 'move':
      if (value !== undefined) return { verb: 'move', card, column: value };
  }
  if (value === undefined || !isCardVerb(action)) throw new CardwireError('input-unknown', never);
  return readLine(action, card, { wrote, value }, circumstances);
}

/** A line of a mail. Whoever writes mails is told what such a line looks like, not how a slash command is typed. */
function readLine(
  verb: CardVerb,
  card: CardRef,
  { wrote = verb, value }: { readonly wrote: string | undefined; readonly value: string },
  circumstances: Circumstances,
): Command {
  try {
    return readCardCommand(verb, card, value, { ...circumstances, text: `${verb} ${value}`.trim() });
  } catch (error) {
    if (!isRefusal(error) || !error.say) throw error;
    const { key, values } = error.say;
    if (key === 'due-unclear') throw refuse(say('due-line-unclear', { due: value }));
    if (key === 'due-past') throw refuse(say('due-line-past', { at: values.at ?? value }));
    throw refuse(say('line-unclear', { line: `${wrote}: ${value}` }));
  }
}

function readForm({ form, card, fields }: FormInput, circumstances: Circumstances): Command {
  if (form === 'comment' && card !== undefined) {
    const text = fields.text?.trim();
    if (!text) throw refuse(say('comment-empty'));
    return { verb: 'comment', card: refTo(card), text };
  }
  if (form !== 'create') throw new CardwireError('input-unknown', never);
  const title = fields.title?.trim();
  if (!title) throw refuse(say('title-empty'));
  const { description = '', column, assignee } = fields;
  const due = fields.due === undefined ? undefined : dueIn(fields.due, circumstances);
  return {
    verb: 'create',
    ...fitTitle(title, description),
    assignees: peopleIn(assignee ?? ''),
    labels: [],
    ...(column === undefined ? {} : { column }),
    ...(due === undefined ? {} : { due }),
  };
}

function refTo(id: string): CardRef {
  return { by: 'id', id: id as CardId };
}
