import type { ChoicesEvent } from '../../schemas/event.ts';
import type { Card } from '../domain/card.ts';
import { type Choices, type Chooser, choicesFresh } from '../domain/choices.ts';
import { parseConversation } from '../domain/conversation.ts';
import { CardwireError } from '../domain/errors.ts';
import type { ChannelConnection, Team } from '../teams/team.ts';
import { askerOf } from './asker.ts';
import type { BoardInHand } from './asking.ts';
import { refOf } from './face.ts';
import { ownCards } from './own-cards.ts';
import type { Parts } from './parts.ts';
import { isHeard } from './server-gate.ts';
import { teamFor } from './team-for.ts';
import { boardInHand } from './verbs/in-hand.ts';

/** Of each kind, at most so many: whoever types narrows them down. */
const MOST = 100;

/** What a chat shows of a suggestion. Characters. */
const LONGEST_TITLE = 100;

/**
 * Gathers what one person may choose from in one room and keeps it for their door. A board that does not answer is no reason to come back:
 * the door asks again while somebody types.
 */
export async function onChoices(parts: Parts, event: ChoicesEvent): Promise<void> {
  const team = await teamFor(parts, event);
  const connection = team?.channels[event.connection];
  if (!team || connection?.generation !== event.generation) return;
  if (parts.now() - event.at > choicesFresh) return;
  const { room } = parseConversation(event.conversation);
  const chooser = { team: team.id, connection: connection.id, room, person: event.person.id };
  try {
    const choices = await gather(parts, event, team, connection);
    if (choices) await parts.store.choices.put(chooser, choices);
    else await forget(parts, chooser);
  } catch (error) {
    if (!(error instanceof CardwireError)) throw error;
    parts.log.warn('choices-not-gathered', { team: team.id, connection: connection.id, code: error.code });
  }
}

/** Whoever is no longer heard, as their server was taken off, has what was kept for them taken away. It is old at once, should they be heard again. */
async function forget({ store }: Parts, chooser: Chooser): Promise<void> {
  const known = await store.choices.get(chooser);
  if (known && known.at > 0) await store.choices.put(chooser, nothing);
}

const nothing: Choices = { at: 0, columns: [], people: [], labels: [], cards: [], boards: [] };

/** Undefined for whom the team does not listen to. */
async function gather(
  parts: Parts,
  event: ChoicesEvent,
  team: Team,
  through: ChannelConnection,
): Promise<Choices | undefined> {
  const at = parts.now();
  const channel = await parts.channel(team, through);
  const { role } = await askerOf(parts, event, team, through, channel);
  if (!(await isHeard(parts, { team, event, role, channel }))) return undefined;
  const inHand = await boardInHand({ parts, team, event });
  const { board, connection } = inHand;
  const [columns, members, labels] = [await board.columns(), await board.members(), await board.labels()];
  const cards = role === 'member' ? await allCards(inHand) : await theirCards(parts, event, inHand);
  return {
    at,
    columns: few(columns.map(({ name }) => name)),
    people: few(members.map(({ username }) => username)),
    labels: few(labels.map(({ name }) => name)),
    cards: cards.map((card) => suggestionOf(team, connection.id, card)),
    boards: Object.keys(team.boards),
  };
}

/** The newest first, as far as numbers tell. */
async function allCards({ board }: BoardInHand): Promise<readonly Card[]> {
  const cards = await board.search({ limit: MOST });
  return cards.toSorted((one, other) => (other.number ?? 0) - (one.number ?? 0));
}

async function theirCards(
  parts: Parts,
  { team, connection, person }: ChoicesEvent,
  { connection: { id: on }, board }: BoardInHand,
): Promise<readonly Card[]> {
  return (await ownCards(parts, { team, connection, person: person.id, on, board })).toReversed();
}

/** Where the board gives no numbers, a card's link means it. */
function suggestionOf(team: Team, board: string, { number, title, url }: Card): Choices['cards'][number] {
  const ref = number === undefined ? url : refOf(team, board, { number, title });
  return { ref, title: [...title].slice(0, LONGEST_TITLE).join('') };
}

function few(names: readonly string[]): readonly string[] {
  return [...new Set(names)].filter((name) => name.trim() !== '').slice(0, MOST);
}
