import type { Checks } from './checks.ts';
import type { Fakes } from './fakes.ts';
import type { MailHand } from './mail-hand.ts';
import type { Timeline } from './timeline.ts';

/** Everything a scene plays with. */
export interface Stage extends Fakes {
  readonly show: Timeline;
  readonly check: Checks;
  /** The mail program of whoever writes. */
  readonly mail: MailHand;
  /** Resolves when everything that Cardwire accepted has been done. */
  settled(): Promise<void>;
}

/** One part of the demo: does something, waits for what must follow, checks it. */
export interface Scene {
  readonly title: string;
  /** Throws `CheckFailed` when something is not as it should be. */
  play(stage: Stage): Promise<void>;
}

/** The card that the demo is about. */
export const title = 'Fix the pump';
