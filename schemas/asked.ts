import * as z from 'zod/mini';

/** What a command brings: what was asked and how, by whom, with which files, and where its answer goes. */

/** Where an answer that only the asking person sees can go. All of it expires; none of it is stored in the table. */
export const replyHandle = z.object({
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
export const file = z.object({
  name: z.string(),
  mediaType: z.string(),
  /** Bytes, as the source says. */
  size: z.number(),
  /** Where the channel finds it: an address, or a key of the store. */
  from: z.string(),
});

/** What a mail brings besides what is asked for with it. */
export const mail = z.object({
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

/** Who asked. */
export const person = z.object({
  /** The channel's own id of the person, unchangeable. */
  id: z.string(),
  /** The name the channel calls them by, without `@`. Empty where the channel did not send it. */
  name: z.string(),
});

/** What the person gave us, by the way they gave it. */
export const input = z.discriminatedUnion('by', [
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
    /** The word that a line of a mail asks for it with, as it was written: people are told of their line in their own words. */
    wrote: z.optional(z.string()),
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
    /** What goes with it, by name: `card`, `column`, `text` … (lib/dispatch/input/read-options.ts). */
    options: z.record(z.string(), z.string()),
  }),
  /** Something said that may become a card: kept until the form comes, which names it by this event's id. */
  z.object({ by: z.literal('draft'), text: z.string(), author: z.string(), link: z.string() }),
  /** A link in a mail of ours was followed and its button pressed. `token` is the id of what it was for; the door has opened its seal. */
  z.object({ by: z.literal('link'), action: z.enum(['confirm', 'unsubscribe']), token: z.string() }),
]);

/** What came with a command by mail. */
export type EventMail = z.infer<typeof mail>;
/** A file that came with a command. */
export type EventFile = z.infer<typeof file>;
export type ReplyHandle = z.infer<typeof replyHandle>;
export type CommandInput = z.infer<typeof input>;
