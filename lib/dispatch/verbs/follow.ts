import { parseConversation } from '../../domain/conversation.ts';
import { isRefusal, refuse } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { type Asking, nameOfAsker, type VerbOf } from '../asking.ts';
import { isUnreachable, muted, placeOf } from '../here.ts';
import { askForNotices } from '../mail/notify.ts';
import { tellNewFollower } from '../new-follower.ts';
import { cardInHand } from './in-hand.ts';

/** A conversation hears of a card from now on: the person's own with the bot, or this one. The card is shown there at once. */
export const follow: VerbOf<'follow'> = async (asking, { card, here, notify }) => {
  const { parts, event, channel } = asking;
  const inHand = await cardInHand(asking, card);
  if (notify !== undefined) return { lines: await askForNotices(asking, inHand, notify) };
  if (here && !event.mute && !(await isInRoom(asking))) throw refuse(say('not-in-channel'));
  if (here && isUnreachable(asking)) throw refuse(say('muted-nowhere', { card: inHand.ref }));
  // A direct message may be one between two people: the one with the bot is asked for, wherever this was typed.
  const conversation = here ? asking.here : await channel.directWith(event.person.id);
  const isRoom = here && !event.direct && !event.mute;
  const follower = isRoom
    ? { conversation, ...placeOf(asking) }
    : { conversation, person: event.person.id, name: nameOfAsker(asking) };
  await parts.store.cards.follow(inHand.key, follower);
  // Read once more: what happened before the record had this follower was told without them.
  const latest = await inHand.board.read(inHand.card.id);
  if (!latest) throw refuse(say('card-gone'));
  await tellNewFollower(asking, { ...inHand, card: latest }, { conversation, person: event.person.id });
  const values = { card: inHand.ref };
  if (here && !event.mute) return { lines: [say('did-follow-here', values)] };
  return { lines: [say('did-follow', values)], notes: here ? muted(asking, inHand.ref) : [] };
};

/** Whether the bot can speak where this was typed: a room it may not even look into is one it is not in. */
async function isInRoom({ event, channel, through }: Asking): Promise<boolean> {
  const { room, thread } = parseConversation(event.conversation);
  try {
    return await channel.isIn(room, through.self, thread);
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

/** Everything that hears of the card for this person's sake hears no more; with `here`, this conversation. */
export const unfollow: VerbOf<'unfollow'> = async (asking, { card, here }) => {
  const { parts, event } = asking;
  const inHand = await cardInHand(asking, card);
  const mine = (inHand.record?.followers ?? []).filter(({ conversation, person }) =>
    here ? conversation === event.conversation : person === event.person.id,
  );
  for (const { conversation } of mine) await parts.store.cards.unfollow(inHand.key, conversation);
  const values = { card: inHand.ref };
  // A try that died before may have been the one that did it.
  const done = mine.length > 0 || asking.lookSince !== undefined;
  return { lines: [done ? say('did-unfollow', values) : say('was-not-following', values)] };
};
