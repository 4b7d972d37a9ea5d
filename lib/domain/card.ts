import type { Brand } from './brand.ts';
import type { CardDetails } from './card-details.ts';

/** A board's own id of a card. */
export type CardId = Brand<string, 'CardId'>;

/** A place on the board where cards stand. */
export interface Column {
  readonly id: string;
  readonly name: string;
}

/** A label of the board's own; some boards know it by its name alone, which is its id then. */
export interface Label {
  readonly id: string;
  readonly name: string;
}

/** A person as the board knows them. */
export interface BoardMember {
  readonly id: string;
  readonly username: string;
  /** The full name where one is set, else the username. */
  readonly name: string;
}

/** A card as one read of the board says it is. */
export interface Card {
  readonly id: CardId;
  /** The board's own short number, where it has one. */
  readonly number?: number;
  readonly title: string;
  /** Without the line that says where the card came from. */
  readonly description: string;
  readonly column: Column;
  readonly assignees: readonly BoardMember[];
  readonly labels: readonly Label[];
  /** ISO 8601. */
  readonly due?: string;
  readonly archived: boolean;
  readonly url: string;
  /** What else of it can be edited. */
  readonly values: NonNullable<CardDetails['values']>;
  /** Epoch milliseconds at which the board was asked for it, and at which its answer was there: it looked so at a moment in between. */
  readonly revision: number;
  readonly answered: number;
}

/** A comment as the board has stored it. */
export interface CardComment {
  readonly id: string;
  readonly text: string;
  readonly author?: BoardMember;
  /** The step of the card that it was written on, by its name; absent for one on the card itself. */
  readonly on?: string;
  /** When it was first written, by the board's own clock: epoch milliseconds. */
  readonly at?: number;
}

/** A card to be opened. */
export interface CardDraft {
  readonly title: string;
  readonly description: string;
  /** Column id; the connection's intake column when absent. */
  readonly column?: string;
  /** Member ids. */
  readonly assignees: readonly string[];
  /** Label ids. */
  readonly labels: readonly string[];
  /** ISO 8601. */
  readonly due?: string;
}

/** What can be done to a card. Ids are the board's own. */
export type CardAction =
  | { readonly type: 'comment'; readonly text: string }
  | { readonly type: 'move'; readonly column: string }
  | { readonly type: 'assign'; readonly member: string }
  | { readonly type: 'unassign'; readonly member: string }
  | { readonly type: 'label'; readonly label: string }
  | { readonly type: 'unlabel'; readonly label: string }
  | { readonly type: 'due'; readonly at?: string }
  | { readonly type: 'rename'; readonly title: string }
  | { readonly type: 'describe'; readonly description: string }
  | { readonly type: 'check'; readonly item: string; readonly done: boolean }
  /** A new step on the card's checklist. */
  | { readonly type: 'add-step'; readonly item: string }
  | CardFile
  | { readonly type: 'archive' }
  | { readonly type: 'restore' };

/** A file to be put on a card. `name` is without a path, `mediaType` like `image/png`. */
export interface CardFile {
  readonly type: 'attach';
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** The kinds of action, for `can.actions`. */
export type CardActionType = CardAction['type'];

/**
 * What an effect on a board carries so that it can be found again after a crash, and so that people see who asked.
 * `id` is short, unique and derived from the event; `origin` is the line for people ("Tom, Mattermost ~ops").
 */
export interface Marker {
  readonly id: string;
  readonly origin: string;
}
