import type { Hand } from '../sims/mattermost/hand.ts';
import type { SimEphemeral, SimPost, SimUser } from '../sims/mattermost/model.ts';
import { attachmentsOf, type World as ChatWorld } from '../sims/mattermost/world.ts';
import type { World as BoardWorld, SimCard } from '../sims/wekan/world.ts';

/** What people see: the fakes' worlds in words. */

/** A house whose people are watched: with real calls, or within one process (`tests/dispatch/scene.ts`). */
export interface Watched {
  readonly mattermost: {
    readonly world: ChatWorld;
    readonly bot: SimUser;
    as(name: string): Hand;
    ephemerals(name: string): readonly SimEphemeral[];
  };
  readonly wekan: { readonly world: BoardWorld };
  /** Waits until all that was caused is done. */
  settle(): Promise<void>;
  /** Lets time pass. Milliseconds. */
  pass(milliseconds: number): void;
}

/** A living message as it is read: title, what happened last, the fields by their name, the buttons by theirs. */
export interface Look {
  readonly title: string;
  readonly last: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly buttons: readonly string[];
}

/** The living messages about cards in a room, oldest first. */
export function cardPosts({ mattermost: { world } }: Watched, room: string): readonly SimPost[] {
  return world.postsIn(room).filter((post) => attachmentsOf(post).length > 0);
}

/** The living message of a card in a room, by a part of its title. */
export function cardPost(house: Watched, room: string, title: string): SimPost {
  const found = cardPosts(house, room).filter((post) => attachmentsOf(post)[0]?.title?.includes(title));
  const [post] = found;
  if (!post || found.length > 1) throw new Error(`${found.length} living messages of “${title}” in ${room}`);
  return post;
}

/** What a living message shows now. */
export function look(post: SimPost): Look {
  const [shown] = attachmentsOf(post);
  return {
    title: shown?.title ?? '',
    last: shown?.text ?? '',
    fields: Object.fromEntries((shown?.fields ?? []).map(({ title, value }) => [title, value])),
    buttons: (shown?.actions ?? []).map(({ name = '' }) => name),
  };
}

/** The texts of a room that are no living messages, oldest first. */
export function said({ mattermost: { world } }: Watched, room: string): readonly string[] {
  return world
    .postsIn(room)
    .filter((post) => attachmentsOf(post).length === 0)
    .map(({ message }) => message);
}

/** The replies in the thread under a post, oldest first. */
export function replies({ mattermost: { world } }: Watched, post: SimPost): readonly string[] {
  return world.replies(post.root_id || post.id).map(({ message }) => message);
}

/** The room of a person alone with the bot. */
export function directRoom({ mattermost: { world, bot } }: Watched, name: string): string {
  return world.direct(world.user(name).id, bot.id).id;
}

/** Everything that was said to one person alone, oldest first: by a command's own answer, then in direct messages. */
export function heard(house: Watched, name: string): readonly string[] {
  return [
    ...house.mattermost.ephemerals(name).map(({ text }) => text),
    ...said(house, directRoom(house, name)),
  ];
}

export function cardTitled({ wekan: { world } }: Watched, title: string): SimCard {
  const found = world.cards.filter((card) => card.title === title);
  const [card] = found;
  if (!card || found.length > 1) throw new Error(`${found.length} cards “${title}” on the board`);
  return card;
}

/** The title of a card's column. */
export function columnOf({ wekan: { world } }: Watched, { listId }: SimCard): string {
  return world.lists.find(({ _id }) => _id === listId)?.title ?? '?';
}

/** Types a command and waits until all it causes is done. Gives back what the person was told alone since. */
export async function types(
  house: Watched,
  name: string,
  text: string,
  { room = 'town-square', root = '' } = {},
): Promise<readonly string[]> {
  const before = heard(house, name);
  const seen = await house.mattermost.as(name).command(room, text, { root });
  await house.settle();
  return [...(seen.error === undefined ? [] : [seen.error]), ...newOnes(before, heard(house, name))];
}

/** Clicks and waits until all it causes is done. Gives back what the person was told alone since. */
export async function clicks(
  house: Watched,
  name: string,
  post: SimPost,
  action: string,
  value?: string,
): Promise<readonly string[]> {
  const before = heard(house, name);
  const seen = await house.mattermost.as(name).click(post.id, action, value);
  await house.settle();
  return [...(seen.error === undefined ? [] : [seen.error]), ...newOnes(before, heard(house, name))];
}

/** Sends off the dialog that is open in front of a person. Gives back what they were told alone since. */
export async function submits(
  house: Watched,
  name: string,
  values: Record<string, unknown>,
  forged: Record<string, unknown> = {},
): Promise<readonly string[]> {
  const before = heard(house, name);
  const { error, formError } = await house.mattermost.as(name).submitDialog(values, forged);
  await house.settle();
  const seen = [error, formError].filter((each) => each !== undefined);
  return [...seen, ...newOnes(before, heard(house, name))];
}

/** Opens a card from a room and lets its burst pass. Gives it back with its number as people write it. */
export async function opens(
  house: Watched,
  name: string,
  title: string,
  where: { room?: string; root?: string } = {},
): Promise<{ readonly card: SimCard; readonly ref: string; readonly post: SimPost }> {
  const told = await types(house, name, `/card ${title}`, where);
  if (told.length > 0) throw new Error(`not opened: ${told.join('\n')}`);
  house.pass(60_000);
  const card = house.wekan.world.cards.at(-1);
  if (!card) throw new Error('no card on the board');
  const post = cardPost(house, where.room ?? 'town-square', card.title);
  return { card, ref: `#${card.cardNumber}`, post };
}

function newOnes(before: readonly string[], after: readonly string[]): readonly string[] {
  const left = [...before];
  return after.filter((text) => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
