import type { CardFace, Happening } from '../../schemas/delivery.ts';
import type { ReplyHandle } from '../../schemas/event.ts';
import type { Column } from '../domain/card.ts';
import type { Say } from '../domain/say.ts';

/** What a product supports, so that nothing is promised that it has not got. */
export interface ChannelAbilities {
  readonly threads: boolean;
  readonly edits: boolean;
  readonly privateAnswers: boolean;
  readonly forms: boolean;
  /** Characters in one message. */
  readonly textLimit: number;
}

/** Where a card's messages stand in one conversation: the living message, and the message that replies hang under. */
export interface ThreadState {
  readonly message: string;
  readonly thread: string;
}

/** What one conversation is to be shown. */
export interface Showing {
  /** Stable id of this showing; the posts carry it so that they can be found again. */
  readonly id: string;
  readonly conversation: string;
  /** The board connection the card is on. */
  readonly board: string;
  readonly face: CardFace;
  /** The board's columns, for the select. */
  readonly columns: readonly Column[];
  /** The last thing that happened, shown on the living message itself. */
  readonly last?: Happening;
  /** What is said as one reply in the thread; empty when the edit says it all. */
  readonly news: readonly Happening[];
  /** False when the living message already shows this face. */
  readonly edit: boolean;
  /** Set when an earlier run died showing this: look from this moment on for what it posted. */
  readonly lookSince?: Date;
}

/**
 * A form to be opened in front of a person. Its fields come back as texts, those left empty not at all: `title`, `description`,
 * `column` (an id), `assignee` (one of `people`) and `due` (as typed) of a new card, `text` of a comment.
 */
export interface Form {
  readonly form: 'create' | 'comment';
  readonly board: string;
  readonly card?: string;
  readonly title: Say;
  readonly columns: readonly Column[];
  /** Names that can be chosen as assignee. */
  readonly people: readonly string[];
  /** What the person had typed already. */
  readonly draft?: string;
}

/** Where a person's answer goes. */
export interface ReplyTo {
  readonly handle: ReplyHandle;
  readonly conversation: string;
  readonly person: string;
  /** Epoch milliseconds at which the command was accepted: handles expire. */
  readonly at: number;
  /** The person's name, the room's name and whether they are alone with the bot: a form brings them back with its fields. */
  readonly name?: string;
  readonly place?: string;
  readonly direct?: boolean;
}

/**
 * One chat workspace or mail domain, as the bridge's own account. Every method makes outgoing calls and throws
 * `CardwireError`: `later` when the far side may recover, `never` when it refuses for good.
 */
export interface Channel {
  /** How people call the product: it stands in a card's line of origin. */
  readonly name: string;
  readonly can: ChannelAbilities;
  /** Posts or edits the living message and says the news under it. Gives back where they stand now. */
  deliver(showing: Showing, state: ThreadState | undefined): Promise<ThreadState>;
  /** Says something to the asking person alone; a direct message where the handle has died. `id` makes it findable. */
  answer(to: ReplyTo, lines: readonly Say[], id: string): Promise<void>;
  /** Opens a form. False when the handle has died: the caller says in text how to go on. */
  openForm(to: ReplyTo, form: Form): Promise<boolean>;
  /** Whether a person is in a room. */
  isIn(room: string, person: string): Promise<boolean>;
  /** The conversation of this person alone with the bot, as its string. */
  directWith(person: string): Promise<string>;
}

/** What set-up does on the far side. An administrator's token is used for the call and never kept. */
export interface ChannelSetup {
  /** Checks the bot's token and finds the workspace. */
  connect(): Promise<{ readonly self: string; readonly botName: string; readonly workspace: string }>;
  /** The id of a room by its name; undefined when the bot cannot see it. */
  room(name: string): Promise<string | undefined>;
  /** Brings the bot into a room; `ask` when it takes somebody else to do it. */
  join(room: string, adminToken?: string): Promise<'joined' | 'already' | 'ask'>;
  /** Makes or mends the slash command; `addressOf` seals the address over the token that the far side chose. */
  command(
    word: string,
    addressOf: (token: string) => string,
    adminToken: string,
  ): Promise<'made' | 'kept' | 'mended'>;
}
