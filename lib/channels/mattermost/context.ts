import { type Keys, sign, verify } from '../../domain/keys.ts';

/**
 * Mattermost signs neither a click nor a dialog (contract 3.1, 3.2): anyone who can post may make a button that calls us with any
 * context, and a client sends any state it likes. So what we hand out is sealed over what it may be used for.
 */

/** Whose connection a seal belongs to. */
export interface Holder {
  readonly team: string;
  readonly connection: string;
}

/** What a button is for, and the room and thread it stands in. */
export interface ButtonContext {
  readonly room: string;
  /** Root post of the conversation's thread, empty in the room itself. */
  readonly thread: string;
  readonly board: string;
  readonly card: string;
  readonly action: string;
}

/** A button's seal. The room is not part of what is sent: it is what Mattermost says it is. */
export function sealButton(holder: Holder, context: ButtonContext, keys: Keys): string {
  return sign(keys[0], ...buttonParts(holder, context));
}

/** True when we made this button, for this room, card and action. */
export function isOurButton(holder: Holder, context: ButtonContext, seal: string, keys: Keys): boolean {
  return verify(keys, seal, ...buttonParts(holder, context));
}

function buttonParts(holder: Holder, context: ButtonContext): string[] {
  const { room, thread, board, card, action } = context;
  return ['button', holder.team, holder.connection, room, thread, board, card, action];
}

/** What a dialog was opened for. */
export interface FormState {
  readonly form: string;
  readonly board: string;
  readonly card?: string;
  readonly room: string;
  readonly thread: string;
  /** What people call the room. */
  readonly place: string;
  readonly direct: boolean;
  /** The one person who may send it off, by user id, and their name as it was when it was opened. */
  readonly person: string;
  readonly name: string;
  /** Epoch milliseconds. */
  readonly expires: number;
  /** Makes two sendings of one dialog one event: dialogs have no trigger of their own. */
  readonly nonce: string;
}

/** How long a dialog may stay open, in milliseconds. */
export const formLife = 24 * 60 * 60 * 1000;

/** Mattermost gives a dialog's state back as it was: here it carries everything the door needs. */
export function sealForm(holder: Holder, state: FormState, keys: Keys): string {
  const text = Buffer.from(JSON.stringify(state)).toString('base64url');
  return `${text}.${sign(keys[0], 'form', holder.team, holder.connection, text)}`;
}

/** Opens a state that we sealed. Undefined for any other; whether it is too old or another person's is for the caller to say. */
export function openForm(holder: Holder, sealed: string, keys: Keys): FormState | undefined {
  const [text = '', seal = '', ...rest] = sealed.split('.');
  if (rest.length > 0 || !verify(keys, seal, 'form', holder.team, holder.connection, text)) return undefined;
  // Sealed by us, so it is what `sealForm` wrote.
  return JSON.parse(Buffer.from(text, 'base64url').toString()) as FormState;
}
