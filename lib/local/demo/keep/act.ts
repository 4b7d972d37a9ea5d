import type { Hand, Seen } from '../../../../tests/sims/mattermost/hand.ts';
import type { SimPost } from '../../../../tests/sims/mattermost/model.ts';
import { attachmentsOf } from '../../../../tests/sims/mattermost/world.ts';
import type { SimPerson } from '../../../../tests/sims/wekan/person.ts';
import { type Fakes, rooms } from '../fakes.ts';
import type { Typed } from './read-line.ts';

/** What a person can do to a card on the board, by the word the prompt takes for it. */
const deeds: Readonly<Record<string, (person: SimPerson, card: string, rest: string) => Promise<unknown>>> = {
  moves: (person, card, column) => person.moveCard(card, column),
  comments: (person, card, text) => person.comment(card, text),
  renames: (person, card, title) => person.rename(card, title),
  describes: (person, card, text) => person.describe(card, text),
  assigns: (person, card, who) => person.assign(card, who),
  unassigns: (person, card, who) => person.unassign(card, who),
  labels: (person, card, label) => person.label(card, label),
  unlabels: (person, card, label) => person.unlabel(card, label),
  due: (person, card, at) => person.due(card, at === '' ? undefined : moment(at)),
  attaches: (person, card, file) => person.attachment(card, file),
  archives: (person, card) => person.archive(card),
  restores: (person, card) => person.restore(card),
  deletes: (person, card) => person.delete(card),
};

/** @throws Error for what the board's own calendar would not offer. */
function moment(written: string): string {
  const at = new Date(written);
  if (Number.isNaN(at.getTime())) throw new Error(`“${written}” is no date: write it like 2027-12-24`);
  return at.toISOString();
}

/** The words of `deeds`, for the help. */
export const deedWords: readonly string[] = Object.keys(deeds);

/**
 * Does what was typed, by the hands of the fakes: everything goes over real HTTP.
 * @throws Error that names what is not there: a person, a card, a column, a button.
 */
export async function act(
  fakes: Fakes,
  typed: Exclude<Typed, { readonly at: 'prompt' }>,
): Promise<Seen | undefined> {
  const { mattermost, wekan } = fakes;
  switch (typed.at) {
    case 'chat':
      return mattermost.as(typed.who).command(typed.room ?? rooms.open, typed.command);
    case 'button':
      return mattermost
        .as(typed.who)
        .click(postOf(fakes, typed.who, typed.card).id, buttonOf(typed.button), typed.value);
    case 'dialog':
      return fill(mattermost.as(typed.who), typed.values, typed.text);
    case 'opens':
      await wekan.asUser(typed.who).createCard({ title: typed.title });
      return undefined;
    case 'board': {
      const deed = deeds[typed.deed];
      if (!deed) throw new Error(`nobody knows how to “${typed.deed}”: ${deedWords.join(', ')}`);
      await deed(wekan.asUser(typed.who), cardOf(fakes, typed.card), typed.rest);
      return undefined;
    }
  }
}

function fill(hand: Hand, values: Readonly<Record<string, string>>, text: string): Promise<Seen> {
  const dialog = hand.dialog();
  if (!dialog) throw new Error('there is no dialog in front of this person');
  const given = Object.keys(values).length > 0 ? values : { [dialog.elements[0]?.name ?? '']: text };
  return hand.submitDialog({ ...given });
}

function cardOf({ wekan }: Fakes, number: string): string {
  const card = wekan.world.cards.find(({ cardNumber }) => cardNumber === Number(number));
  if (!card) throw new Error(`there is no card #${number} on the board`);
  return card._id;
}

/** The first post of a card that this person sees. */
function postOf({ mattermost: { world } }: Fakes, who: string, number: string): SimPost {
  const { id } = world.user(who);
  const shows = (post: SimPost) =>
    attachmentsOf(post)[0]?.title?.startsWith(`#${number} `) && post.delete_at === 0;
  const sees = (post: SimPost) => world.channel(post.channel_id).members.has(id);
  const post = [...world.posts.values()].find((each) => shows(each) && sees(each));
  if (!post) throw new Error(`${who} sees no post of card #${number}`);
  return post;
}

/** As it is written on the button: "Assign me". */
function buttonOf(typed: string): string {
  return typed.charAt(0).toUpperCase() + typed.slice(1).toLowerCase();
}
