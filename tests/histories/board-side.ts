import type { Change } from '../../schemas/event.ts';
import type { DoorFault } from './doors.ts';
import type { FarSide } from './far-sides.ts';
import type { View } from './views.ts';

/** How a webhook travels: when it arrives (more than once if said so), and what goes wrong at the door. Milliseconds. */
export interface Travel {
  readonly arrivesAfter: readonly number[];
  readonly fault: DoorFault;
}

export const straight: Travel = { arrivesAfter: [0], fault: 'none' };

/** A card as people see it on the board. */
export interface SeenCard {
  readonly id: string;
  readonly number: number;
  readonly view: View;
}

/** What somebody does on a board. Columns are named by their place; what can be on and off is turned over. */
export interface BoardHand {
  create(title: string, column: number): Promise<unknown>;
  move(card: string, column: number): Promise<unknown>;
  comment(card: string, text: string): Promise<unknown>;
  rename(card: string, title: string): Promise<unknown>;
  assign(card: string): Promise<unknown>;
  label(card: string): Promise<unknown>;
  archive(card: string): Promise<unknown>;
  attach(card: string, file: string): Promise<unknown>;
  remove(card: string): Promise<unknown>;
}

/** A fake board of one team, whatever its product. */
export interface BoardSide {
  readonly far: FarSide;
  /** Their names, in order. */
  readonly columns: readonly string[];
  /** Webhooks that no door took: nobody will be told of these cards before the next thing happens to them, or somebody looks. */
  readonly refused: readonly { readonly card: string }[];
  /** Cards of which a webhook was ever lost, also if somebody has looked since. */
  readonly lost: ReadonlySet<string>;
  /** Somebody has looked. */
  found(): void;
  cards(): readonly SeenCard[];
  /** The id of the card that a link leads to, of one that is gone too. */
  idOf(link: string): string;
  isAssigned(card: string): boolean;
  /** What else people read on a card, without the bridge's marks. */
  texts(card: string): { readonly description: string; readonly comments: readonly string[] };
  /** The name that a file goes by once it is there. */
  fileName(given: string): string;
  /** Names of the files on it, as they were given. */
  filesOn(card: string): readonly string[];
  /** What other people said on the card and that still stands there. */
  saidOn(card: string): readonly string[];
  /** The text of a comment that a change tells of; undefined for one that is gone, or the bridge's own. */
  commentOf(change: Change): string | undefined;
  /** The bridge's marks on what it made: on cards, and texts of all comments. */
  made(): readonly string[];
  /** All that stands there. */
  everything(): unknown;
  /** Somebody at the board; their webhooks travel so. `cardwire` is a rule of the board in the bridge's own name. */
  person(name: string, travel?: Travel): BoardHand;
}
