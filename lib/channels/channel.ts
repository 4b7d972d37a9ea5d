import type { ReplyHandle } from '../../schemas/asked.ts';
import type { CardFace, Happening } from '../../schemas/delivery.ts';
import type { Column } from '../domain/card.ts';
import type { KeyPurpose } from '../domain/keys.ts';
import type { Say } from '../domain/say.ts';
import type { Told } from '../domain/told.ts';

/** What a product supports, so that nothing is promised that it has not got. */
export interface ChannelAbilities {
  readonly threads: boolean;
  readonly edits: boolean;
  readonly privateAnswers: boolean;
  readonly forms: boolean;
  /** People have user names here that their team gives out: the same name on the board is taken for the same person. */
  readonly userNames: boolean;
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
  /** What the reader asked for besides, and nobody could do: a channel that answers with this message says it. */
  readonly undone?: string;
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
  /**
   * Says something to the asking person alone; a direct message where the handle has died. `id` makes it findable. Without lines there is
   * nothing to say: what waits for an answer is put away.
   */
  answer(to: ReplyTo, lines: readonly Say[], id: string): Promise<void>;
  /**
   * Says something in a conversation, for everyone who reads there, where there are rooms. What was said with this `id` since a moment is
   * looked for first, so that it may be repeated.
   */
  announce?(conversation: string, lines: readonly Say[], id: string, since: Date): Promise<void>;
  /** Opens a form. False when the handle has died: the caller says in text how to go on. */
  openForm(to: ReplyTo, form: Form): Promise<boolean>;
  /** Whether a person is in a room; with `thread`, in that thread of it, where a thread is a place of its own. */
  isIn(room: string, person: string, thread?: string): Promise<boolean>;
  /**
   * Whether a person who writes to the bot alone is one of those whom the connection is for: where one bot is on several servers, somebody on
   * one of `servers`, which are those of the team; where there are none, everyone who can write to it.
   */
  isKnown(person: string, servers: readonly string[]): Promise<boolean>;
  /** The conversation of this person alone with the bot, as its string. */
  directWith(person: string): Promise<string>;
  /** Fetches a file that came with an event, at most `limit` bytes. Undefined when it is gone or larger. */
  file(from: string, limit: number): Promise<Uint8Array | undefined>;
  /**
   * The address of a page of ours where whoever has it does this by pressing a button, or (`original`) gets the message as it came. `id` names
   * what it is about. Absent where the product has no such pages.
   */
  page?(action: 'confirm' | 'unsubscribe' | 'original', id: string): string;
}

/** What set-up found behind the credential. */
export interface Connected {
  /** The bot's own id. */
  readonly self: string;
  /** What people call the bot: `@cardwire`. */
  readonly bot: string;
  /** How the operator is told that it let us in: `as @cardwire, in the workspace ops`. */
  readonly told: string;
  /** What the connection holds besides, under its own names: the workspace's id, the application's key. */
  readonly found: Readonly<Record<string, string>>;
}

/** What a product's own steps of set-up are made of. */
export interface SetupPlace {
  readonly team: string;
  readonly connection: Connection;
  /** The administrator's token, if one is given, and the variable it is read from. */
  readonly admin: { readonly variable: string; readonly token: string | undefined };
  /** The token of a command that was made by hand, from the team file. */
  readonly byHand: string | undefined;
  /** An earlier set-up may have done it already. */
  readonly before: boolean;
  /** What stands is looked at, without the team file. */
  readonly checking: boolean;
  /** Public base URL of the doors, without a slash at the end. */
  readonly baseUrl: string;
  /** The sealed address of one of this connection's doors. */
  readonly addressOf: (
    source: KeyPurpose,
    seal?: { readonly proof?: string; readonly caller?: string },
  ) => string;
  /** The address people are shown, once it is known. */
  readonly show: (address: string) => void;
}

/** What set-up knows of a connection when it takes these steps. */
export interface Connection {
  readonly id: string;
  readonly command: string;
}

/** One step of set-up on the far side; safe to repeat. Throws `CardwireError`. */
export interface SetupStep {
  readonly title: string;
  readonly run: () => Promise<Told>;
}

/** What set-up does on the far side. An administrator's token is used for the call and never kept. */
export interface ChannelSetup {
  /** Checks the credential and finds the workspace. */
  connect(): Promise<Connected>;
  /** The id of a room by its name; undefined when the bot cannot see it. */
  room(name: string): Promise<string | undefined>;
  /** What people call a room, as `room` takes it; undefined when the bot cannot see it. */
  nameOf(room: string): Promise<string | undefined>;
  /** Brings the bot into a room, or says who has to. `name` is for people. */
  join(room: { readonly id: string; readonly name: string }, adminToken?: string): Promise<Told>;
  /** What else is to stand on the far side, in order: a command, the address that is called. */
  steps(place: SetupPlace): readonly SetupStep[];
}
