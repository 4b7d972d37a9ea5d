import { EVENT_VERSION, type Event } from '../../schemas/event.ts';
import type { Address } from './address.ts';
import type { Choices, Chooser } from './choices.ts';
import type { Keys } from './keys.ts';
import type { Log } from './log.ts';

/** What passes between a door and the product's own file that judges for it. That file is pure and knows no AWS. */

/** One HTTP request as every door sees it: the raw bytes, nothing parsed yet. */
export interface DoorRequest {
  readonly method: string;
  /** As it was called, still percent-encoded. */
  readonly path: string;
  /** Names in lower case; a repeated header's values are joined by commas, as API Gateway does. */
  readonly headers: Readonly<Record<string, string>>;
  /** Repeated keys are kept. */
  readonly query: URLSearchParams;
  readonly body: Buffer;
  /** The request's own id, for events whose source gives them none. */
  readonly id: string;
}

/** What a door answers. Without `json` or `html` the body is empty. */
export interface DoorAnswer {
  readonly status: number;
  readonly json?: unknown;
  /** A whole page, for a person. */
  readonly html?: string;
  /** Where the caller is sent. Shown to nobody else: it may let its holder in. */
  readonly location?: string;
}

/** All is well and there is nothing to say. */
export const accepted: DoorAnswer = { status: 200 };

/** What a product's own file may use to judge a request. */
export interface DoorContext {
  /** What the address says, already verified. */
  readonly address: Address;
  /** This door's own keys. */
  readonly keys: Keys;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly log: Log;
}

/** The part of an event that the door itself gives, whatever its source. */
export function originOf({ address: { team, connection, generation }, now }: DoorContext) {
  return { v: EVENT_VERSION, at: now, team, connection, generation } as const satisfies Partial<Event>;
}

/** Refused with a bare status, or accepted: queued first, answered then. */
export type Judgement = { readonly refuse: number } | Accepted | Asking | Locating;

/** What goes on the queue, and what the caller is answered once it is there. */
export interface Accepted {
  readonly events: readonly Event[];
  readonly answer: DoorAnswer;
  /** The answer when the queue did not take it; a bare 503 when absent. */
  readonly unqueued?: DoorAnswer;
}

/**
 * Accepted, and answered with what the door's on-demand part finds. It finds nothing rather than late, and nothing of it is owed to anyone: what
 * the queue does not take is left.
 */
export interface Asking {
  readonly lookUp: Chooser;
  readonly found: (choices: Choices | undefined) => Omit<Accepted, 'unqueued'>;
}

/** Answered with the address of something that is stored; with nothing to be queued. */
export interface Locating {
  readonly locate: string;
  /** Undefined: it is no longer there. */
  readonly located: (address: string | undefined) => DoorAnswer;
}

/** The on-demand part of a door: an address that is good for a moment, undefined for what is not stored any more. */
export type Locate = (what: string) => Promise<string | undefined>;

/** The on-demand part of a door: what a person may choose from, undefined when nothing is known. */
export type LookUp = (chooser: Chooser) => Promise<Choices | undefined>;

/** Verifies what the address alone does not prove, parses and normalises. */
export type Judge = (request: DoorRequest, context: DoorContext) => Judgement;
