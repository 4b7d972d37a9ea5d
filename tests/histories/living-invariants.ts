import { isUnknown } from './forget.ts';
import type { House } from './house.ts';
import { acceptedBy, fateOf, hearersOf, isAsleep, ours, twice } from './seen.ts';
import type { TeamWorld } from './team-world.ts';
import { goneView, same, type View } from './views.ts';

/** What living messages must never come to: each a sentence about what was seen. */
export function livingViolations(house: House, world: TeamWorld): readonly string[] {
  return [...standTwice(house, world), ...goneBack(house, world), ...notAsTheBoard(house, world)];
}

/** I2: a conversation has one living message of a card. */
function standTwice(house: House, world: TeamWorld): readonly string[] {
  const living = ours(world, 'card').flatMap(({ id, conversation }) => {
    const card = cardOf(house, world, id);
    const isOne =
      card !== '' && !isUnknown(world, conversation) && !wasShutOut(house, world, card, conversation);
    return isOne ? [`a living message of ${card} in ${conversation}`] : [];
  });
  return twice(living).map((what) => `I2: twice: ${what}`);
}

/** The card that a living message shows; empty for none. */
function cardOf(house: House, world: TeamWorld, message: string): string {
  return house.records.living.get(`${world.id} ${message}`)?.card ?? '';
}

/** What was posted unheard, in a room that threw the bridge out before it could look, is not looked for when it is back. */
function wasShutOut({ table }: House, { id }: TeamWorld, card: string, conversation: string): boolean {
  const thread = table.items.get(`CARD#${id}#main#${card}\nTHREAD#${conversation}`);
  const story = (thread?.story ?? []) as readonly { readonly what: string }[];
  return story.some(({ what }) => what === 'paused' || what === 'dropped');
}

/** I3: what a living message shows was true once, in the order in which it was shown. */
function goneBack(house: House, world: TeamWorld): readonly string[] {
  return [...house.records.living].flatMap(([key, { card, shown }]) => {
    if (!key.startsWith(`${world.id} `) || card === '') return [];
    const { views: looks } = house.records.looksOf(world.id, card);
    let at = 0;
    for (const view of shown.views) {
      const next = looks.findIndex((look, index) => index >= at && same(look, view));
      if (next < 0) return [`I3: ${world.id} ${card} is shown as it was before: ${JSON.stringify(view)}`];
      at = next;
    }
    return [];
  });
}

/** I4: where a card is still followed, its living message is as the board. */
function notAsTheBoard(house: House, world: TeamWorld): readonly string[] {
  return ours(world, 'card').flatMap(({ id, conversation, view = goneView }) => {
    const card = cardOf(house, world, id);
    if (!hearersOf(house, world, card).includes(conversation)) return [];
    // Nothing can be put right in a thread that moderators have closed.
    if (fateOf(world, conversation) !== 'open') return [];
    if (isForgotten(house, world, card, conversation) || isUnknown(world, conversation)) return [];
    const onBoard = world.board.cards().find((each) => each.id === card);
    // Nobody will ever say that it is gone.
    if (!onBoard && world.board.refused.some((each) => each.card === card)) return [];
    // Its number means another card by now, and whoever looks for cards knows them by their numbers.
    if (!onBoard && !isMet(house, world, card)) return [];
    if (isAsleep(house, world, conversation)) return [];
    const look = onBoard?.view ?? goneView;
    // In the archive nobody looks for it.
    if (view.state === 'archived' && look.state !== 'open' && isUntold(house, world, card, look)) return [];
    if (same(look, view)) return [];
    return [`I4: ${JSON.stringify(view)} is shown in ${conversation}, the board has ${JSON.stringify(look)}`];
  });
}

/** Of two messages in a room that had thrown the bridge out, it knows one. */
function isForgotten(house: House, world: TeamWorld, card: string, conversation: string): boolean {
  const here = ours(world, 'card').filter((post) => post.conversation === conversation);
  const its = here.filter(({ id }) => cardOf(house, world, id) === card);
  return its.length > 1 && wasShutOut(house, world, card, conversation);
}

function isMet({ table }: House, { id }: TeamWorld, card: string): boolean {
  const mine = `TEAM#${id}\nNUMBER#main#`;
  return [...table.items].some(([key, item]) => key.startsWith(mine) && item.card === card);
}

/** No webhook has told that a card is gone, or something else that became of it. */
function isUntold(house: House, world: TeamWorld, card: string, { state }: View): boolean {
  if (state !== 'deleted') return world.board.lost.has(card);
  return !acceptedBy(house, world).some(
    ({ event }) => event.kind === 'change' && event.change.card === card && event.change.kind === 'delete',
  );
}
