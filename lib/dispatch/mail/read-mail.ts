import type { CommandInput } from '../../../schemas/asked.ts';
import type { CommandEvent } from '../../../schemas/event.ts';
import { fitTitle } from '../../commands/create.ts';
import { readDate } from '../../commands/dates.ts';
import { splitNames } from '../../commands/name-list.ts';
import type { Circumstances } from '../../commands/reading.ts';
import { unquote } from '../../commands/split.ts';
import type { CardId } from '../../domain/card.ts';
import type { Command } from '../../domain/command.ts';
import { CardwireError, never, refuse } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { peopleIn } from '../input/option-values.ts';

type FormInput = Extract<CommandInput, { readonly by: 'form' }>;

/**
 * What a mail asks for: a comment, or a card. Nobody sees what is wrong while they write a mail, so nothing in one refuses it: what is no
 * date or not on the board stays in the description.
 */
export function readMail(
  { form, card: id, fields }: FormInput,
  { mail, files = [] }: Pick<CommandEvent, 'mail' | 'files'>,
  circumstances: Circumstances,
): Command {
  if (form === 'comment' && id !== undefined) {
    const text = fields.text?.trim() ?? '';
    const says = text !== '' || mail?.forward !== undefined || mail?.encrypted === true;
    if (!says && files.length === 0) throw refuse(say('comment-empty'));
    return { verb: 'comment', card: { by: 'id', id: id as CardId }, ...(says ? { text } : {}) };
  }
  if (form !== 'create') throw new CardwireError('input-unknown', never);
  const { title = '', description = '', column, assignee = '', labels = '', due, priority } = fields;
  if (title.trim() === '') throw refuse(say('title-empty'));
  const date = due === undefined ? undefined : readDate(due, circumstances);
  const isComing = date !== undefined && date >= circumstances.now;
  return {
    verb: 'create',
    ...fitTitle(title.trim(), description),
    assignees: peopleIn(assignee),
    labels: splitNames(labels).flatMap((name) => unquote(name) || []),
    ...(column === undefined ? {} : { column }),
    ...(isComing ? { due: date.toISOString() } : {}),
    lenient: {
      ...(due === undefined || isComing ? {} : { due }),
      ...(priority === undefined ? {} : { priority }),
    },
  };
}
