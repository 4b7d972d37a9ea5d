import type { Delivery } from '../../schemas/delivery.ts';
import type { Channel } from '../channels/channel.ts';
import type { CardId } from '../domain/card.ts';
import { parseConversation } from '../domain/conversation.ts';
import { isRefusal } from '../domain/errors.ts';
import { stableId } from '../domain/ids.ts';
import { say } from '../domain/say.ts';
import type { CardKey, CardRecord, Owner } from '../store/card-record.ts';
import type { ChannelConnection, Team } from '../teams/team.ts';
import type { Parts } from './parts.ts';
import { tellAgain, type Untold } from './tell-again.ts';

/**
 * Who opened a card always hears of it. Where their conversation refuses for good (the bot is not in the channel, the channel is gone),
 * the card goes on in a direct message, which says how to have it back. May be done again: what was told is known by its id.
 * @returns false when this is not the conversation that its owner hears it in, or is the direct message already.
 */
export async function moveToDirect(parts: Parts, untold: Untold): Promise<boolean> {
  const { delivery, face } = untold;
  const { conversation, at } = delivery;
  const alone = await ownerAlone(parts, delivery);
  if (!alone) return false;
  const { key, team, record, owner, connection, channel, direct } = alone;
  const follows = hears(record, conversation);
  if (!(follows || wasMoved(alone, conversation))) return false;

  await parts.store.cards.follow(key, { conversation: direct, person: owner.person, name: owner.name });
  await tellAgain(parts, untold, { conversation: direct });
  if (follows) {
    const told = say('moved-to-direct', { card: face.ref ?? face.title, word: connection.command });
    const to = { handle: {}, conversation: direct, person: owner.person, at };
    await unlessRefused(channel.answer(to, [told], stableId(conversation, key.card, 'moved')));
    await parts.store.cards.unfollow(key, conversation);
  }
  parts.log.warn('conversation-moved', { team: team.id, connection: connection.id });
  return true;
}

/** Sends what was queued for a conversation after its card, where that has moved since. @returns false where it has not. */
export async function followToDirect(parts: Parts, untold: Untold): Promise<boolean> {
  const { conversation } = untold.delivery;
  const alone = await ownerAlone(parts, untold.delivery);
  if (!alone || hears(alone.record, conversation) || !wasMoved(alone, conversation)) return false;
  await tellAgain(parts, untold, { conversation: alone.direct });
  return true;
}

/** Who opened a card, alone with the bot. */
interface OwnerAlone {
  readonly key: CardKey;
  readonly team: Team;
  readonly record: CardRecord;
  readonly owner: Owner;
  readonly connection: ChannelConnection;
  readonly channel: Channel;
  readonly direct: string;
}

/** Undefined when this is not the conversation that they opened it in, or is the direct message already. */
async function ownerAlone(parts: Parts, delivery: Delivery): Promise<OwnerAlone | undefined> {
  const { conversation } = delivery;
  const key = { team: delivery.team, board: delivery.board, card: delivery.card as CardId };
  const [team, record] = [await parts.team(key.team), await parts.store.cards.get(key)];
  const owner = record?.owner;
  const connection = team?.channels[owner?.connection ?? ''];
  if (!team || !connection || !owner || owner.conversation !== conversation) return undefined;
  const channel = await parts.channel(team, connection);
  const direct = await directOf(channel, owner.person);
  // Who is written to alone already, in a thread of its own, has nowhere else to be told it.
  if (direct === undefined || roomOf(direct) === roomOf(conversation)) return undefined;
  return { key, team, record, owner, connection, channel, direct };
}

function roomOf(conversation: string): string {
  return parseConversation(conversation).room;
}

/**
 * The conversation of this person alone with the bot; undefined where the bot can open none with them.
 * @throws CardwireError where the channel cannot say it now.
 */
export async function directOf(channel: Channel, person: string): Promise<string | undefined> {
  return unlessRefused(channel.directWith(person));
}

async function unlessRefused<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

/** What was on its way while the conversation moved follows it; a team's channel is the operator's to put right. */
function wasMoved({ team, record, direct }: OwnerAlone, conversation: string): boolean {
  const isTeamChannel = team.teamChannels.some((each) => each.conversation === conversation);
  return hears(record, direct) && !isTeamChannel;
}

function hears({ followers }: CardRecord, conversation: string): boolean {
  return followers.some((each) => each.conversation === conversation);
}
