import type {
  BoardMember,
  Card,
  CardAction,
  CardActionType,
  CardComment,
  CardDraft,
  CardId,
  Column,
  Label,
  Marker,
} from '../domain/card.ts';
import type { CardDetails, CommentHead } from '../domain/card-details.ts';

/** What a product supports, so that answers are honest. */
export interface BoardAbilities {
  readonly actions: readonly CardActionType[];
  /** The board gives its cards short numbers. */
  readonly numbers: boolean;
  /** Due dates have a time of day; where not, a moment becomes its day in the team's time zone. */
  readonly dueTimes: boolean;
  /** A new comment makes its card one that `changedSince` tells. */
  readonly commentsChange: boolean;
  /** `changedSince` brings the steps of every open card. */
  readonly stepsListed: boolean;
}

/** What a search looks for; every part that is given must match. Archived cards are left out, but for one that is asked for by number. */
export interface CardQuery {
  readonly text?: string;
  /** Column id. */
  readonly column?: string;
  /** Member id. */
  readonly assignee?: string;
  /** ISO 8601: due before this moment. */
  readonly dueBefore?: string;
  readonly number?: number;
  /** At most this many, the board's own order. */
  readonly limit: number;
}

/** What became of a board's cards since a moment. */
export interface Snapshot {
  /** Cards that may have changed: more than have, never fewer. */
  readonly changed: readonly CardId[];
  /** Those of them that stood nowhere on the board before, also not in a column that went and is back; none the first time. */
  readonly arrived: readonly CardId[];
  /** Cards that stood on the board and stand there no more: archived, gone, elsewhere. */
  readonly left: readonly CardId[];
  /** What was read on the way of cards that stand on the board, changed or not; what our account may not see is not in it. */
  readonly details: ReadonlyMap<CardId, CardDetails>;
  /** Comments that were written since on what belongs to a card and has comments of its own (Taiga's tasks); `commentsOn` has none of these. */
  readonly said: ReadonlyMap<CardId, readonly CommentHead[]>;
  /** Hand this in next time. */
  readonly cursor: string;
}

/** A card after an action. */
export interface Applied extends Card {
  /** The step that `check` meant, by its whole name. */
  readonly step?: string;
}

/**
 * One board of one product, signed in as the bridge's own account. Every method makes outgoing calls and throws
 * `CardwireError`; a board that cannot be reached is `later`, an action that it refuses for good is `never`.
 */
export interface Board {
  readonly can: BoardAbilities;
  columns(): Promise<readonly Column[]>;
  /** Who may be assigned. */
  members(): Promise<readonly BoardMember[]>;
  labels(): Promise<readonly Label[]>;
  /** Opens a card that carries the marker. The returned card is a read-back. */
  create(draft: CardDraft, marker: Marker): Promise<Card>;
  /**
   * The card that carries the marker, finished if it was found half made; undefined when there is none.
   * For a run that died between the board's write and our record of it.
   */
  findCreated(draft: CardDraft, marker: Marker, since: Date): Promise<Card | undefined>;
  /** The card as it is now; undefined when it is gone. */
  read(id: CardId): Promise<Card | undefined>;
  /** A stored comment; undefined when it is gone. */
  comment(id: CardId, comment: string): Promise<CardComment | undefined>;
  /** Who deleted a comment, by their id; undefined where the board does not know. Only where its webhooks do not say it. */
  deleterOf?(id: CardId, comment: string): Promise<string | undefined>;
  /** Cards that fit. Their `description` may be empty: some boards' lists have none. */
  search(query: CardQuery): Promise<readonly Card[]>;
  /** Does it and reads the card back. Doing an action twice is harmless for every type but `comment` and `attach`. */
  apply(id: CardId, action: CardAction, marker: Marker): Promise<Applied>;
  /** The card, if an action that cannot be repeated (`comment`, `attach`) has already reached it; no call for any other. */
  findApplied(id: CardId, action: CardAction, marker: Marker): Promise<Card | undefined>;
  /** The card a link of this board points at; undefined for any other text, which makes no call. */
  cardOfLink(link: string): Promise<CardId | undefined>;
  /**
   * Which cards may have changed since, at the price of a few calls for the whole board.
   * @param cursor what the last call gave; empty the first time, when every open card may have.
   */
  changedSince(cursor: string): Promise<Snapshot>;
  /** The comments that stand on a card of this board, oldest first, without their texts. One call for most cards. */
  commentsOn(id: CardId): Promise<readonly CommentHead[]>;
  /**
   * The steps of a card's checklists, in order: one or two calls, and on some boards one for each checklist. Undefined where our account may not
   * see them: that is no proof that there are none.
   */
  stepsOn(id: CardId): Promise<CardDetails['steps']>;
  /** The files on a card: one call. Undefined where this server does not tell. */
  filesOn(id: CardId): Promise<CardDetails['files']>;
}

/** Keeps the token a board is called with; one caller renews, the others get what it brought. */
export interface TokenKeeper {
  /** The current token; the first call signs in. */
  token(): Promise<string>;
  /** Replaces a token that the board has refused. */
  renew(refused: string): Promise<string>;
}

/** What a sign-in brings. `expires` is epoch milliseconds; `refresh` renews the token once, where the product has such a thing. */
export interface SignedIn {
  readonly token: string;
  readonly expires: number;
  readonly refresh?: string;
}

/**
 * Signs in to the board. `refresh` is what the last sign-in brought, if it did; one that is used up or too old must not keep it from
 * signing in.
 */
export type SignIn = (refresh?: string) => Promise<SignedIn>;

/** A board as set-up found it. */
export interface FoundBoard {
  /** Our account's id there, and its user name. */
  readonly self: string;
  readonly user: string;
  readonly board: string;
  readonly title: string;
  readonly columns: readonly Column[];
  /** Where a column stands for the archive: its id. It is not among the columns. */
  readonly archive?: string;
}

/** A webhook is made, stands as it should, is put right, or is left to a person: this account may not. */
export type WebhookOutcome = 'made' | 'kept' | 'mended' | 'paste';

/** What set-up does on the far side, as the bridge's own account. */
export interface BoardSetup {
  /** Checks the credentials and finds the board that the settings name, with what the connection stores of it. */
  connect(): Promise<FoundBoard>;
  /** Makes the webhook, or mends one that is there. Safe to repeat. */
  webhook(url: string, secret: string): Promise<WebhookOutcome>;
  /** Where a person makes the webhook in this account's place, and what to paste: lines. */
  webhookByHand(url: string, secret: string): readonly string[];
  /** The product has a button that sends a test through a webhook. */
  readonly sendsTests: boolean;
}
