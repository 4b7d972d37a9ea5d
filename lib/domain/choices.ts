/** Whose suggestions: what may be chosen differs by room, and by what a person may see. */
export interface Chooser {
  readonly team: string;
  /** The channel's connection. */
  readonly connection: string;
  readonly room: string;
  /** The channel's own id of the person. */
  readonly person: string;
}

/** What a person is suggested in a room while they type. Kept by the dispatcher, because whoever types cannot wait for a board. */
export interface Choices {
  /** Epoch milliseconds at which it was gathered. */
  readonly at: number;
  /** Names of columns. */
  readonly columns: readonly string[];
  /** User names on the board. */
  readonly people: readonly string[];
  /** Names of labels. */
  readonly labels: readonly string[];
  /** What this person may see. `ref` is how people call the card: `#42`, `OPS-42`. */
  readonly cards: readonly { readonly ref: string; readonly title: string }[];
  /** The team's boards, by their connections' names. */
  readonly boards: readonly string[];
}

/** Milliseconds after which suggestions are gathered anew. */
export const choicesFresh = 10 * 60_000;
