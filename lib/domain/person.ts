/** Someone who talks to us in a channel. */
export interface Person {
  /** The channel's own id. */
  readonly id: string;
  /** The name the channel calls them by, without `@`. */
  readonly name: string;
}

/** What a person may do is decided by what they are to the team. */
export type Role = 'member' | 'guest';
