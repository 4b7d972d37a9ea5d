/** What is counted of a deployment as it runs, all teams together: no figure says anything of a team, a card or a person. */
export const metrics = [
  /** Events that a door has put on the queue. */
  'Accepted',
  /** Requests that a door has refused. */
  'Refused',
  /** Showings in a conversation: a message made or edited. */
  'Delivered',
  /** Messages put off because something failed. */
  'Retried',
  /** Conversations and connections that are not tried any more. */
  'Paused',
  /** Showings that told what had been missed, and messages that were put right when a paused conversation was woken. */
  'CaughtUp',
  /** Messages given up. */
  'Dead',
] as const;

export type Metric = (typeof metrics)[number];

/** Takes the figures down. */
export interface Meter {
  count(metric: Metric, by?: number): void;
  /** How long a message has lain in its queue by now. Milliseconds. */
  age(milliseconds: number): void;
}

/** Takes nothing down. */
export const noMeter: Meter = { count: () => {}, age: () => {} };
