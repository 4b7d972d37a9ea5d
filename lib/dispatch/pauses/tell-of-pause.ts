import type { Delivery } from '../../../schemas/delivery.ts';
import type { CardId } from '../../domain/card.ts';
import { type Conversation, parseConversation } from '../../domain/conversation.ts';
import { stableId } from '../../domain/ids.ts';
import { type Say, say } from '../../domain/say.ts';
import type { CardRecord } from '../../store/card-record.ts';
import type { Paused } from '../../store/paused.ts';
import type { Team } from '../../teams/team.ts';
import { directOf } from '../move-to-direct.ts';
import type { Parts } from '../parts.ts';
import { tellTeam } from '../tell-team.ts';
import { isTokenRefused, reasonOf } from './refusals.ts';

/**
 * Tells a team, in one of its channels that can still be reached, that nothing is told in a conversation any more, and what to do about it.
 * Safe to repeat.
 * @returns false when there are channels to tell it in and none took it: it is worth another try.
 * @throws CardwireError when the channel cannot say now whether a person is alone there.
 */
export async function tellOfPause(parts: Parts, delivery: Delivery, pause: Paused): Promise<boolean> {
  const team = await parts.team(delivery.team);
  const place = parseConversation(delivery.conversation);
  // Whoever took the connection out of the settings knows.
  if (!team?.channels[place.connection]) return true;
  const elsewhere = team.teamChannels.filter(
    ({ conversation }) => conversation !== delivery.conversation && !isCutOff(conversation, place, pause),
  );
  const line = await lineAbout(parts, team, delivery, pause);
  if (!line) return true;
  const id = stableId(team.id, delivery.conversation, pause.reason, String(pause.since));
  if (await tellTeam(parts, team, elsewhere, { line, id, since: new Date(pause.since) })) return true;
  parts.log.warn('pause-not-told', { team: team.id, connection: place.connection, code: pause.reason });
  return elsewhere.length === 0;
}

/** A refused token tells nothing anywhere on its connection. */
function isCutOff(conversation: string, { connection }: Conversation, { reason }: Paused): boolean {
  return isTokenRefused(reason) && parseConversation(conversation).connection === connection;
}

/** Undefined when it is nobody's business: whoever follows a card of others alone may close their direct messages. */
async function lineAbout(
  parts: Parts,
  team: Team,
  delivery: Delivery,
  { reason }: Paused,
): Promise<Say | undefined> {
  const { connection, room } = parseConversation(delivery.conversation);
  if (isTokenRefused(reason)) return say('paused-unauthorized', { connection });
  const { board, card } = delivery;
  const record = await parts.store.cards.get({ team: team.id, board, card: card as CardId });
  const alone = await personAlone(parts, team, delivery.conversation, record);
  if (alone !== undefined) {
    const { owner } = record ?? {};
    return owner?.person === alone ? say('paused-direct', { who: owner.name, team: team.id }) : undefined;
  }
  const values = { room: nameOf(team, delivery.conversation, record) ?? room, connection, team: team.id };
  return say(reasonOf(reason) === 'not-found' ? 'paused-not-found' : 'paused-forbidden', values);
}

/** What people call the room: where it was asked that it hears, or where the settings say so. */
function nameOf(team: Team, conversation: string, record: CardRecord | undefined): string | undefined {
  const isIt = (each: { readonly conversation: string }) => each.conversation === conversation;
  return record?.followers.find(isIt)?.place ?? team.teamChannels.find(isIt)?.name;
}

/** The person who is alone with the bot in a conversation; undefined for any other one. */
async function personAlone(
  parts: Parts,
  team: Team,
  conversation: string,
  record: CardRecord | undefined,
): Promise<string | undefined> {
  const follower = record?.followers.find((each) => each.conversation === conversation);
  const connection = team.channels[parseConversation(conversation).connection];
  if (follower?.person === undefined || follower.place !== undefined || !connection) return undefined;
  const channel = await parts.channel(team, connection);
  return (await directOf(channel, follower.person)) === conversation ? follower.person : undefined;
}
