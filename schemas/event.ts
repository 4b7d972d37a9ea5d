import * as z from 'zod/mini';
import { file, input, mail, person, replyHandle } from './asked.ts';

/**
 * What a door puts on the `events` queue: something a person asked for, or something that happened on a board.
 * Small and normal: the dispatcher never sees a source's own payload.
 */

export const EVENT_VERSION = 1;

/** The kinds of change a team can filter by. */
export const changeKinds = [
  'create',
  'move',
  'comment',
  'edit',
  'assign',
  'label',
  'due',
  'checklist',
  'attachment',
  'archive',
  'restore',
  'delete',
] as const;

export const changeKind = z.enum(changeKinds);

/** What was done to the thing that the kind names, where it can be more than one thing. */
export const changeStep = z.enum(['added', 'edited', 'removed', 'restored', 'ticked', 'unticked']);

/**
 * Subjects of an `edit` that stand for a part of the card and are put into people's language. Any other subject is a name that people gave
 * (a custom field); one that is called like a part is told without its name.
 */
export const editParts = [
  'title',
  'description',
  'blocked',
  'unblocked',
  'points',
  'sprint',
  'epic',
] as const;

const envelope = {
  v: z.literal(EVENT_VERSION),
  /** Stable across redelivery, from what the source gives. */
  id: z.string(),
  /** Epoch milliseconds at which the door accepted it. */
  at: z.number(),
  team: z.string(),
  connection: z.string(),
  generation: z.number(),
};

export const commandEvent = z.object({
  ...envelope,
  kind: z.literal('command'),
  /** `<channel>:<connection>:<room>:<thread>`, thread empty in the room's main view. */
  conversation: z.string(),
  /** What people call the room, for the card's line of origin. */
  place: z.optional(z.string()),
  /** A conversation of one person with the bot. */
  direct: z.boolean(),
  person,
  /** The board connection a button or form belongs to. */
  board: z.optional(z.string()),
  /** The server it was asked on, where one bot is on several (Discord's guild). */
  server: z.optional(z.string()),
  /** The bot cannot write in this room: what is to be said goes to the person alone. */
  mute: z.optional(z.boolean()),
  /** The source does not prove that it was this person. */
  unproven: z.optional(z.boolean()),
  files: z.optional(z.array(file)),
  mail: z.optional(mail),
  input,
  reply: replyHandle,
});

const change = z.object({
  kind: changeKind,
  step: z.optional(changeStep),
  card: z.string(),
  /** Who did it, as far as the board says. */
  actor: z.optional(
    z.object({ id: z.optional(z.string()), username: z.optional(z.string()), name: z.optional(z.string()) }),
  ),
  comment: z.optional(z.string()),
  /** What was added, ticked, labelled …, or the step that a comment stands on: a name for people, never parsed out of a sentence. */
  subject: z.optional(z.string()),
  /**
   * The names in `subject`, each by itself: commas tell nothing, as a name may hold one. Absent for a part of the card, where the source itself
   * gives several in one line (Taiga's assigned people), and in what an older deployment queued.
   */
  subjects: z.optional(z.array(z.string())),
  /** The column id it came from. */
  from: z.optional(z.string()),
  /** That column's name, where the board tells no id (Taiga). */
  fromName: z.optional(z.string()),
  /** The board's id that the source names, where it does: a connection is told of its own board only. */
  board: z.optional(z.string()),
  /** When it happened, by the board's own clock: epoch milliseconds. Comparable with other moments of the same board only. */
  happened: z.optional(z.number()),
  /** The source tells before it has stored: read after a moment. */
  early: z.optional(z.boolean()),
});

export const changeEvent = z.object({
  ...envelope,
  kind: z.literal('change'),
  change,
  /** The door accepted it without the sender's token (Wekan's own form wipes it). */
  unsigned: z.optional(z.boolean()),
  /** Found by looking at the board: no webhook told of it, or none yet. */
  caughtUp: z.optional(z.literal(true)),
  /** It was given up, and brought back: what it tells is old. */
  replayed: z.optional(z.boolean()),
  /** Nobody is told: messages are put right where they stand. */
  quiet: z.optional(z.literal(true)),
  /** What else was found on the card then, to be told with it as one. */
  more: z.optional(z.array(change)),
});

/** A test of a webhook's address and key, sent by hand. */
export const testEvent = z.object({ ...envelope, kind: z.literal('test') });

/** What a person can choose from in a room is wanted: the columns, people, labels and cards that are suggested while they type. */
export const choicesEvent = z.object({
  ...envelope,
  kind: z.literal('choices'),
  conversation: z.string(),
  person,
  server: z.optional(z.string()),
});

/** Mail to an address came back, or its owner complained of it: nothing more is sent there. */
const bounceEvent = z.object({
  ...envelope,
  kind: z.literal('bounce'),
  address: z.string(),
  why: z.enum(['bounce', 'complaint']),
});

export const event = z.discriminatedUnion('kind', [
  commandEvent,
  changeEvent,
  testEvent,
  choicesEvent,
  bounceEvent,
]);

export type CommandEvent = z.infer<typeof commandEvent>;
export type ChangeEvent = z.infer<typeof changeEvent>;
export type TestEvent = z.infer<typeof testEvent>;
export type ChoicesEvent = z.infer<typeof choicesEvent>;
export type BounceEvent = z.infer<typeof bounceEvent>;
export type Event = z.infer<typeof event>;
export type ChangeKind = z.infer<typeof changeKind>;
export type Change = z.infer<typeof change>;
