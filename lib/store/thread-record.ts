import type { CardDelivery, CardFace, Happening } from '../../schemas/delivery.ts';
import type { ThreadState } from '../channels/channel.ts';
import { stableId } from '../domain/ids.ts';
import type { StoryLine } from './card-record.ts';
import type { Item } from './table.ts';

/** One thing to be told, and how loud. */
export interface Telling {
  readonly happening: Happening;
  readonly loudness: CardDelivery['loudness'];
}

/** What one conversation has been shown of one card, and what it is about to be shown. */
export interface ThreadRecord {
  readonly state?: ThreadState;
  /** The face the living message shows. */
  readonly shown?: CardFace;
  /**
   * How new the newest is that people have seen there: when the board was asked for what was shown last. A look that found the card as it is shown
   * makes `shown` newer, not this. Epoch milliseconds; absent from what an older deployment stored.
   */
  readonly seen?: number;
  /** Which of all showings of another look of the card (`Sweeps.wasShown`) brought the look that is shown; absent where none was counted. */
  readonly nth?: number;
  /** The last thing that was told, as the living message shows it. */
  readonly last?: Happening;
  /** When it was shown, epoch milliseconds. */
  readonly shownAt: number;
  /** Short ids (`toldId`) of the last happenings that were told or passed over. */
  readonly told: readonly string[];
  /** Gathered in a burst, to be told by the next flush. */
  readonly pending: readonly Telling[];
  /** Being told right now, or left by a run that died. */
  readonly telling: readonly Telling[];
  /** The newest face that waits to be shown. */
  readonly next?: CardFace;
  /** A look of the card that came while no message stood: the first message must not be older. */
  readonly noted?: CardFace;
  readonly flushAt?: number;
  readonly leaseUntil: number;
  /** When the telling that is open began: how far back to look for what it may have posted. */
  readonly leaseAt: number;
  readonly story: readonly StoryLine[];
}

/** A happening's id as a thread remembers it: 48 bits tell sixteen of them apart. */
export function toldId(happening: string): string {
  return stableId(happening).slice(0, 8);
}

/** A write whose answer was lost is sent again by the client, so that something may have been gathered twice. */
function tellingsOf(list: unknown): readonly Telling[] {
  const tellings = (list as readonly Telling[] | undefined) ?? [];
  return [...new Map(tellings.map((each) => [each.happening.id, each])).values()];
}

/** Reads a thread's item; of what an older one lacks there is none. */
export function readThread(item: Item): ThreadRecord {
  const { state, shown, seen, nth, next, noted, last, flushAt } = item as Partial<ThreadRecord>;
  return {
    ...(state && { state }),
    ...(shown && { shown }),
    ...(seen === undefined ? {} : { seen }),
    ...(nth === undefined ? {} : { nth }),
    ...(next && { next }),
    ...(noted && { noted }),
    ...(last && { last }),
    ...(flushAt === undefined ? {} : { flushAt }),
    shownAt: Number(item.shownAt ?? 0),
    told: (item.told as string[] | undefined) ?? [],
    pending: tellingsOf(item.pending),
    telling: tellingsOf(item.telling),
    leaseUntil: Number(item.leaseUntil ?? 0),
    leaseAt: Number(item.leaseAt ?? 0),
    story: (item.story as StoryLine[] | undefined) ?? [],
  };
}
