import type { CardQuery } from '../../boards/board.ts';
import type { Card } from '../../domain/card.ts';
import { type Say, say } from '../../domain/say.ts';
import type { BoardConnection } from '../../teams/team.ts';
import { type Asking, type BoardInHand, boardNameOf, type VerbOf } from '../asking.ts';
import { nameOf, refOf } from '../face.ts';
import { ownCards } from '../own-cards.ts';
import { boardInHand, cardInHand } from './in-hand.ts';
import { columnNamed } from './names.ts';

/** The verbs that only look. What they find is answered to the person alone. */

/** An answer with more cards is no answer. */
const LISTED = 20;

/** One card, with who opened it and its description. */
export const show: VerbOf<'show'> = async (asking, { card: ref }) => {
  const { card, connection, record } = await cardInHand(asking, ref);
  const lines = [lineOf(asking, connection, card)];
  if (record?.owner) lines.push(say('card-opened-by', { who: record.owner.name }));
  if (card.labels.length > 0) {
    lines.push(say('card-labels', { labels: card.labels.map(({ name }) => name).join(', ') }));
  }
  if (card.archived) lines.push(say('card-archived'));
  if (card.description !== '') lines.push(say('card-description', { description: card.description }));
  return { lines };
};

/** Cards that are open: the asker's, overdue ones, those of a column. */
export const list: VerbOf<'list'> = async (asking, { mine, overdue, column }) => {
  const inHand = await boardInHand(asking);
  const wantedColumn = column === undefined ? undefined : (await columnNamed(inHand.board, column)).id;
  const cards = await find(asking, inHand, {
    ...(wantedColumn === undefined ? {} : { column: wantedColumn }),
    ...(overdue ? { dueBefore: new Date(asking.parts.now()).toISOString() } : {}),
    mine,
  });
  return answer(asking, inHand, cards, say('list-empty'));
};

/** Open cards by their words. */
export const search: VerbOf<'search'> = async (asking, { text }) => {
  const inHand = await boardInHand(asking);
  const cards = await find(asking, inHand, { text, mine: false });
  return answer(asking, inHand, cards, say('search-empty', { wanted: text, word: asking.word }));
};

type Wanted = Omit<CardQuery, 'limit' | 'number' | 'assignee'> & { readonly mine: boolean };

/** Members search the board; guests, and members whom the board does not know, look through the cards they opened. */
async function find(
  asking: Asking,
  inHand: BoardInHand,
  { mine, ...query }: Wanted,
): Promise<readonly Card[]> {
  if (asking.role === 'guest') return fittingOwn(asking, inHand, query);
  if (!mine) return inHand.board.search({ ...query, limit: LISTED + 1 });
  const username = boardNameOf(asking, inHand.connection)?.toLowerCase();
  const members = await inHand.board.members();
  const me = members.find((each) => each.username.toLowerCase() === username);
  return me
    ? inHand.board.search({ ...query, assignee: me.id, limit: LISTED + 1 })
    : fittingOwn(asking, inHand, query);
}

async function fittingOwn(
  { parts, team, event }: Asking,
  { connection: { id: on }, board }: BoardInHand,
  query: Omit<Wanted, 'mine'>,
): Promise<readonly Card[]> {
  const { connection, person } = event;
  const cards = await ownCards(parts, { team: team.id, connection, person: person.id, on, board });
  return cards.filter((card) => fits(card, query));
}

function fits(card: Card, { text, column, dueBefore }: Omit<Wanted, 'mine'>): boolean {
  const has = (where: string) => text === undefined || where.toLowerCase().includes(text.toLowerCase());
  if (column !== undefined && card.column.id !== column) return false;
  if (dueBefore !== undefined && (card.due === undefined || card.due >= dueBefore)) return false;
  return has(card.title) || has(card.description);
}

function answer(asking: Asking, { connection }: BoardInHand, cards: readonly Card[], none: Say) {
  if (cards.length === 0) return { lines: [none] };
  const lines = cards.slice(0, LISTED).map((card) => lineOf(asking, connection, card));
  return { lines: cards.length > LISTED ? [...lines, say('list-cut', { count: LISTED })] : lines };
}

function lineOf({ team }: Asking, { id: board, product }: BoardConnection, card: Card): Say {
  const people = card.assignees.map((person) => nameOf(team, product, person)).join(', ');
  const values = {
    card: refOf(team, board, card),
    title: card.title,
    column: card.column.name,
    url: card.url,
  };
  const due = card.due === undefined ? undefined : new Date(card.due);
  if (due && people !== '') return say('card-line-people-due', { ...values, people, due });
  if (due) return say('card-line-due', { ...values, due });
  return people === '' ? say('card-line', values) : say('card-line-people', { ...values, people });
}
