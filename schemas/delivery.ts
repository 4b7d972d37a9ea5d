import * as z from 'zod/mini';
import { changeKind, changeStep } from './event.ts';

/** What the dispatcher puts on the `deliveries` queue: one happening for one conversation. */

export const DELIVERY_VERSION = 1;

/** A card as people see it: names instead of ids. */
const cardFace = z.object({
  id: z.string(),
  /** How people call it: `#42`, or `OPS-42` where a team has several boards. Absent where the board gives no numbers. */
  ref: z.optional(z.string()),
  /** The board's own number, where it gives numbers; absent from what an older deployment queued or stored. */
  number: z.optional(z.number()),
  /** How it looked by the board's ids (`lookOf`); absent from what an older deployment queued or stored. */
  look: z.optional(z.string()),
  title: z.string(),
  column: z.string(),
  people: z.array(z.string()),
  labels: z.array(z.string()),
  /** ISO 8601. */
  due: z.optional(z.string()),
  url: z.string(),
  state: z.enum(['open', 'archived', 'deleted']),
  /** Who opened it, by the channel's name. */
  owner: z.optional(z.string()),
  /** Epoch milliseconds at which the board was asked for it. */
  revision: z.number(),
  /** Epoch milliseconds at which its answer was there; absent from what an older deployment queued or stored. */
  answered: z.optional(z.number()),
  /** Another look of the card may be newer: the board was asked for both at the same time, and it has to be asked once more. */
  crossed: z.optional(z.literal(true)),
});

/** One thing that happened. */
const deed = {
  /** Stable: the same happening is never told twice to one conversation. */
  id: z.string(),
  kind: changeKind,
  step: z.optional(changeStep),
  /** Who did it, by name; absent when the board does not say. */
  who: z.optional(z.string()),
  comment: z.optional(z.string()),
  subject: z.optional(z.string()),
  from: z.optional(z.string()),
  to: z.optional(z.string()),
  /** Epoch milliseconds at which it was accepted. */
  at: z.number(),
  /** When it happened, by the board's own clock, where the board says so. */
  happened: z.optional(z.number()),
  /** There were so many of the kind: more than are worth telling one by one. */
  count: z.optional(z.number()),
};

/** One thing that happened, ready to be put into words; or all that was missed of a card, which is told as one. */
export const happening = z.object({
  ...deed,
  /** No webhook told of it: it was found later, and who did it is not known. */
  caughtUp: z.optional(z.literal(true)),
  /** What else was missed by then. */
  also: z.optional(z.array(z.object(deed))),
  /** What its doer asked for besides, and nobody could do: for them alone, where the message about it is their answer. */
  undone: z.optional(z.string()),
});

const envelope = {
  v: z.literal(DELIVERY_VERSION),
  team: z.string(),
  /** The board connection the card is on. */
  board: z.string(),
  card: z.string(),
  conversation: z.string(),
  /** Epoch milliseconds at which the event behind it was accepted. */
  at: z.number(),
  /** The board's columns, for the select: whoever shows the card need not ask the board again. */
  columns: z.array(z.object({ id: z.string(), name: z.string() })),
};

const cardDelivery = z.object({
  ...envelope,
  kind: z.literal('delivery'),
  face: cardFace,
  happening,
  /** How loud: a reply in the thread, only the living message edited, or edited only where one stands already. */
  loudness: z.enum(['reply', 'edit', 'refresh']),
  /** Done from this very conversation: somebody waits to see it, so it does not wait for a burst to end. */
  awaited: z.optional(z.boolean()),
  /** When it was refused together with others, epoch milliseconds: it waits for no burst, so that only what is at fault is given up. */
  alone: z.optional(z.number()),
  /** It was given up, and brought back: the conversation may have seen newer things since. */
  replayed: z.optional(z.boolean()),
  /** It has. */
  late: z.optional(z.boolean()),
});

/** Ends a burst: shows at once what has been gathered for one card in one conversation. */
const flush = z.object({
  ...envelope,
  kind: z.literal('flush'),
  /** Epoch milliseconds. */
  due: z.number(),
  /** Id of the happening that began the gathering: two gatherings can be due at the same moment. */
  begins: z.string(),
});

export const delivery = z.discriminatedUnion('kind', [cardDelivery, flush]);

export type CardFace = z.infer<typeof cardFace>;
export type Happening = z.infer<typeof happening>;
/** One thing of all that was missed of a card. */
export type Missed = NonNullable<Happening['also']>[number];
export type CardDelivery = z.infer<typeof cardDelivery>;
export type Flush = z.infer<typeof flush>;
export type Delivery = z.infer<typeof delivery>;
