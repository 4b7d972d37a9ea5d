import type { Language } from '../../../../schemas/team.ts';
import type { DoorAnswer } from '../../../domain/door.ts';
import { doorWords } from '../../../texts/door.ts';
import { cut } from '../../cut.ts';
import { opening } from './answers.ts';

/** Limits of a form (contract A1.7). */
const titleLimit = 45;
const valueLimit = 4_000;
/** Characters of a field in one line. */
const lineLimit = 150;

/** What a form's fields hold already. */
export type FormValues = Readonly<Partial<Record<string, string>>>;

/** Whether all of this fits into the fields of a new card's form: what does not would be cut there. */
export function fitsForm(values: FormValues): boolean {
  return Object.entries(values).every(
    ([name, value = '']) => [...value].length <= (name === 'description' ? valueLimit : lineLimit),
  );
}

/** The form that opens a card. Its fields come back by the names that the dispatcher knows (lib/channels/channel.ts). */
export function cardForm(id: string, language: Language, values: FormValues): DoorAnswer {
  const words = doorWords[language];
  return opening({
    title: words.create,
    custom_id: id,
    components: [
      field('title', words.title, { values, required: true }),
      field('description', words.description, { values, long: true }),
      field('column', words.column, { values }),
      field('assignee', words.assignee, { values }),
      field('due', words.due, { values, example: words.dueExample }),
    ],
  });
}

/**
 * The form for a comment.
 * @param card what people call the card; empty where that is not known.
 */
export function commentForm(id: string, language: Language, card: string): DoorAnswer {
  const words = doorWords[language];
  return opening({
    title:
      card === ''
        ? words.comment
        : cut(
            words.commentOn.replace('{card}', () => card),
            titleLimit,
          ),
    custom_id: id,
    components: [field('text', words.comment, { values: {}, required: true, long: true })],
  });
}

interface FieldParts {
  readonly values: FormValues;
  readonly required?: boolean;
  readonly long?: boolean;
  readonly example?: string;
}

/** A label (18) with a text input (4) in it, in one line (style 1) or several (2). */
function field(name: string, label: string, { values, required = false, long, example }: FieldParts): object {
  const limit = long ? valueLimit : lineLimit;
  const value = values[name];
  return {
    type: 18,
    label,
    component: {
      ...{ type: 4, custom_id: name, style: long ? 2 : 1, required, max_length: limit },
      ...(value ? { value: cut(value, limit) } : {}),
      ...(example === undefined ? {} : { placeholder: example }),
    },
  };
}
