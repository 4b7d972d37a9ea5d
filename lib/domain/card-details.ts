import { stableId } from './ids.ts';

/** A step of a card's checklists, where boards have tasks instead: a task. */
export interface CardStep {
  readonly id: string;
  readonly name: string;
  readonly done: boolean;
  /** What else of it is told when it changes; to be compared only. */
  readonly state: string;
}

/** A file on a card. */
export interface FileHead {
  readonly id: string;
  readonly name: string;
}

/** That there is a comment. */
export interface CommentHead {
  readonly id: string;
  /** When it was first written, by the board's own clock: epoch milliseconds. */
  readonly at?: number;
  /** The board's id of who wrote it. */
  readonly author?: string;
  /** A hash of what it says (`hashOfText`). */
  readonly says: string;
}

/** What webhooks tell of a card and no message shows, as a read found it. What is absent was not read. */
export interface CardDetails {
  /**
   * Values of the card, to be compared only, by the part (`editParts`) that a change of them is told with. Any other name stands for a change that is
   * told without one.
   */
  readonly values?: Readonly<Record<string, string>>;
  readonly steps?: readonly CardStep[];
  readonly files?: readonly FileHead[];
  readonly comments?: readonly CommentHead[];
}

/** What of a comment's text is compared. */
export function hashOfText(text: string): string {
  return stableId('text', text.trim()).slice(0, 8);
}
