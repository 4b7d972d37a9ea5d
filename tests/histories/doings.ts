import * as fc from 'fast-check';
import { straight, type Travel } from './board-side.ts';
import { mailDeeds } from './by-mail.ts';
import { moderations } from './by-moderator.ts';
import { settlings } from './by-settings.ts';
import type { DoorFault } from './doors.ts';

/**
 * What people may do. What begins with `board` is done on the board, and `rule` there in the bridge's own name; `board-back` takes back what was last
 * done to a card there.
 */
const deeds = [
  'create',
  'create-in-thread',
  'say-comment',
  'say-move',
  'say-assign',
  'say-rename',
  'say-archive',
  'say-follow',
  'say-follow-here',
  'say-unfollow',
  'say-notify',
  'say-show',
  'click-done',
  'click-assign',
  'click-follow',
  'click-comment',
  'click-move',
  'talk',
  'delete-living',
  'form-open',
  'form-send',
  'start-typing',
  'board-create',
  'board-move',
  'board-comment',
  'board-rename',
  'board-assign',
  'board-label',
  'board-attach',
  'board-archive',
  'board-delete',
  'board-back',
  'rule-move',
] as const;

/**
 * What the operator may do: deploy the next version or go back, take the rotation of the deployment key one step on, and bring dead letters back,
 * while queues give up more; and what the schedule does, which looks on the boards.
 * A chat may refuse the bridge, or SES mail to somebody, until the operator has put it right and says so; to whom mail came back, they say that
 * it may be sent again.
 */
const operations = [
  ...(['deploy-newer', 'deploy-older', 'rotate-key'] as const),
  ...(['sweep', 'sweep', 'sweep', 'sweep-alone', 'sweep-twice'] as const),
  ...settlings,
  ...(['forget'] as const),
  ...(['refuse-room', 'refuse-room', 'refuse-right', 'refuse-token', 'accept', 'check'] as const),
  ...(['refuse-mail', 'refuse-mail', 'write-again'] as const),
  ...(['give-up', 'give-up', 'drain', 'replay', 'replay-twice', 'replay-killed'] as const),
] as const;

/** One thing that somebody does, after a while. Plain data, so that a failed history can be read. */
export interface Doing {
  /** Milliseconds after the one before. */
  readonly gap: number;
  readonly team: 0 | 1 | 2;
  readonly person: string;
  /** Which room of their chats. */
  readonly room: number;
  readonly what:
    | (typeof deeds)[number]
    | (typeof operations)[number]
    | (typeof mailDeeds)[number]
    | (typeof moderations)[number];
  /** Which card, of those that there are. */
  readonly card: number;
  /** Which column, by its place. */
  readonly column: number;
  /** How its webhook travels; of what is done in a chat, its fault alone. */
  readonly travel: Travel;
}

const often = <T>(value: T, weight: number) => ({ arbitrary: fc.constant(value), weight });

const odd: fc.Arbitrary<Travel> = fc.record({
  arrivesAfter: fc.oneof(
    often([0], 12),
    often([0, 1], 1),
    often([0, 20_000], 1),
    often([0, 420_000], 1),
    often([700], 1),
    often([9_000], 1),
    often([90_000], 1),
    often([420_000], 1),
    often([30_000, 31_000], 1),
  ),
  fault: fc.oneof(
    often<DoorFault>('none', 20),
    often<DoorFault>('queue-down', 4),
    often<DoorFault>('queue-unheard', 1),
    often<DoorFault>('answer-lost', 1),
  ),
});

/** Most webhooks come at once and once. */
export const travel: fc.Arbitrary<Travel> = fc.oneof(
  { arbitrary: fc.constant(straight), weight: 3 },
  { arbitrary: odd, weight: 2 },
);

const each = {
  gap: fc.oneof(
    {
      arbitrary: fc.constantFrom(0, 0, 20, 60, 60, 150, 600, 3_000, 9_990, 11_000, 90_000, 400_000),
      weight: 24,
    },
    // Until threads sleep and logins have run out.
    often(2 * 86_400_000, 1),
  ),
  team: fc.constantFrom<Doing['team']>(0, 0, 1, 2, 2),
  person: fc.constantFrom('tom', 'ann', 'guest'),
  room: fc.nat(4),
  card: fc.constantFrom(0, 0, 0, 1, 2),
  column: fc.nat(3),
  travel,
};

export const doing: fc.Arbitrary<Doing> = fc.record({
  ...each,
  what: fc.oneof(
    { arbitrary: fc.constantFrom(...deeds), weight: 14 },
    { arbitrary: fc.constantFrom(...mailDeeds), weight: 2 },
    { arbitrary: fc.constantFrom(...operations), weight: 4 },
    { arbitrary: fc.constantFrom(...moderations), weight: 1 },
  ),
});

/** Often no webhook tells of one of the two. */
const lossy: fc.Arbitrary<Travel> = fc.record({
  arrivesAfter: fc.constantFrom([0], [0], [9_000]),
  fault: fc.constantFrom<DoorFault>('none', 'queue-down'),
});

/** A change and its way back soon after it, which seldom meet by chance: a board may say of such a card that nothing has happened to it. */
export const thereAndBack: fc.Arbitrary<readonly Doing[]> = fc
  .tuple(
    fc.record({
      ...{ ...each, travel: lossy },
      what: fc.constantFrom<Doing['what']>('board-move', 'board-move', 'board-archive', 'board-label'),
    }),
    fc.constantFrom(600, 3_000, 11_000, 90_000, 400_000),
    lossy,
  )
  .map(([there, gap, back]) => [there, { ...there, gap, what: 'board-back', travel: back }]);

const byMail = {
  ...each,
  // A mail is answered when it is there.
  gap: fc.constantFrom(60, 600, 3_000, 11_000, 11_000, 90_000, 400_000),
  team: fc.constantFrom<Doing['team']>(0, 2),
};

/** What a history begins with that is mostly about mail. */
export const firstMail: fc.Arbitrary<Doing> = fc.record({ ...byMail, what: fc.constant('mail-create') });

/** How it goes on. */
export const doingByMail: fc.Arbitrary<Doing> = fc.record({
  ...byMail,
  what: fc.oneof(
    { arbitrary: fc.constantFrom(...mailDeeds), weight: 10 },
    { arbitrary: fc.constantFrom<Doing['what']>('board-comment', 'board-move', 'say-notify'), weight: 4 },
    { arbitrary: fc.constantFrom(...deeds), weight: 3 },
    { arbitrary: fc.constantFrom(...operations), weight: 2 },
  ),
});

/** What a history begins with that is mostly about files: a card whose files somebody has looked at. */
export const firstFiles: fc.Arbitrary<readonly Doing[]> = fc.tuple(
  fc.record({ ...each, what: fc.constant('create') }),
  fc.record({ ...each, gap: fc.constant(400_000), what: fc.constant('sweep') }),
);

/** How it goes on. */
export const doingToFiles: fc.Arbitrary<Doing> = fc.record({
  ...each,
  travel: fc.oneof(travel, fc.constant<Travel>({ arrivesAfter: [0], fault: 'queue-down' })),
  what: fc.oneof(
    often<Doing['what']>('board-attach', 6),
    often<Doing['what']>('sweep', 2),
    { arbitrary: fc.constantFrom(...deeds), weight: 3 },
    { arbitrary: fc.constantFrom(...operations), weight: 2 },
  ),
});
