import { type CardActionName, cardActions } from '../../card-actions.ts';

/**
 * What our buttons, selects and forms are called. Discord brings these names back, and only our own application can make components that
 * reach our endpoint, so they need no seal; what a person may do is checked by the dispatcher anyway.
 */

/** Characters that Discord keeps of a name (contract A1.8). */
const limit = 100;

/** What a button or the select under a card does, and to which card. */
export interface ButtonName {
  readonly action: CardActionName;
  /** The board's connection. */
  readonly board: string;
  readonly card: string;
}

/** Names a button or the select of a card: `card|move|<board>|<card id>`. */
export function buttonId({ action, board, card }: ButtonName): string {
  return ['card', action, board, card].join('|');
}

/** Reads such a name; undefined when it is none. */
export function readButtonId(text: string): ButtonName | undefined {
  const [kind, name, board, card, ...rest] = text.split('|');
  const action = cardActions.find((each) => each === name);
  if (kind !== 'card' || !action || !board || !card || rest.length > 0) return undefined;
  return { action, board, card };
}

/** What a form is for. */
export type FormName =
  /** A new card, from the draft with this id where there is one. */
  | { readonly form: 'create'; readonly draft?: string }
  /** A comment on the card whose button was clicked. */
  | { readonly form: 'comment'; readonly board: string; readonly card: string }
  /** A comment on a card as the person typed it. */
  | { readonly form: 'comment-ref'; readonly card: string };

/**
 * Names a form: `form|<what for>|<board>|<card or draft>|<once>`.
 * @param once what this opening of the form is known by: sent off twice, it is still one.
 * @returns undefined when the name would be too long, or could not be read again.
 */
export function formId(name: FormName, once: string): string | undefined {
  const board = name.form === 'comment' ? name.board : '';
  const about = name.form === 'create' ? (name.draft ?? '') : name.card;
  const text = ['form', name.form, board, about, once].join('|');
  return [...text].length <= limit && !about.includes('|') ? text : undefined;
}

/** Reads such a name, with or without what it is known by; undefined when it is none. */
export function readFormId(
  text: string,
): { readonly name: FormName; readonly once: string | undefined } | undefined {
  const [kind, form, board = '', about = '', once, ...rest] = text.split('|');
  if (kind !== 'form' || rest.length > 0) return undefined;
  const name = formNamed(form, board, about);
  return name && { name, once: once || undefined };
}

function formNamed(form: string | undefined, board: string, about: string): FormName | undefined {
  if (form === 'create') return about === '' ? { form } : { form, draft: about };
  if (about === '') return undefined;
  if (form === 'comment') return board === '' ? undefined : { form, board, card: about };
  return form === 'comment-ref' ? { form, card: about } : undefined;
}
