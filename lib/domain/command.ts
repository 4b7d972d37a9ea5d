import type { Verb } from '../../schemas/team.ts';
import type { CardId } from './card.ts';

/** How a person names a card: its number (on a board, `OPS-42`), its link, or (from a button) its id. */
export type CardRef =
  | { readonly by: 'number'; readonly number: number; readonly board?: string }
  | { readonly by: 'link'; readonly link: string }
  | { readonly by: 'id'; readonly id: CardId };

/** What a person asks for, before names of people, columns and labels have been looked up on the board. */
export type Command =
  | {
      readonly verb: 'create';
      readonly title: string;
      readonly description: string;
      /** Names without `@`; `me` is the person who asks. */
      readonly assignees: readonly string[];
      /** Names without `#`. */
      readonly labels: readonly string[];
      /** ISO 8601. */
      readonly due?: string;
      readonly column?: string;
      /** A mail address that is to hear of the card. */
      readonly notify?: string;
      /** What is not understood or not on the board stays in the description, instead of being refused: what of it was no date. */
      readonly lenient?: { readonly due?: string; readonly priority?: string };
    }
  | { readonly verb: 'form' }
  | { readonly verb: 'show' | 'trace'; readonly card: CardRef }
  /** Without a text, a form asks for it. */
  | { readonly verb: 'comment'; readonly card: CardRef; readonly text?: string }
  | { readonly verb: 'move'; readonly card: CardRef; readonly column: string }
  /** To the column that means done. */
  | { readonly verb: 'done'; readonly card: CardRef }
  | { readonly verb: 'assign' | 'unassign'; readonly card: CardRef; readonly people: readonly string[] }
  /** Without a moment, the due date is taken away. */
  | { readonly verb: 'due'; readonly card: CardRef; readonly at?: string }
  | { readonly verb: 'label' | 'unlabel'; readonly card: CardRef; readonly labels: readonly string[] }
  | { readonly verb: 'rename'; readonly card: CardRef; readonly title: string }
  | { readonly verb: 'describe'; readonly card: CardRef; readonly description: string }
  | { readonly verb: 'check'; readonly card: CardRef; readonly item: string; readonly done: boolean }
  | { readonly verb: 'add-step'; readonly card: CardRef; readonly item: string }
  | { readonly verb: 'archive' | 'restore'; readonly card: CardRef }
  /** `here` is the conversation itself; otherwise the person alone, or a mail address that is to hear of the card. */
  | {
      readonly verb: 'follow' | 'unfollow';
      readonly card: CardRef;
      readonly here: boolean;
      readonly notify?: string;
    }
  | { readonly verb: 'list'; readonly mine: boolean; readonly overdue: boolean; readonly column?: string }
  | { readonly verb: 'search'; readonly text: string }
  | { readonly verb: 'boards' }
  /** The board this conversation means from now on, by its connection's name. */
  | { readonly verb: 'board'; readonly board: string }
  | { readonly verb: 'help'; readonly about?: Verb }
  /** The server this is typed on joins the team. */
  | { readonly verb: 'connect'; readonly code: string }
  /** The account this is typed with is a person's of the team; without a code, one is given out for another account. */
  | { readonly verb: 'link'; readonly code?: string };

/** A command, and the board it names. */
export interface OnBoard {
  readonly command: Command;
  readonly board?: string;
}
