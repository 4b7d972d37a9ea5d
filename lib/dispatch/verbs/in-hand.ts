import type { CommandEvent } from '../../../schemas/event.ts';
import type { CardId } from '../../domain/card.ts';
import type { CardRef } from '../../domain/command.ts';
import { formatConversation, parseConversation } from '../../domain/conversation.ts';
import { refuse } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import type { CardKey, CardRecord } from '../../store/card-record.ts';
import { numberedName } from '../../teams/card-name.ts';
import type { Asking, BoardInHand, CardInHand } from '../asking.ts';
import { refOf } from '../face.ts';

/** Where something is asked for, and the board that is named with it. */
interface Where extends Pick<Asking, 'parts' | 'team' | 'board'> {
  readonly event: Pick<CommandEvent, 'conversation' | 'board'>;
}

/**
 * The board a command is about: the one it names, the one its button or form belongs to, the one this conversation or its room has
 * chosen, else the team's first.
 */
export async function boardInHand(asking: Where): Promise<BoardInHand> {
  const { parts, team, event } = asking;
  const named = asking.board ?? event.board ?? (await chosenBoard(asking));
  const connection = named === undefined ? Object.values(team.boards)[0] : team.boards[named];
  if (!connection) throw refuse(say('no-board'));
  return { connection, board: await parts.board(team, connection) };
}

/** With one board there is nothing to choose. A board that is no longer connected is no choice. */
async function chosenBoard({ parts, team, event }: Where): Promise<string | undefined> {
  if (Object.keys(team.boards).length < 2) return undefined;
  const room = formatConversation({ ...parseConversation(event.conversation), thread: '' });
  for (const conversation of new Set([event.conversation, room])) {
    const board = await parts.store.conversations.board(team.id, conversation);
    if (board !== undefined && team.boards[board]) return board;
  }
  return undefined;
}

/**
 * The card a reference means, read from its board. What the person may not see is not found: a guessed number tells nothing.
 * @throws CardwireError `not-found`, and whatever the board throws.
 */
export async function cardInHand(asking: Asking, ref: CardRef): Promise<CardInHand> {
  return read(asking, ref, await meant(asking, ref));
}

/**
 * The card a reference means, as the table knows it: of one that has been told of, the board need not be up to say what it is called.
 * @throws CardwireError as `cardInHand`.
 */
export async function recordInHand(
  asking: Asking,
  ref: CardRef,
): Promise<Pick<CardInHand, 'key' | 'record' | 'ref'>> {
  const found = await meant(asking, ref);
  const { key, record } = found;
  if (record?.number === undefined) return read(asking, ref, found);
  return { key, record, ref: numberedName(asking.team, key.board, record.number) };
}

type Meant = Omit<CardInHand, 'card' | 'ref'>;

/** Which card it is that a reference means, and that the person may see. */
async function meant(asking: Asking, ref: CardRef): Promise<Meant> {
  const found = await lookUp(asking, ref);
  if (!found) throw notFound(ref);
  const { connection, board, id } = found;
  const key: CardKey = { team: asking.team.id, board: connection.id, card: id };
  const record = await asking.parts.store.cards.get(key);
  if (!maySee(asking, key, record)) throw notFound(ref);
  asking.about?.(key);
  return { connection, board, key, record };
}

async function read({ parts, team }: Asking, ref: CardRef, found: Meant): Promise<CardInHand> {
  const { connection, board, key } = found;
  const card = await board.read(key.card);
  if (!card) throw notFound(ref);
  const isNew = card.number !== undefined && found.record?.number === undefined;
  const record = isNew ? await parts.store.cards.meet(key, card.number) : found.record;
  return { connection, board, key, card, record, ref: refOf(team, connection.id, card) };
}

/** Members see every card of the team's boards, guests their own, and one that they were written about. */
function maySee({ role, event }: Asking, { card }: CardKey, record: CardRecord | undefined): boolean {
  if (role === 'member' || event.mail?.answers === card) return true;
  const owner = record?.owner;
  return owner !== undefined && owner.connection === event.connection && owner.person === event.person.id;
}

interface Found extends BoardInHand {
  readonly id: CardId;
}

async function lookUp(asking: Asking, ref: CardRef): Promise<Found | undefined> {
  if (ref.by === 'link') return byLink(asking, ref.link);
  const named = ref.by === 'number' && ref.board !== undefined ? { board: ref.board } : {};
  const inHand = await boardInHand({ ...asking, ...named });
  if (ref.by === 'id') return { ...inHand, id: ref.id };
  const id = await byNumber(asking, inHand, ref.number);
  return id && { ...inHand, id };
}

async function byLink({ parts, team }: Asking, link: string): Promise<Found | undefined> {
  for (const connection of Object.values(team.boards)) {
    const board = await parts.board(team, connection);
    const id = await board.cardOfLink(link);
    if (id) return { connection, board, id };
  }
  return undefined;
}

/** Cards that came through here are known by number; for a guest there are no others, so the board need not be searched. */
async function byNumber(
  { parts, team, role }: Asking,
  { connection, board }: BoardInHand,
  number: number,
): Promise<CardId | undefined> {
  const known = await parts.store.cards.byNumber(team.id, connection.id, number);
  if (known !== undefined || role === 'guest' || !board.can.numbers) return known;
  const [found] = await board.search({ number, limit: 1 });
  return found?.id;
}

function notFound(ref: CardRef) {
  if (ref.by === 'id') return refuse(say('card-gone'));
  return refuse(say('not-found', { card: ref.by === 'link' ? ref.link : numberText(ref) }));
}

function numberText({ board, number }: Extract<CardRef, { readonly by: 'number' }>): string {
  return board === undefined ? `#${number}` : `${board.toUpperCase()}-${number}`;
}
