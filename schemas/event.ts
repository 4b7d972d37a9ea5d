import * as z from 'zod/mini';

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

/** Where an answer that only the asking person sees can go. All of it expires; none of it is stored in the table. */
const replyHandle = z.object({
  /** Mattermost's `response_url`: 30 minutes, 5 uses. */
  url: z.optional(z.string()),
  /** The credential that opens a form in front of the person. */
  trigger: z.optional(z.string()),
  /** Discord's interaction token: 15 minutes. */
  token: z.optional(z.string()),
  /** The answer is a message of its own: what a click was answered with is the card itself. */
  followUp: z.optional(z.boolean()),
  /**
   * The mail that is answered: its own Message-ID, those it names, its subject. Absent where nothing may be answered. An empty `id` begins
   * a thread: there is no mail to answer.
   */
  mail: z.optional(
    z.object({
      id: z.string(),
      references: z.array(z.string()),
      subject: z.string(),
      /** The address of ours that it was written to. */
      to: z.optional(z.string()),
    }),
  ),
});

/** A file that came with it, to be fetched from its channel. */
const file = z.object({
  name: z.string(),
  mediaType: z.string(),
  /** Bytes, as the source says. */
  size: z.number(),
  /** Where the channel finds it: an address, or a key of the store. */
  from: z.string(),
});

/** What a mail brings besides what is asked for with it. */
const mail = z.object({
  /** SES's id of the mail, under which it is stored as it came. */
  original: z.string(),
  /** Something that was said is only there: it was too long. */
  shortened: z.optional(z.boolean()),
  /** Quotes and signatures are only there. */
  cut: z.optional(z.boolean()),
  /** It was not read at all: why. Nothing is asked for with it. */
  unread: z.optional(z.enum(['too-large', 'unreadable'])),
  encrypted: z.optional(z.boolean()),
  /** It asks for no automatic answer: no acknowledgement, that is. What happens to its card is told. */
  quiet: z.optional(z.boolean()),
  /** Its sender's program signed it; nobody has checked that. */
  signed: z.optional(z.boolean()),
  /** The language that its writer writes, as far as it could be told. */
  language: z.optional(z.enum(['en', 'de'])),
  /** The table's id for answers that name this mail and none of ours. */
  root: z.optional(z.string()),
  /** The card that it answers a mail about: whoever holds such a mail may comment on it. */
  answers: z.optional(z.string()),
  /** What it answers was sent to the very address that it comes from. */
  own: z.optional(z.boolean()),
  /** So many characters at the beginning of the text ask for something, each in an event of its own: for a member they are no comment. */
  asks: z.optional(z.number()),
  /** The card in its subject, as people call it. Anyone can write one there. */
  names: z.optional(z.string()),
  /** Who else got it, and the conversation with each. */
  copied: z.optional(z.array(z.object({ person: z.string(), conversation: z.string() }))),
  /** The mail that it passes on, as that says of itself; its text is Markdown. */
  forward: z.optional(z.object({ from: z.string(), text: z.string() })),
  /** What did not go on the card, of what people sent as a file. */
  dropped: z.optional(z.array(z.object({ name: z.string(), why: z.string() }))),
});

const person = z.object({
  /** The channel's own id of the person, unchangeable. */
  id: z.string(),
  /** The name the channel calls them by, without `@`. Empty where the channel did not send it. */
  name: z.string(),
});

/** What the person gave us, by the way they gave it. */
const input = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('text'),
    /** Everything after the command word, verbatim. */
    text: z.string(),
    /** `@name`s in the text that the channel recognised as people, name to id. */
    mentions: z.record(z.string(), z.string()),
  }),
  z.object({
    by: z.literal('button'),
    action: z.string(),
    card: z.string(),
    /** What was chosen in a select. */
    value: z.optional(z.string()),
  }),
  z.object({
    by: z.literal('form'),
    form: z.string(),
    /** The card the form is about; absent when it opens a new one. */
    card: z.optional(z.string()),
    fields: z.record(z.string(), z.string()),
    /** Id of the draft that the form was opened with. */
    draft: z.optional(z.string()),
  }),
  z.object({
    by: z.literal('options'),
    /** A word of the grammar: `move`, `create` … */
    verb: z.string(),
    /** What goes with it, by name: `card`, `column`, `text` … (lib/dispatch/read-options.ts). */
    options: z.record(z.string(), z.string()),
  }),
  /** Something said that may become a card: kept until the form comes, which names it by this event's id. */
  z.object({ by: z.literal('draft'), text: z.string(), author: z.string(), link: z.string() }),
  /** A link in a mail of ours was followed and its button pressed. `token` is the id of what it was for; the door has opened its seal. */
  z.object({ by: z.literal('link'), action: z.enum(['confirm', 'unsubscribe']), token: z.string() }),
]);

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

export const change = z.object({
  kind: changeKind,
  step: z.optional(changeStep),
  card: z.string(),
  /** Who did it, as far as the board says. */
  actor: z.optional(
    z.object({ id: z.optional(z.string()), username: z.optional(z.string()), name: z.optional(z.string()) }),
  ),
  comment: z.optional(z.string()),
  /** What was added, ticked, labelled …: a name for people, never parsed out of a sentence. */
  subject: z.optional(z.string()),
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
export const bounceEvent = z.object({
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
/** What came with a command by mail. */
export type EventMail = z.infer<typeof mail>;
/** A file that came with a command. */
export type EventFile = z.infer<typeof file>;
export type ChangeKind = z.infer<typeof changeKind>;
export type Change = z.infer<typeof change>;
export type ReplyHandle = z.infer<typeof replyHandle>;
export type CommandInput = z.infer<typeof input>;
