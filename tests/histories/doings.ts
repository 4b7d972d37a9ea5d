import * as fc from 'fast-check';
import { attachmentsOf } from '../sims/mattermost/world.ts';
import type { DoorFault } from './doors.ts';
import { straight, type Travel } from './hands.ts';
import type { House } from './house.ts';
import { cardOfPost } from './views.ts';

/** What people may do. What begins with `board` is done on the board, and `rule` there in the bridge's own name. */
const kinds = [
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
  'say-show',
  'click-done',
  'click-assign',
  'click-follow',
  'board-create',
  'board-move',
  'board-comment',
  'board-rename',
  'board-assign',
  'board-label',
  'board-archive',
  'board-delete',
  'rule-move',
] as const;

/** One thing that somebody does, after a while. Plain data, so that a failed history can be read. */
export interface Doing {
  /** Milliseconds after the one before. */
  readonly gap: number;
  readonly team: 0 | 1;
  readonly person: string;
  readonly room: string;
  readonly what: (typeof kinds)[number];
  /** Which card, of those that there are. */
  readonly card: number;
  readonly column: string;
  /** How its webhook travels. */
  readonly travel: Travel;
}

const often = <T>(value: T, weight: number) => ({ arbitrary: fc.constant(value), weight });

const travel: fc.Arbitrary<Travel> = fc.record({
  arrivesAfter: fc.oneof(
    often([0], 12),
    often([0, 1], 1),
    often([0, 20_000], 1),
    often([0, 420_000], 1),
    often([700], 1),
    often([9_000], 1),
    often([30_000, 31_000], 1),
  ),
  fault: fc.oneof(
    often<DoorFault>('none', 20),
    often<DoorFault>('queue-down', 1),
    often<DoorFault>('queue-unheard', 1),
  ),
});

export const doing: fc.Arbitrary<Doing> = fc.record({
  gap: fc.constantFrom(0, 0, 20, 60, 60, 150, 600, 3_000, 9_990, 11_000, 90_000, 400_000),
  team: fc.constantFrom(0, 0, 0, 1),
  person: fc.constantFrom('tom', 'ann', 'guest'),
  room: fc.constantFrom('square', 'dev'),
  what: fc.constantFrom(...kinds),
  card: fc.constantFrom(0, 0, 0, 1, 2),
  column: fc.constantFrom('To Do', 'Doing', 'Review', 'Done'),
  travel: fc.oneof({ arbitrary: fc.constant(straight), weight: 3 }, { arbitrary: travel, weight: 2 }),
});

/** Does it. `count` makes every text one of its kind. What takes the board a while goes on by itself. */
export async function perform(
  house: House,
  { team, person, room, what, column, ...doing }: Doing,
  count: number,
) {
  const world = house.worlds[team];
  const hands = house.hands[team];
  const text = `${world.sign} ${what} ${count} end`;
  const { cards } = world.boardWorld;
  const card = cards[doing.card % Math.max(1, cards.length)];
  const typed = (words: string, options = {}) => hands.chat(person).command(room, `/card ${words}`, options);
  const at = hands.board(
    what === 'rule-move' ? 'cardwire' : person === 'guest' ? 'bob' : person,
    doing.travel,
  );

  if (what === 'create') return typed(text);
  if (what === 'create-in-thread') {
    const root = hands.chat(person).post(room, `${world.sign} what now?`).id;
    return typed(text, { root });
  }
  if (what === 'board-create') return void at.createCard({ title: text, column });
  if (!card) return undefined;

  const ref = `#${card.cardNumber}`;
  const bob = world.boardWorld.users.find(({ username }) => username === 'bob')?._id ?? '';
  const urgent = world.board.labels[0]?._id ?? '';
  switch (what) {
    case 'say-comment':
      return typed(`comment ${ref} ${text}`);
    case 'say-move':
      return typed(`move ${ref} ${column}`);
    case 'say-assign':
      return typed(`${card.assignees.includes(bob) ? 'unassign' : 'assign'} ${ref} bob`);
    case 'say-rename':
      return typed(`rename ${ref} ${text}`);
    case 'say-archive':
      return typed(`${card.archived ? 'restore' : 'archive'} ${ref}`);
    case 'say-follow':
      return typed(`follow ${ref}`);
    case 'say-follow-here':
      return typed(`follow ${ref} here`);
    case 'say-unfollow':
      return typed(`unfollow ${ref}`);
    case 'say-show':
      return typed(`show ${ref}`);
    case 'click-done':
    case 'click-assign':
    case 'click-follow': {
      const living = [...world.chat.posts.values()].find((post) => cardOfPost(post) === card._id);
      const action = what.slice('click-'.length);
      const offered =
        living && attachmentsOf(living).some((each) => each.actions?.some(({ id }) => id === action));
      return offered ? hands.chat(person).click(living.id, action) : undefined;
    }
    case 'board-move':
    case 'rule-move':
      return void at.moveCard(card._id, column);
    case 'board-comment':
      return void at.comment(card._id, text);
    case 'board-rename':
      return void at.rename(card._id, text);
    case 'board-assign':
      return void (card.assignees.includes(bob) ? at.unassign(card._id, 'bob') : at.assign(card._id, 'bob'));
    case 'board-label':
      return void (card.labelIds.includes(urgent)
        ? at.unlabel(card._id, 'urgent')
        : at.label(card._id, 'urgent'));
    case 'board-archive':
      return void (card.archived ? at.restore(card._id) : at.archive(card._id));
    case 'board-delete':
      return void at.delete(card._id);
  }
}
